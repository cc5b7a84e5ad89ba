import type { Entity } from './entity.js';
import { euroOf } from './euro.js';
import { FEATURES, type Feature, type FeatureVector } from './features.js';
import { HORIZON_SECONDS, type FeatureState, type PaymentFacts } from './feature-state.js';
import { History, type Totals } from './history.js';
import { homeCurrencyOf } from './home-currency.js';
import { DAY, HOUR, isNight, isWeekend, MINUTE, secondsOf } from './instant.js';

/** How long fraud usually stays unknown. */
export const LABEL_DELAY_SECONDS = 7 * DAY;

const LARGE_RATIO = 3;
const RATIO_MAX = 1000;
const Z_SCORE_MAX = 50;
const HISTORY_MIN = 3;
const SMOOTHING_PAYMENTS = 20;
const USUAL_FRAUD_RATE = 0.008;

type Values = Readonly<Record<Feature, number>>;
type Parts = ReturnType<
  | typeof paymentPart
  | typeof customerPart
  | typeof merchantPart
  | typeof cardPart
  | typeof devicePart
  | typeof placePart
>;

const INDEX = Object.fromEntries(FEATURES.map((feature, index) => [feature, index])) as Values;

/** The payment a vector is computed for, in the units of the features. */
type Current = { readonly facts: PaymentFacts; readonly at: number; readonly euro: number };

/**
 * The features of a payment, given everything folded before it; changes nothing. Uses only what
 * happened up to the payment's `occurredAt`.
 */
export function vectorOf(state: FeatureState, facts: PaymentFacts): FeatureVector {
  const current = { facts, at: secondsOf(facts.occurredAt), euro: euroOf(facts.amount) };
  const customer = state.entity('customer', facts.customerId);
  // One pass over several small objects: merging them first costs more than all the counting.
  const vector = new Float64Array(FEATURES.length).fill(NaN);
  fill(vector, paymentPart(current));
  fill(vector, customerPart(customer, current));
  fill(vector, merchantPart(state.entity('merchant', facts.merchantId), current));
  fill(vector, cardPart(state, customer, current));
  fill(vector, devicePart(state, customer, current));
  fill(vector, placePart(customer, current));
  return vector;
}

/** Far above what the customer usually pays. */
export function isLarge(vector: FeatureVector): boolean {
  return (vector[INDEX.amountOverCustomerMeanRatio] ?? 0) > LARGE_RATIO;
}

function paymentPart({ facts, at, euro }: Current) {
  return {
    amountEur: euro,
    weekend: Number(isWeekend(at)),
    night: Number(isNight(at)),
    paypal: Number(facts.method.kind === 'paypal'),
  };
}

const CUSTOMER_WINDOWS = [10 * MINUTE, HOUR, DAY, 7 * DAY, 14 * DAY, 30 * DAY, 60 * DAY] as const;

function customerPart(customer: Entity | undefined, { at, euro }: Current) {
  const history = customer?.history ?? NO_HISTORY;
  const [m10, h1, d1, d7, d14, d30, d60] = history.totals(at, CUSTOMER_WINDOWS);
  const lastAt = history.lastAt(at);
  const mean = d30.count === 0 ? euro : d30.sum / d30.count;
  return {
    customer10mCount: m10.count + 1,
    customer1hCount: h1.count + 1,
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
    ...medianPart(history, { at, euro, max7d: d7.count === 0 ? null : d7.max }),
    customerSinceKnownFraudDays: sinceFraudDays(history, d60, at).last,
  };
}

/** Against what the customer usually pays, which a thief's few payments do not move. */
function medianPart(
  history: History,
  { at, euro, max7d }: { at: number; euro: number; max7d: number | null },
) {
  const median = history.medianEuro(at, 60 * DAY) ?? euro;
  return {
    amountOverCustomerMedianRatio: ratio(euro, median),
    customer7dMaxOverMedianRatio: max7d === null ? 1 : ratio(max7d, median),
  };
}

const MERCHANT_WINDOWS = [HOUR, DAY, 14 * DAY, 28 * DAY, 60 * DAY] as const;
const DELAYED_WINDOWS = [DAY, 7 * DAY, 14 * DAY, 28 * DAY, 30 * DAY] as const;

function merchantPart(merchant: Entity | undefined, { at, euro }: Current) {
  const history = merchant?.history ?? NO_HISTORY;
  const [h1, d1, d14, d28, d60] = history.totals(at, MERCHANT_WINDOWS);
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
    merchantKnownUsualFraud28dCount: d28.usualFrauds,
    merchantKnownFraud28dMeanEur: share(d28.fraudSum, d28.frauds),
    amountOverMerchantMeanRatio: ratio(euro, d28.count === 0 ? euro : d28.sum / d28.count),
  };
}

function fraudRunPart(
  history: History,
  { at, settledAt }: { readonly at: number; readonly settledAt: number },
) {
  const run = history.fraudRun(at, settledAt);
  return {
    merchantFraudRunCount: run?.frauds ?? 0,
    merchantSinceFraudRunDays: days(run ? at - run.first : HORIZON_SECONDS),
    merchantHonestSinceFraudCount: run?.honestSince ?? 0,
  };
}

/** Since the first and the last known fraud of 67 days, if there was one in the last 60. */
function sinceFraudDays(history: History, { frauds }: Totals, at: number) {
  const times = frauds === 0 ? null : history.fraudTimes(at);
  return {
    first: days(times ? at - times.first : HORIZON_SECONDS),
    last: days(times ? at - times.last : HORIZON_SECONDS),
  };
}

const INSTRUMENT_WINDOWS = [HOUR, DAY, 60 * DAY] as const;

function cardPart(state: FeatureState, customer: Entity | undefined, current: Current) {
  const id = current.facts.card?.fingerprint ?? null;
  const seen = instrument(id === null ? undefined : state.entity('card', id), current);
  return {
    card1hCount: id === null ? 0 : seen.h1 + 1,
    card1dCount: id === null ? 0 : seen.d1 + 1,
    cardCustomerCount: id === null ? 0 : seen.customers,
    cardKnownFraud60dCount: seen.frauds,
    cardNew: isNew(customer, 'card', id, current.at),
  };
}

function devicePart(state: FeatureState, customer: Entity | undefined, current: Current) {
  const id = current.facts.deviceId;
  const seen = instrument(id === null ? undefined : state.entity('device', id), current);
  return {
    device1hCount: id === null ? 0 : seen.h1 + 1,
    device1dCount: id === null ? 0 : seen.d1 + 1,
    deviceCustomerCount: id === null ? 0 : seen.customers,
    deviceKnownFraud60dCount: seen.frauds,
    deviceNew: isNew(customer, 'device', id, current.at),
    deviceAbsent: Number(id === null),
  };
}

/** What a card and a device have in common. */
function instrument(entity: Entity | undefined, { facts, at }: Current) {
  const [h1, d1, d60] = (entity?.history ?? NO_HISTORY).totals(at, INSTRUMENT_WINDOWS);
  const known = entity?.isLinked('customer', facts.customerId, at) ?? false;
  const customers = (entity?.linkCount('customer', at) ?? 0) + (known ? 0 : 1);
  return { h1: h1.count, d1: d1.count, frauds: d60.frauds, customers };
}

function placePart(customer: Entity | undefined, { facts, at }: Current) {
  const cardCountry = facts.card?.country ?? null;
  const home = cardCountry === null ? null : homeCurrencyOf(cardCountry);
  return {
    customerMerchantNew: isNew(customer, 'merchant', facts.merchantId, at),
    cardIpCountryMismatch: differ(cardCountry, facts.ipCountry),
    cardShippingCountryMismatch: differ(cardCountry, facts.shippingCountry),
    ipCountryNew: isNew(customer, 'country', facts.ipCountry, at),
    currencyNew: isNew(customer, 'currency', facts.amount.currency, at),
    currencyForeign: differ(home, facts.amount.currency),
  };
}

function fill(vector: FeatureVector, part: Parts): void {
  for (const feature in part) {
    vector[INDEX[feature as Feature]] = (part as Values)[feature as Feature];
  }
}

const NO_HISTORY = new History();

/** 1 when the customer was seen with others of the kind, but never with this one. */
function isNew(
  customer: Entity | undefined,
  kind: 'merchant' | 'card' | 'device' | 'country' | 'currency',
  id: string | null,
  at: number,
): number {
  if (!customer || id === null || customer.isLinked(kind, id, at)) return 0;
  return Number(customer.linkCount(kind, at) > 0);
}

function differ(one: string | null, other: string | null): number {
  return Number(one !== null && other !== null && one !== other);
}

function zScore(euro: number, { count, sum, squares }: Totals): number {
  if (count < HISTORY_MIN) return 0;
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
  const score = (euro - mean) / Math.max(deviation, 1);
  return Math.max(-Z_SCORE_MAX, Math.min(Z_SCORE_MAX, score));
}

/** Amounts under one euro count as one euro, so that cents do not make huge ratios. */
function ratio(euro: number, reference: number): number {
  return Math.min(RATIO_MAX, Math.max(euro, 1) / Math.max(reference, 1));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function days(seconds: number): number {
  return Math.max(0, Math.min(seconds, HORIZON_SECONDS)) / DAY;
}
