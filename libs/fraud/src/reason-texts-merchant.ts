import type { Feature } from './features.js';
import type { ReasonText } from './reason-text.js';

/** About the merchant: how much is paid there, and how much of it was fraud. */
export const MERCHANT_TEXTS = {
  merchant10mCount: [
    'count',
    '{v} payments at the merchant in 10 minutes',
    'دفعات عند التاجر خلال 10 دقائق: {v}',
  ],
  merchant1hCount: [
    'count',
    '{v} payments at the merchant in an hour',
    'دفعات عند التاجر خلال ساعة: {v}',
  ],
  merchant1dCount: [
    'count',
    '{v} payments at the merchant in a day',
    'دفعات عند التاجر خلال يوم: {v}',
  ],
  merchant1hMeanEur: [
    'euro',
    'Merchant’s mean of an hour: {v}',
    'متوسط دفعات التاجر خلال ساعة: {v}',
  ],
  merchantDelayed1dCount: [
    'count',
    '{v} payments at the merchant on the day a week ago',
    'دفعات عند التاجر في مثل هذا اليوم قبل أسبوع: {v}',
  ],
  merchantDelayed7dCount: [
    'count',
    '{v} payments at the merchant in the week before last',
    'دفعات عند التاجر في الأسبوع قبل الماضي: {v}',
  ],
  merchantDelayed30dCount: [
    'count',
    '{v} payments at the merchant in 30 days up to a week ago',
    'دفعات عند التاجر خلال 30 يومًا حتى قبل أسبوع: {v}',
  ],
  merchantDelayed1dFraudRate: [
    'share',
    '{v} fraud at the merchant on the day a week ago',
    'نسبة الاحتيال عند التاجر في مثل هذا اليوم قبل أسبوع: {v}',
  ],
  merchantDelayed7dFraudRate: [
    'share',
    '{v} fraud at the merchant in the week before last',
    'نسبة الاحتيال عند التاجر في الأسبوع قبل الماضي: {v}',
  ],
  merchantDelayed14dFraudRate: [
    'share',
    '{v} fraud at the merchant in 14 days up to a week ago',
    'نسبة الاحتيال عند التاجر خلال 14 يومًا حتى قبل أسبوع: {v}',
  ],
  merchantDelayed30dFraudRate: [
    'share',
    '{v} fraud at the merchant in 30 days up to a week ago',
    'نسبة الاحتيال عند التاجر خلال 30 يومًا حتى قبل أسبوع: {v}',
  ],
  merchantDelayed28dSmoothedFraudRate: [
    'share',
    '{v} fraud to be expected at the merchant',
    'نسبة الاحتيال المتوقعة عند التاجر: {v}',
  ],
  merchantKnownFraud7dCount: [
    'count',
    '{v} known frauds at the merchant in 7 days',
    'احتيال معروف عند التاجر خلال 7 أيام: {v}',
  ],
  merchantKnownFraud14dCount: [
    'count',
    '{v} known frauds at the merchant in 14 days',
    'احتيال معروف عند التاجر خلال 14 يومًا: {v}',
  ],
  merchantKnownFraud28dCount: [
    'count',
    '{v} known frauds at the merchant in 28 days',
    'احتيال معروف عند التاجر خلال 28 يومًا: {v}',
  ],
  merchantKnownFraud60dCount: [
    'count',
    '{v} known frauds at the merchant in 60 days',
    'احتيال معروف عند التاجر خلال 60 يومًا: {v}',
  ],
  merchantKnownUsualFraud7dCount: [
    'count',
    '{v} known frauds of usual amounts there in 7 days',
    'احتيال معروف بمبالغ معتادة عند التاجر خلال 7 أيام: {v}',
  ],
  merchantKnownUsualFraud28dCount: [
    'count',
    '{v} known frauds of usual amounts there in 28 days',
    'احتيال معروف بمبالغ معتادة عند التاجر خلال 28 يومًا: {v}',
  ],
  merchantKnownFraud28dMeanEur: [
    'euro',
    'Mean of known frauds there in 28 days: {v}',
    'متوسط الاحتيال المعروف عند التاجر خلال 28 يومًا: {v}',
  ],
  merchantSinceKnownFraudDays: [
    'days',
    '{v} since the last known fraud at the merchant',
    'منذ آخر احتيال معروف عند التاجر: {v}',
  ],
  merchantSinceFirstFraudDays: [
    'days',
    '{v} since the first known fraud at the merchant',
    'منذ أول احتيال معروف عند التاجر: {v}',
  ],
  merchantLastFraudShare: [
    'share',
    '{v} of the last payment a week ago was fraud',
    'نسبة الاحتيال في آخر دفعة قبل أسبوع: {v}',
  ],
  merchantLast3FraudShare: [
    'share',
    '{v} of the last 3 payments a week ago were fraud',
    'نسبة الاحتيال في آخر 3 دفعات قبل أسبوع: {v}',
  ],
  merchantLast6FraudShare: [
    'share',
    '{v} of the last 6 payments a week ago were fraud',
    'نسبة الاحتيال في آخر 6 دفعات قبل أسبوع: {v}',
  ],
  merchantFraudRunCount: [
    'count',
    'A run of {v} known frauds at the merchant',
    'سلسلة احتيال معروف عند التاجر: {v}',
  ],
  merchantFraudRunShare: [
    'share',
    '{v} of the payments since that run began were fraud',
    'نسبة الاحتيال منذ بدء السلسلة: {v}',
  ],
  merchantSinceFraudRunDays: [
    'days',
    '{v} since a run of frauds began at the merchant',
    'منذ بدء سلسلة احتيال عند التاجر: {v}',
  ],
  merchantHonestSinceFraudCount: [
    'count',
    '{v} honest payments since that run',
    'دفعات سليمة منذ تلك السلسلة: {v}',
  ],
  merchantOdd1dCount: [
    'count',
    '{v} odd payments at the merchant in a day',
    'دفعات غير مألوفة عند التاجر خلال يوم: {v}',
  ],
  merchantFirst1hCount: [
    'count',
    '{v} first-time customers there in an hour',
    'عملاء لأول مرة عند التاجر خلال ساعة: {v}',
  ],
  merchantFirst1dCount: [
    'count',
    '{v} first-time customers there in a day',
    'عملاء لأول مرة عند التاجر خلال يوم: {v}',
  ],
  amountOverMerchantMeanRatio: ['times', '{v} the merchant’s mean', '{v} متوسط التاجر'],
  amountMerchantLogZScore: [
    'deviations',
    '{v} from usual amounts at the merchant',
    '{v} عن المبالغ المعتادة عند التاجر',
  ],
} as const satisfies Partial<Record<Feature, ReasonText>>;
