import type { Entity } from './entity.js';
import { DAY } from './instant.js';
import { History, type Marks, type MarkTotals } from './history.js';

/** What a payer usually pays, in logarithms: amounts spread by factors, not by differences. */
type Usual = { readonly mean: number; readonly deviation: number };

const WINDOW = 60 * DAY;
const RAISED_WINDOW = 14 * DAY;

/** As if this many more payments had had this variance: a few payments tell little about it. */
const PRIOR_PAYMENTS = 4;
const PRIOR_VARIANCE = 0.36;

/** Payments at a merchant by which its difference to what its customers usually pay is halved. */
const MERCHANT_PRIOR_PAYMENTS = 4;

/** Further away, a payment says no more about what is usual: a treat, or a coffee. */
const DEVIATIONS_MAX = 2;
const Z_SCORE_MAX = 10;
const EURO_MIN = 0.01;

/** How many times the usual amount another person may pay; any factor between is as probable. */
const RAISED = { least: Math.log(2), most: Math.log(10) } as const;

/** Honest amounts that are unlike all others, and over how many logarithms they are spread. */
const UNLIKE = { share: 0.02, width: 5 } as const;

/** Of one payer's payments, those that are another's while another pays. */
const OTHERS_SHARE = 0.3;
const EVIDENCE_MAX = 3;

const NO_HISTORY = new History();

/**
 * How far an amount is from what the customer usually pays, from what is paid at this merchant, and
 * from what the customer would pay here; and how it is to be remembered. Customers and merchants
 * are told apart by turns: a payment is remembered for its customer less what others pay more
 * there, and for its merchant less what the customer usually pays.
 */
export function usualAmounts(
  parties: { readonly customer: Entity | undefined; readonly merchant: Entity | undefined },
  { at, euro }: { readonly at: number; readonly euro: number },
) {
  const { customer = UNKNOWN_PARTY, merchant = UNKNOWN_PARTY } = parties;
  const [own] = customer.history.marks(at, [WINDOW] as const);
  const [here] = merchant.history.marks(at, [WINDOW] as const);
  const more = here.logRatios / (here.count + MERCHANT_PRIOR_PAYMENTS);
  const log = Math.log(Math.max(euro, EURO_MIN));
  const usual = usualOf(own);
  const odds = usual ? raisedLogOdds(log - more - usual.mean, usual.deviation) : 0;
  return {
    part: {
      amountCustomerLogZScore: zScore(log, usual),
      amountCustomerMerchantLogZScore: zScore(log - more, usual),
      amountMerchantLogZScore: zScore(log - more, usualOf(here)),
      amountRaisedLogOdds: odds,
      customerRaised14dLogOdds: customer.history.raisedLogOdds(at, RAISED_WINDOW),
    },
    marks: { ...logMarksOf(log, more, usual), raised: evidenceOf(odds) },
  };
}

const UNKNOWN_PARTY = { history: NO_HISTORY };

/** How much more probable an amount is as another person's, who pays more, than as a usual one. */
function raisedLogOdds(gap: number, deviation: number): number {
  const { least, most } = RAISED;
  const below = (limit: number) => normalShare((gap - limit) / deviation);
  const raised = (below(least) - below(most)) / (most - least);
  const usual = Math.exp(-0.5 * (gap / deviation) ** 2) / (deviation * Math.sqrt(2 * Math.PI));
  const honest = (1 - UNLIKE.share) * usual + UNLIKE.share / UNLIKE.width;
  return Math.log(Math.max(raised, 1e-6) / honest);
}

/** What a payment says about another person paying now and then, as a logarithm. */
function evidenceOf(logOdds: number): number {
  const likely = 1 - OTHERS_SHARE + OTHERS_SHARE * Math.exp(logOdds);
  return Math.min(EVIDENCE_MAX, Math.log(likely));
}

function logMarksOf(
  log: number,
  more: number,
  usual: Usual | null,
): Pick<Marks, 'log' | 'logRatio'> {
  if (!usual) return { log: log - more, logRatio: 0 };
  const gap = bounded(log - more - usual.mean, DEVIATIONS_MAX * usual.deviation);
  return { log: usual.mean + gap, logRatio: more + gap };
}

function usualOf({ count, logs, logSquares }: MarkTotals): Usual | null {
  if (count === 0) return null;
  const mean = logs / count;
  const squares = Math.max(0, logSquares - logs * mean);
  const variance = (squares + PRIOR_PAYMENTS * PRIOR_VARIANCE) / (count + PRIOR_PAYMENTS);
  return { mean, deviation: Math.sqrt(variance * (1 + 1 / count)) };
}

function zScore(log: number, usual: Usual | null): number {
  return usual ? bounded((log - usual.mean) / usual.deviation, Z_SCORE_MAX) : 0;
}

function bounded(value: number, max: number): number {
  return Math.max(-max, Math.min(max, value));
}

/** Of a normal distribution, by the logistic curve that differs from it by at most 0.01. */
function normalShare(deviations: number): number {
  return 1 / (1 + Math.exp(-1.702 * deviations));
}
