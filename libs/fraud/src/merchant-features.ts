import type { Entity } from './entity.js';
import { HORIZON_SECONDS } from './feature-state.js';
import { days, NO_HISTORY, ratio, share, sinceFraudDays, type Current } from './feature-units.js';
import type { History } from './history.js';
import { DAY, HOUR, MINUTE } from './instant.js';

/** How long fraud usually stays unknown. */
export const LABEL_DELAY_SECONDS = 7 * DAY;

const SMOOTHING_PAYMENTS = 20;
const USUAL_FRAUD_RATE = 0.008;

const MERCHANT_WINDOWS = [10 * MINUTE, HOUR, DAY, 7 * DAY, 14 * DAY, 28 * DAY, 60 * DAY] as const;
const DELAYED_WINDOWS = [DAY, 7 * DAY, 14 * DAY, 28 * DAY, 30 * DAY] as const;

/** What happens at the merchant, and what is known to have been fraud there. */
export function merchantPart(
  merchant: Entity | undefined,
  { at, euro, first }: Current & { readonly first: boolean },
) {
  const history = merchant?.history ?? NO_HISTORY;
  const [m10, h1, d1, d7, d14, d28, d60] = history.totals(at, MERCHANT_WINDOWS);
  const settledAt = at - LABEL_DELAY_SECONDS;
  const [w1, w7, w14, w28, w30] = history.totals(settledAt, DELAYED_WINDOWS);
  const since = sinceFraudDays(history, d60, at);
  return {
    merchant1hCount: h1.count + 1,
    merchant1dCount: d1.count + 1,
    merchantDelayed1dCount: w1.count,
    merchantDelayed7dCount: w7.count,
    merchantDelayed30dCount: w30.count,
    merchantDelayed1dFraudRate: share(w1.frauds, w1.count),
    merchantDelayed7dFraudRate: share(w7.frauds, w7.count),
    merchantDelayed30dFraudRate: share(w30.frauds, w30.count),
    merchantDelayed28dSmoothedFraudRate:
      (w28.frauds + USUAL_FRAUD_RATE * SMOOTHING_PAYMENTS) / (w28.count + SMOOTHING_PAYMENTS),
    merchantKnownFraud14dCount: d14.frauds,
    merchantKnownFraud28dCount: d28.frauds,
    merchantKnownFraud60dCount: d60.frauds,
    merchantSinceKnownFraudDays: since.last,
    merchantSinceFirstFraudDays: since.first,
    merchantLast3FraudShare: history.fraudShareOfLast(settledAt, 3),
    merchantDelayed14dFraudRate: share(w14.frauds, w14.count),
    merchantLastFraudShare: history.fraudShareOfLast(settledAt, 1),
    merchantLast6FraudShare: history.fraudShareOfLast(settledAt, 6),
    ...fraudRunPart(history, { at, settledAt }),
    merchantKnownFraud7dCount: d7.frauds,
    merchantKnownUsualFraud7dCount: d7.usualFrauds,
    merchantKnownUsualFraud28dCount: d28.usualFrauds,
    ...crowdPart(history, { at, first }),
    merchant10mCount: m10.count + 1,
    merchant1hMeanEur: (h1.sum + euro) / (h1.count + 1),
    merchantKnownFraud28dMeanEur: share(d28.fraudSum, d28.frauds),
    amountOverMerchantMeanRatio: ratio(euro, d28.count === 0 ? euro : d28.sum / d28.count),
  };
}

/** Who comes to a merchant: tested cards come all at once, and nobody has seen them before. */
function crowdPart(history: History, { at, first }: { at: number; first: boolean }) {
  const [h1, d1] = history.marks(at, [HOUR, DAY] as const);
  return {
    merchantFirst1hCount: h1.firsts + Number(first),
    merchantFirst1dCount: d1.firsts + Number(first),
    merchantOdd1dCount: d1.odd,
  };
}

function fraudRunPart(
  history: History,
  { at, settledAt }: { readonly at: number; readonly settledAt: number },
) {
  const run = history.fraudRun(at, settledAt);
  return {
    merchantFraudRunCount: run?.frauds ?? 0,
    merchantFraudRunShare: run ? share(run.frauds, run.payments) : 0,
    merchantSinceFraudRunDays: days(run ? at - run.first : HORIZON_SECONDS),
    merchantHonestSinceFraudCount: run?.honestSince ?? 0,
  };
}
