import type { Entity } from './entity.js';
import { HORIZON_SECONDS } from './feature-state.js';
import { days, NO_HISTORY, ratio, share, type Current } from './feature-units.js';
import type { History, Totals } from './history.js';
import { DAY, HOUR, MINUTE } from './instant.js';
import { MerchantScale, someOf } from './merchant-scale.js';

/** How long fraud usually stays unknown. */
export const LABEL_DELAY_SECONDS = 7 * DAY;

const SMOOTHING_PAYMENTS = 20;
const USUAL_FRAUD_RATE = 0.008;

const MERCHANT_WINDOWS = [10 * MINUTE, HOUR, DAY, 7 * DAY, 14 * DAY, 28 * DAY, 60 * DAY] as const;
const DELAYED_WINDOWS = [DAY, 7 * DAY, 14 * DAY, 28 * DAY, 30 * DAY] as const;

/**
 * What happens at the merchant, and what is known to have been fraud there. Counts and times are
 * those of a merchant of at most four payments a day, see MerchantScale.
 */
export function merchantPart(
  merchant: Entity | undefined,
  { at, euro, first }: Current & { readonly first: boolean },
) {
  const history = merchant?.history ?? NO_HISTORY;
  const [m10, h1, d1, d7, d14, d28, d60] = history.totals(at, MERCHANT_WINDOWS);
  const settledAt = at - LABEL_DELAY_SECONDS;
  const [w1, w7, w14, w28, w30] = history.totals(settledAt, DELAYED_WINDOWS);
  const scale = new MerchantScale(d28.count, Math.min(28 * DAY, at - (merchant?.firstAt ?? at)));
  return {
    merchant10mCount: scale.count(m10.count + 1, 10 * MINUTE),
    merchant1hCount: scale.count(h1.count + 1, HOUR),
    merchant1dCount: scale.count(d1.count + 1, DAY),
    merchantDelayed1dCount: scale.count(w1.count, DAY),
    merchantDelayed7dCount: scale.count(w7.count, 7 * DAY),
    merchantDelayed30dCount: scale.count(w30.count, 30 * DAY),
    merchantDelayed1dFraudRate: share(w1.frauds, w1.count),
    merchantDelayed7dFraudRate: share(w7.frauds, w7.count),
    merchantDelayed14dFraudRate: share(w14.frauds, w14.count),
    merchantDelayed30dFraudRate: share(w30.frauds, w30.count),
    merchantDelayed28dSmoothedFraudRate:
      (w28.frauds + USUAL_FRAUD_RATE * SMOOTHING_PAYMENTS) / (w28.count + SMOOTHING_PAYMENTS),
    merchantLastFraudShare: history.fraudShareOfLast(settledAt, 1),
    merchantLast3FraudShare: history.fraudShareOfLast(settledAt, 3),
    merchantLast6FraudShare: history.fraudShareOfLast(settledAt, 6),
    ...knownFraudPart(history, { at, d60, scale }),
    merchantKnownFraud7dCount: someOf(d7.frauds, d7.count, 7 * DAY),
    merchantKnownFraud14dCount: someOf(d14.frauds, d14.count, 14 * DAY),
    merchantKnownFraud28dCount: someOf(d28.frauds, d28.count, 28 * DAY),
    merchantKnownUsualFraud7dCount: someOf(d7.usualFrauds, d7.count, 7 * DAY),
    merchantKnownUsualFraud28dCount: someOf(d28.usualFrauds, d28.count, 28 * DAY),
    ...fraudRunPart(history, { at, settledAt, scale }),
    ...crowdPart(history, { at, first, scale }),
    merchant1hMeanEur: (h1.sum + euro) / (h1.count + 1),
    merchantKnownFraud28dMeanEur: share(d28.fraudSum, d28.frauds),
    amountOverMerchantMeanRatio: ratio(euro, d28.count === 0 ? euro : d28.sum / d28.count),
  };
}

type Scaled = { readonly at: number; readonly scale: MerchantScale };

function knownFraudPart(history: History, { at, d60, scale }: Scaled & { readonly d60: Totals }) {
  const times = d60.frauds === 0 ? null : history.fraudTimes(at);
  return {
    merchantKnownFraud60dCount: someOf(d60.frauds, d60.count, 60 * DAY),
    merchantSinceKnownFraudDays: days(times ? scale.seconds(at - times.last) : HORIZON_SECONDS),
    merchantSinceFirstFraudDays: days(times ? scale.seconds(at - times.first) : HORIZON_SECONDS),
  };
}

/** Who comes to a merchant: tested cards come all at once, and are new there. */
function crowdPart(history: History, { at, first, scale }: Scaled & { readonly first: boolean }) {
  const [h1, d1] = history.marks(at, [HOUR, DAY] as const);
  return {
    merchantFirst1hCount: scale.count(h1.firsts + Number(first), HOUR),
    merchantFirst1dCount: scale.count(d1.firsts + Number(first), DAY),
    merchantOdd1dCount: scale.count(d1.odd, DAY),
  };
}

function fraudRunPart(
  history: History,
  { at, settledAt, scale }: Scaled & { readonly settledAt: number },
) {
  const run = history.fraudRun(at, settledAt);
  const width = run ? at - run.first : 0;
  return {
    merchantFraudRunCount: run ? someOf(run.frauds, run.payments, width) : 0,
    merchantFraudRunShare: run ? share(run.frauds, run.payments) : 0,
    merchantSinceFraudRunDays: days(run ? scale.seconds(width) : HORIZON_SECONDS),
    merchantHonestSinceFraudCount: run ? scale.count(run.honestSince, width) : 0,
  };
}
