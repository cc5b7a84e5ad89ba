import type { Entity } from './entity.js';
import { days, NO_HISTORY, ratio, sinceFraudDays, type Current } from './feature-units.js';
import type { History, Totals } from './history.js';
import { linkDays } from './links.js';
import { DAY, HOUR, MINUTE } from './instant.js';

const Z_SCORE_MAX = 50;
const HISTORY_MIN = 3;

const CUSTOMER_WINDOWS = [
  10 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  60 * DAY,
] as const;

/** The customer's own past, and how the payment compares to it. */
export function customerPart(customer: Entity | undefined, { at, euro }: Current) {
  const history = customer?.history ?? NO_HISTORY;
  const [m10, h1, h6, d1, d7, d14, d30, d60] = history.totals(at, CUSTOMER_WINDOWS);
  const lastAt = history.lastAt(at);
  const mean = d30.count === 0 ? euro : d30.sum / d30.count;
  return {
    customer10mCount: m10.count + 1,
    customer1hCount: h1.count + 1,
    customer6hCount: h6.count + 1,
    customer1dCount: d1.count + 1,
    customer7dCount: d7.count + 1,
    customer30dCount: d30.count + 1,
    customer1dMeanEur: (d1.sum + euro) / (d1.count + 1),
    customer7dMeanEur: (d7.sum + euro) / (d7.count + 1),
    customer30dMeanEur: (d30.sum + euro) / (d30.count + 1),
    customer1dSumEur: d1.sum + euro,
    amountOverCustomerMeanRatio: ratio(euro, mean),
    amountOverCustomerMaxRatio: ratio(euro, d30.count === 0 ? euro : d30.max),
    amountCustomerZScore: zScore(euro, d30),
    customerLarge14dCount: d14.large,
    customerSinceLastSeconds: lastAt === null ? 30 * DAY : Math.min(at - lastAt, 30 * DAY),
    customerAgeDays: customer ? days(at - customer.firstAt) : 0,
    customerKnownFraud60dCount: d60.frauds,
    ...medianPart(history, { at, euro, d1, d7 }),
    customerSinceKnownFraudDays: sinceFraudDays(history, d60, at),
  };
}

/** Against what the customer usually pays, which a thief's few payments do not move. */
function medianPart(
  history: History,
  { at, euro, d1, d7 }: { at: number; euro: number; d1: Totals; d7: Totals },
) {
  const amounts = history.amounts(at, 60 * DAY);
  const median = amounts[Math.floor(amounts.length / 2)] ?? euro;
  const above = amounts.filter((amount) => amount >= euro).length;
  return {
    amountOverCustomerMedianRatio: ratio(euro, median),
    amountCustomerAboveShare: (above + 1) / (amounts.length + 2),
    customer1dSumOverMedianRatio: ratio(d1.sum + euro, median),
    customer7dMaxOverMedianRatio: d7.count === 0 ? 1 : ratio(d7.max, median),
  };
}

/** What is new about the customer's payments of late, this one not included. */
export function recentPart(customer: Entity | undefined, { facts, at }: Current) {
  const [d1, d7] = (customer?.history ?? NO_HISTORY).marks(at, [DAY, 7 * DAY] as const);
  const merchants = (since?: number) => customer?.linkCount('merchant', at, since) ?? 0;
  return {
    customerOdd1dCount: d1.odd,
    customerOdd7dCount: d7.odd,
    customerMerchantCount: merchants(),
    customerFirstMerchant1dCount: merchants(at - DAY),
    customerFirstMerchant7dCount: merchants(at - 7 * DAY),
    customerDeviceAgeDays: linkDays(customer, 'device', facts.deviceId, at),
    customerIpCountryAgeDays: linkDays(customer, 'country', facts.ipCountry, at),
  };
}

function zScore(euro: number, { count, sum, squares }: Totals): number {
  if (count < HISTORY_MIN) return 0;
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
  const score = (euro - mean) / Math.max(deviation, 1);
  return Math.max(-Z_SCORE_MAX, Math.min(Z_SCORE_MAX, score));
}
