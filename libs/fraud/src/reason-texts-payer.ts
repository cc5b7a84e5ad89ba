import type { Feature } from './features.js';
import type { ReasonText } from './reason-text.js';

/** About the payment and its payer: customer, card, device, country. */
export const PAYER_TEXTS = {
  amountEur: ['euro', 'Amount of {v}', 'المبلغ {v}'],
  weekend: ['flag', 'Made at the weekend', 'أُجريت في عطلة نهاية الأسبوع'],
  night: ['flag', 'Made at night (UTC)', 'أُجريت ليلًا (بالتوقيت العالمي)'],
  paypal: ['flag', 'Paid by PayPal', 'دُفعت عبر PayPal'],

  customer10mCount: [
    'count',
    '{v} payments by the payer in 10 minutes',
    'دفعات الدافع خلال 10 دقائق: {v}',
  ],
  customer1hCount: ['count', '{v} payments by the payer in an hour', 'دفعات الدافع خلال ساعة: {v}'],
  customer6hCount: [
    'count',
    '{v} payments by the payer in 6 hours',
    'دفعات الدافع خلال 6 ساعات: {v}',
  ],
  customer1dCount: ['count', '{v} payments by the payer in a day', 'دفعات الدافع خلال يوم: {v}'],
  customer7dCount: [
    'count',
    '{v} payments by the payer in 7 days',
    'دفعات الدافع خلال 7 أيام: {v}',
  ],
  customer30dCount: [
    'count',
    '{v} payments by the payer in 30 days',
    'دفعات الدافع خلال 30 يومًا: {v}',
  ],
  customer1dMeanEur: ['euro', 'Payer’s mean of a day: {v}', 'متوسط دفعات الدافع خلال يوم: {v}'],
  customer7dMeanEur: ['euro', 'Payer’s mean of 7 days: {v}', 'متوسط دفعات الدافع خلال 7 أيام: {v}'],
  customer30dMeanEur: [
    'euro',
    'Payer’s mean of 30 days: {v}',
    'متوسط دفعات الدافع خلال 30 يومًا: {v}',
  ],
  customer1dSumEur: ['euro', '{v} by the payer in a day', 'مجموع دفعات الدافع خلال يوم: {v}'],
  amountOverCustomerMeanRatio: ['times', '{v} own 30-day mean', '{v} متوسطه خلال 30 يومًا'],
  amountOverCustomerMaxRatio: ['times', '{v} own 30-day maximum', '{v} أعلى دفعة له خلال 30 يومًا'],
  amountOverCustomerMedianRatio: ['times', '{v} own 60-day median', '{v} وسيط دفعاته خلال 60 يومًا'],
  customer7dMaxOverMedianRatio: [
    'times',
    'Largest of 7 days was {v} own 60-day median',
    'أعلى دفعة خلال 7 أيام كانت {v} وسيط 60 يومًا',
  ],
  customer1dSumOverMedianRatio: [
    'times',
    'The day’s payments are {v} own 60-day median',
    'دفعات اليوم {v} وسيط 60 يومًا',
  ],
  amountCustomerAboveShare: [
    'share',
    '{v} of own 60 days were as large',
    '{v} من دفعاته خلال 60 يومًا كانت بهذا القدر',
  ],
  amountCustomerZScore: ['deviations', '{v} from own 30-day mean', '{v} عن متوسطه خلال 30 يومًا'],
  amountCustomerLogZScore: ['deviations', '{v} from own usual amounts', '{v} عن مبالغه المعتادة'],
  amountCustomerMerchantLogZScore: [
    'deviations',
    '{v} from own usual amounts, allowing for this merchant',
    '{v} عن مبالغه المعتادة مع مراعاة هذا التاجر',
  ],
  amountRaisedLogOdds: [
    'odds',
    'Amount is {v} likelier to be another person’s',
    'المبلغ أرجح {v} أن يكون لشخص آخر',
  ],
  customerRaised14dLogOdds: [
    'odds',
    'Amounts of 14 days are {v} likelier to be another person’s',
    'مبالغ 14 يومًا أرجح {v} أن تكون لشخص آخر',
  ],
  customerLarge14dCount: [
    'count',
    '{v} large payments in 14 days',
    'دفعات كبيرة خلال 14 يومًا: {v}',
  ],
  customerSinceLastSeconds: [
    'seconds',
    '{v} since the payer’s last payment',
    'منذ آخر دفعة للدافع: {v}',
  ],
  customerAgeDays: ['days', 'Payer known for {v}', 'الدافع معروف منذ {v}'],
  customerKnownFraud60dCount: [
    'count',
    '{v} known frauds of the payer in 60 days',
    'احتيال معروف للدافع خلال 60 يومًا: {v}',
  ],
  customerSinceKnownFraudDays: [
    'days',
    '{v} since the payer’s last known fraud',
    'منذ آخر احتيال معروف للدافع: {v}',
  ],
  customerMerchantNew: ['flag', 'Payer never paid here before', 'لم يدفع هنا من قبل'],
  customerMerchantCount: ['count', 'Payer was seen at {v} merchants', 'تجار دفع لهم الدافع: {v}'],
  customerFirstMerchant1dCount: ['count', '{v} new merchants in a day', 'تجار جدد خلال يوم: {v}'],
  customerFirstMerchant7dCount: [
    'count',
    '{v} new merchants in 7 days',
    'تجار جدد خلال 7 أيام: {v}',
  ],
  customerDeviceAgeDays: [
    'days',
    'Payer known with this device for {v}',
    'الدافع معروف بهذا الجهاز منذ {v}',
  ],
  customerIpCountryAgeDays: [
    'days',
    'Payer known in this country for {v}',
    'الدافع معروف في هذا البلد منذ {v}',
  ],
  customerOdd1dCount: [
    'count',
    '{v} odd payments by the payer in a day',
    'دفعات غير مألوفة للدافع خلال يوم: {v}',
  ],
  customerOdd7dCount: [
    'count',
    '{v} odd payments by the payer in 7 days',
    'دفعات غير مألوفة للدافع خلال 7 أيام: {v}',
  ],

  card1hCount: ['count', '{v} payments with the card in an hour', 'دفعات البطاقة خلال ساعة: {v}'],
  card1dCount: ['count', '{v} payments with the card in a day', 'دفعات البطاقة خلال يوم: {v}'],
  cardCustomerCount: ['count', 'Card used by {v} customers', 'عملاء استعملوا البطاقة: {v}'],
  cardNew: ['flag', 'Card is new for the payer', 'بطاقة جديدة لهذا الدافع'],
  cardKnownFraud60dCount: [
    'count',
    '{v} known frauds with the card in 60 days',
    'احتيال معروف بالبطاقة خلال 60 يومًا: {v}',
  ],
  cardOdd1dCount: [
    'count',
    '{v} odd payments with the card in a day',
    'دفعات غير مألوفة بالبطاقة خلال يوم: {v}',
  ],
  device1hCount: [
    'count',
    '{v} payments from the device in an hour',
    'دفعات الجهاز خلال ساعة: {v}',
  ],
  device1dCount: ['count', '{v} payments from the device in a day', 'دفعات الجهاز خلال يوم: {v}'],
  deviceCustomerCount: ['count', 'Device used by {v} customers', 'عملاء استعملوا الجهاز: {v}'],
  deviceNew: ['flag', 'Device is new for the payer', 'جهاز جديد لهذا الدافع'],
  deviceKnownFraud60dCount: [
    'count',
    '{v} known frauds from the device in 60 days',
    'احتيال معروف من الجهاز خلال 60 يومًا: {v}',
  ],
  deviceAbsent: ['flag', 'Device is not known', 'الجهاز غير معروف'],

  cardIpCountryMismatch: [
    'flag',
    'Card and network are of different countries',
    'بلد البطاقة غير بلد الشبكة',
  ],
  cardShippingCountryMismatch: [
    'flag',
    'Card and delivery are of different countries',
    'بلد البطاقة غير بلد التسليم',
  ],
  ipCountryNew: [
    'flag',
    'Country of the network is new for the payer',
    'بلد الشبكة جديد لهذا الدافع',
  ],
  currencyNew: ['flag', 'Currency is new for the payer', 'عملة جديدة لهذا الدافع'],
  currencyForeign: ['flag', 'Not the currency of the card’s country', 'ليست عملة بلد البطاقة'],
} as const satisfies Partial<Record<Feature, ReasonText>>;
