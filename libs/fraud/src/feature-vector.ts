import { cardPart, devicePart, placePart } from './instrument-features.js';
import { customerPart, recentPart } from './customer-features.js';
import { countedAt } from './counted-at.js';
import { euroOf } from './euro.js';
import type { FeatureState, InitiatedPayment } from './feature-state.js';
import type { Current } from './feature-units.js';
import { FEATURES, type Feature, type FeatureVector } from './features.js';
import type { Marks } from './history.js';
import { isNight, isWeekend, secondsOf } from './instant.js';
import { merchantPart } from './merchant-features.js';
import { usualAmounts } from './usual-amounts.js';

const LARGE_RATIO = 3;

type Values = Readonly<Record<Feature, number>>;
type Parts =
  | ReturnType<
      | typeof paymentPart
      | typeof customerPart
      | typeof merchantPart
      | typeof cardPart
      | typeof devicePart
      | typeof placePart
      | typeof recentPart
    >
  | ReturnType<typeof usualAmounts>['part'];

const INDEX = Object.fromEntries(FEATURES.map((feature, index) => [feature, index])) as Values;

/**
 * The features of a payment, given everything folded before it; changes nothing. Uses only what
 * counts up to the time that the payment counts at, see `countedAt`.
 */
export function vectorOf(state: FeatureState, facts: InitiatedPayment): FeatureVector {
  return featuresOf(state, facts).vector;
}

/** The same, and what the fold is to remember about the payment. */
export function featuresOf(
  state: FeatureState,
  facts: InitiatedPayment,
): { readonly vector: FeatureVector; readonly marks: Marks } {
  const current = { facts, at: countedAt(facts), euro: euroOf(facts.amount) };
  const customer = state.entity('customer', facts.customerId);
  const merchant = state.entity('merchant', facts.merchantId);
  // Not "never folded": a payment that happened later may have been folded before.
  const first = customer === undefined || customer.firstAt > current.at;
  // One pass over several small objects: merging them first costs more than all the counting.
  const vector = new Float64Array(FEATURES.length).fill(NaN);
  fill(vector, paymentPart(current));
  fill(vector, customerPart(customer, current));
  fill(vector, merchantPart(merchant, { ...current, first }));
  fill(vector, cardPart(state, customer, current));
  fill(vector, devicePart(state, customer, current));
  fill(vector, placePart(customer, current));
  fill(vector, recentPart(customer, current));
  const usual = usualAmounts({ customer, merchant }, current);
  fill(vector, usual.part);
  const large = valueOf(vector, 'amountOverCustomerMeanRatio') > LARGE_RATIO;
  const odd = ODDITIES.some((oddity) => valueOf(vector, oddity) > 0);
  const marks = { large, odd, first, ...usual.marks };
  return { vector, marks };
}

/** What honest payments rarely are. */
const ODDITIES: readonly Feature[] = [
  'cardNew',
  'deviceNew',
  'ipCountryNew',
  'cardIpCountryMismatch',
  'cardShippingCountryMismatch',
];

function paymentPart({ facts, euro }: Current) {
  const at = secondsOf(facts.occurredAt);
  return {
    amountEur: euro,
    weekend: Number(isWeekend(at)),
    night: Number(isNight(at)),
    paypal: Number(facts.method.kind === 'paypal'),
  };
}

function fill(vector: FeatureVector, part: Parts): void {
  for (const feature in part) {
    vector[INDEX[feature as Feature]] = (part as Values)[feature as Feature];
  }
}

function valueOf(vector: FeatureVector, feature: Feature): number {
  return vector[INDEX[feature]] ?? 0;
}
