import type { Entity } from './entity.js';
import { DAY } from './instant.js';
import { History, type Marks } from './history.js';

/** What a customer usually pays, in logarithms: amounts spread by factors, not by differences. */
type Usual = { readonly mean: number; readonly deviation: number };

const WINDOW = 60 * DAY;

/** As if this many more payments had had this variance: a few payments tell little about it. */
const PRIOR_PAYMENTS = 4;
const PRIOR_VARIANCE = 0.36;

/** Payments at a merchant by which its difference to what its customers usually pay is halved. */
const MERCHANT_PRIOR_PAYMENTS = 4;

/** Further away, a payment says no more about what is usual: a treat, or a coffee. */
const LOG_RATIO_MAX = 1.5;
const Z_SCORE_MAX = 10;
const EURO_MIN = 0.01;

const NO_HISTORY = new History();

/** How far an amount is from what the customer usually pays, and usually pays at this merchant. */
export function usualPart(
  { customer, merchant }: { customer: Entity | undefined; merchant: Entity | undefined },
  { at, euro }: { readonly at: number; readonly euro: number },
) {
  const usual = usualOf(customer, at);
  const [here] = (merchant?.history ?? NO_HISTORY).marks(at, [WINDOW] as const);
  const more = here.logRatios / (here.count + MERCHANT_PRIOR_PAYMENTS);
  const gap = usual ? logOf(euro) - usual.mean : 0;
  const deviation = usual?.deviation ?? 1;
  return {
    amountCustomerLogZScore: bounded(gap / deviation, Z_SCORE_MAX),
    amountCustomerMerchantLogZScore: bounded(usual ? (gap - more) / deviation : 0, Z_SCORE_MAX),
  };
}

/** How the amount is remembered. */
export function logMarksOf(
  customer: Entity | undefined,
  { at, euro }: { readonly at: number; readonly euro: number },
): Pick<Marks, 'log' | 'logRatio'> {
  const usual = usualOf(customer, at);
  if (!usual) return { log: logOf(euro), logRatio: 0 };
  const logRatio = bounded(logOf(euro) - usual.mean, LOG_RATIO_MAX);
  return { log: usual.mean + logRatio, logRatio };
}

function usualOf(customer: Entity | undefined, at: number): Usual | null {
  const [own] = (customer?.history ?? NO_HISTORY).marks(at, [WINDOW] as const);
  if (own.count === 0) return null;
  const mean = own.logs / own.count;
  const squares = Math.max(0, own.logSquares - own.logs * mean);
  const variance = (squares + PRIOR_PAYMENTS * PRIOR_VARIANCE) / (own.count + PRIOR_PAYMENTS);
  return { mean, deviation: Math.sqrt(variance * (1 + 1 / own.count)) };
}

function logOf(euro: number): number {
  return Math.log(Math.max(euro, EURO_MIN));
}

function bounded(value: number, max: number): number {
  return Math.max(-max, Math.min(max, value));
}
