/**
 * Inputs of the fraud model, in training order. Append only: position is meaning.
 *
 * Windows end at the time that the payment counts at, see `countedAt`. Customer, card and device
 * windows include the payment itself. `Delayed` windows end 7 days earlier, because fraud is rarely
 * known sooner, and count unlabelled payments as legitimate; `KnownFraud` counts every label known
 * by now. Counts of a merchant, and times since something happened there, are those of a merchant
 * of at most four payments a day: see MerchantScale.
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

  'customer6hCount',
  'customer1dSumOverMedianRatio', // The day's payments to the customer's median of 60 days.
  'amountCustomerAboveShare', // Of the customer's own 60 days, smoothed: 0.5 without any.
  // Of logarithms, against the customer's own 60 days, in each less what others pay more there;
  // 0 for a first payment.
  'amountCustomerLogZScore',
  'amountCustomerMerchantLogZScore', // Less what others pay here beyond what they usually pay.
  'customerMerchantCount', // Merchants the customer was seen at. Likewise below.
  'customerFirstMerchant1dCount', // Seen there for the first time within the window.
  'customerFirstMerchant7dCount',
  'customerDeviceAgeDays', // Since the customer was first seen with it; 67 without a device.
  'customerIpCountryAgeDays', // Likewise.
  // Earlier payments from a new device or country, or whose details do not fit together.
  'customerOdd1dCount',
  'customerOdd7dCount',
  'cardOdd1dCount',
  'merchantOdd1dCount',
  'merchant10mCount',
  'merchantFirst1hCount', // Payments by customers never seen before, this one included.
  'merchantFirst1dCount',
  'merchant1hMeanEur',
  'merchantFraudRunShare', // Known frauds of the run among all payments since it began.
  'merchantKnownFraud7dCount',
  'merchantKnownUsualFraud7dCount',

  'amountMerchantLogZScore', // Against the payments here of 60 days, as if the payer were unknown.
  // How much likelier the amount is as another person's who pays more, as a logarithm; and what the
  // earlier amounts of the window say together about another person paying now and then.
  'amountRaisedLogOdds',
  'customerRaised14dLogOdds',
] as const;

export type Feature = (typeof FEATURES)[number];

/** One payment's features, in the order of FEATURES. */
export type FeatureVector = Float64Array;

/** Changes whenever a feature is computed differently: models of another version are void. */
export const FOLD_VERSION = 4;

/** What a feature is about. Correlated inputs share a subject and are explained together. */
export function subjectOf(feature: Feature): string {
  const [subject] = SUBJECTS.find(([, pattern]) => pattern.test(feature)) ?? ['payment'];
  return subject;
}

const SUBJECTS: readonly (readonly [string, RegExp])[] = [
  ['time', /^(weekend|night)$/],
  ['known-fraud-of-payer', /^(customer|card|device)(Since)?KnownFraud/],
  ['merchant-fraud', /^merchant.*Fraud/],
  ['odd-payments', /Odd\d+d/],
  ['merchant-volume', /^merchant.*(Count|hMeanEur)$/],
  ['amount', /^amount|Eur$|Large|Raised|MedianRatio$/],
  ['velocity', /^(customer|card|device)\d+[mhd]Count$|SinceLast/],
  ['customer-age', /^customerAge/],
  ['card', /^card(Customer|New)/],
  ['device', /^device|^customerDevice/],
  ['country', /Country/],
  ['new-merchant', /^customer(First)?Merchant/],
  ['currency', /^currency/],
];
