/**
 * Inputs of the fraud model, in training order. Append only: position is meaning.
 *
 * Windows end at the payment's `occurredAt`. Customer, card and device windows include the payment
 * itself. `Delayed` windows end 7 days earlier, because fraud is rarely known sooner, and count
 * unlabelled payments as legitimate; `KnownFraud` counts every label known by now.
 */
export const FEATURES = [
  'amountEur', // At the fixed reference rates of euro.ts.
  'weekend', // 1 on Saturday and Sunday, UTC.
  'night', // 1 from 00:00 to 06:59, UTC.

  'customer10mCount',
  'customer1hCount',
  'customer1dCount',
  'customer7dCount',
  'customer30dCount',
  'customer1dMeanEur',
  'customer7dMeanEur',
  'customer30dMeanEur',
  'customer1dSumEur',
  'amountOverCustomerMeanRatio', // To the customer's own earlier 30 days; 1 without any.
  'amountOverCustomerMaxRatio',
  'amountCustomerZScore', // 0 with fewer than three earlier payments.
  'customerLarge14dCount', // Payments above 3 times the customer's mean at their time.
  'customerSinceLastSeconds', // 30 days for a first payment.
  'customerAgeDays', // Since the first payment we saw; at most 67.
  'customerKnownFraud60dCount',

  'merchant1hCount',
  'merchant1dCount',
  'merchantDelayed1dCount',
  'merchantDelayed7dCount',
  'merchantDelayed30dCount',
  'merchantDelayed1dFraudRate',
  'merchantDelayed7dFraudRate',
  'merchantDelayed30dFraudRate',
  'merchantDelayed28dSmoothedFraudRate', // As if 20 more payments had had the usual rate.
  'merchantKnownFraud14dCount',
  'merchantKnownFraud28dCount',
  'merchantKnownFraud60dCount',
  'merchantSinceKnownFraudDays', // 67 without any.
  'merchantSinceFirstFraudDays', // 67 without any.
  'merchantLast3FraudShare', // Of the last three payments at least 7 days old.
  'amountOverMerchantMeanRatio',

  'customerMerchantNew', // The customer paid before, never here. Likewise below.
  'card1hCount',
  'card1dCount',
  'cardCustomerCount', // Customers seen with this card, this one included; 0 without a card.
  'cardNew',
  'cardKnownFraud60dCount',
  'device1hCount',
  'device1dCount',
  'deviceCustomerCount', // Likewise for the device.
  'deviceNew',
  'deviceKnownFraud60dCount',
  'deviceAbsent',

  'cardIpCountryMismatch', // 1 when both are known and differ. Likewise below.
  'cardShippingCountryMismatch',
  'ipCountryNew',
  'currencyNew',
  'currencyForeign', // Not the currency of the card's country.
  'paypal',

  'amountOverCustomerMedianRatio', // To the customer's own earlier 60 days; 1 without any.
  'customer7dMaxOverMedianRatio', // The customer's largest earlier amount, likewise.
  'customerSinceKnownFraudDays', // 67 without any.
  'merchantDelayed14dFraudRate',
  'merchantLastFraudShare', // Of the last payment at least 7 days old. Likewise below.
  'merchantLast6FraudShare',
  // A run: known frauds without a payment between them that is known to be honest.
  'merchantFraudRunCount', // Of the latest run in 67 days; 0 without any.
  'merchantSinceFraudRunDays', // Since it began; 67 without any.
  'merchantHonestSinceFraudCount', // Payments known to be honest after it; 0 without any.
  'merchantKnownUsualFraud28dCount', // Frauds of an amount not large for their payer.
  'merchantKnownFraud28dMeanEur', // 0 without any.
] as const;

export type Feature = (typeof FEATURES)[number];

/** One payment's features, in the order of FEATURES. */
export type FeatureVector = Float64Array;

/** Changes whenever a feature is computed differently: stored state of another version is void. */
export const FOLD_VERSION = 1;

/** What a feature is about. Correlated inputs share a subject and are explained together. */
export function subjectOf(feature: Feature): string {
  const [subject] = SUBJECTS.find(([, pattern]) => pattern.test(feature)) ?? ['payment'];
  return subject;
}

const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ['time', /^(weekend|night)$/],
  ['known-fraud-of-payer', /^(customer|card|device)(Since)?KnownFraud/],
  ['merchant-fraud', /^merchant.*Fraud/],
  ['merchant-volume', /^merchant.*Count$/],
  ['amount', /^amount|Eur$|Large|MedianRatio$/],
  ['velocity', /^(customer|card|device)\d+[mhd]Count$|SinceLast/],
  ['customer-age', /^customerAge/],
  ['card', /^card(Customer|New)/],
  ['device', /^device/],
  ['country', /Country/],
  ['new-merchant', /^customerMerchant/],
  ['currency', /^currency/],
];
