import { type DeclineAdvice, type DeclineReason, rowOf } from './reasons.js';

export const PAYER_LANGUAGES = ['en', 'ar'] as const;

export type PayerLanguage = (typeof PAYER_LANGUAGES)[number];

type Texts<Key extends string> = Readonly<
  Record<PayerLanguage, { readonly [Each in Key]?: string } & { readonly otherwise: string }>
>;

/**
 * What happened, for the payer. A reason without a text here has the text of a
 * general decline: so have those that would warn a thief, and those that are our own business.
 */
const WHAT_HAPPENED: Texts<DeclineReason> = {
  en: {
    'insufficient-funds': 'There is not enough money on this card or account.',
    'limit-exceeded': 'This payment is above a limit of your card or account.',
    'expired-card': 'Your card has expired.',
    'incorrect-number': 'The card number is not correct.',
    'incorrect-cvc': 'The security code of the card is not correct.',
    'incorrect-expiry': 'The expiry date of the card is not correct.',
    'incorrect-address': 'The billing address or postal code does not match the card.',
    'incorrect-pin': 'The PIN is missing or not correct.',
    'authentication-required': 'Your bank asks you to confirm this payment.',
    'authentication-failed': 'The payment was not confirmed with your bank.',
    'do-not-honour': 'Your bank declined the payment.',
    restricted: 'This card or account cannot be used for this payment.',
    'invalid-account': 'This card or account is not valid.',
    'not-permitted': 'Your bank does not permit this payment.',
    'currency-not-supported': 'This card or account does not support the currency.',
    'method-not-supported': 'This card or payment method is not accepted here.',
    'amount-not-supported': 'This amount cannot be paid in this way.',
    duplicate: 'This payment seems to have been made already.',
    'try-again-later': 'The payment could not be processed.',
    'payer-cancelled': 'The payment was cancelled.',
    'no-longer-possible': 'This payment can no longer be made.',
    'merchant-error': 'The payment could not be processed.',
    'not-carried-out': 'The payment could not be processed.',
    otherwise: 'Your payment was declined.',
  },
  ar: {
    'insufficient-funds': 'الرصيد في هذه البطاقة أو هذا الحساب غير كافٍ.',
    'limit-exceeded': 'تتجاوز هذه الدفعة الحد المسموح به لبطاقتك أو حسابك.',
    'expired-card': 'انتهت صلاحية بطاقتك.',
    'incorrect-number': 'رقم البطاقة غير صحيح.',
    'incorrect-cvc': 'رمز الأمان للبطاقة غير صحيح.',
    'incorrect-expiry': 'تاريخ انتهاء صلاحية البطاقة غير صحيح.',
    'incorrect-address': 'عنوان الفوترة أو الرمز البريدي لا يطابق البطاقة.',
    'incorrect-pin': 'الرقم السري مفقود أو غير صحيح.',
    'authentication-required': 'يطلب مصرفك منك تأكيد هذه الدفعة.',
    'authentication-failed': 'لم يتم تأكيد الدفعة لدى مصرفك.',
    'do-not-honour': 'رفض مصرفك الدفعة.',
    restricted: 'لا يمكن استخدام هذه البطاقة أو هذا الحساب لهذه الدفعة.',
    'invalid-account': 'هذه البطاقة أو هذا الحساب غير صالح.',
    'not-permitted': 'لا يسمح مصرفك بهذه الدفعة.',
    'currency-not-supported': 'هذه البطاقة أو هذا الحساب لا يدعم هذه العملة.',
    'method-not-supported': 'هذه البطاقة أو طريقة الدفع غير مقبولة هنا.',
    'amount-not-supported': 'لا يمكن دفع هذا المبلغ بهذه الطريقة.',
    duplicate: 'يبدو أن هذه الدفعة قد تمت من قبل.',
    'try-again-later': 'تعذرت معالجة الدفعة.',
    'payer-cancelled': 'تم إلغاء الدفعة.',
    'no-longer-possible': 'لم يعد بالإمكان إجراء هذه الدفعة.',
    'merchant-error': 'تعذرت معالجة الدفعة.',
    'not-carried-out': 'تعذرت معالجة الدفعة.',
    otherwise: 'تم رفض دفعتك.',
  },
};

/** What the payer may do; nothing is said where nothing helps. */
const WHAT_TO_DO: Texts<DeclineAdvice> = {
  en: {
    retry: 'Please try again later.',
    'other-card': 'Please use another card or payment method.',
    'contact-bank': 'Please contact your bank, or use another card.',
    'fix-details': 'Please check the details and try again.',
    authenticate: 'Please try again and confirm the payment when you are asked.',
    otherwise: '',
  },
  ar: {
    retry: 'يرجى المحاولة مرة أخرى لاحقًا.',
    'other-card': 'يرجى استخدام بطاقة أخرى أو طريقة دفع أخرى.',
    'contact-bank': 'يرجى الاتصال بمصرفك أو استخدام بطاقة أخرى.',
    'fix-details': 'يرجى التحقق من البيانات والمحاولة مرة أخرى.',
    authenticate: 'يرجى المحاولة مرة أخرى وتأكيد الدفعة عندما يُطلب منك ذلك.',
    otherwise: '',
  },
};

export type PayerMessage = Readonly<Record<PayerLanguage, string>>;

/** What a shop may show to its payer, in every language. */
export function payerMessageOf(reason: DeclineReason, advice: DeclineAdvice): PayerMessage {
  const told = rowOf(reason).hidden === true ? 'otherwise' : reason;
  const inLanguage = (language: PayerLanguage): string => {
    const { [told]: happened = WHAT_HAPPENED[language].otherwise } = WHAT_HAPPENED[language];
    const { [advice]: help = '' } = WHAT_TO_DO[language] as Readonly<Record<string, string>>;
    return `${happened} ${help}`.trim();
  };
  return { en: inLanguage('en'), ar: inLanguage('ar') };
}
