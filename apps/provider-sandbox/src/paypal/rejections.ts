/**
 * PayPal's rejection triggers, with what the processor then answers.
 *
 * As of 2026-06-25: developer.paypal.com/tools/sandbox/card-testing. There they are names on a
 * card; here the payer pays from a wallet, and chooses one of them on the approval page.
 */
export const REJECTIONS = {
  'CCREJECT-REFUSED': '0500',
  'CCREJECT-SF': '9500',
  'CCREJECT-EC': '5400',
  'CCREJECT-IRC': '5180',
  'CCREJECT-IF': '5120',
  'CCREJECT-LS': '9520',
  'CCREJECT-IA': '1330',
  'CCREJECT-BANK_ERROR': '5100',
  'CCREJECT-CVV_F': '00N7',
} as const;

export type Rejection = keyof typeof REJECTIONS;

export const REJECTION_NAMES = Object.keys(REJECTIONS) as readonly Rejection[];

export function isRejection(word: string): word is Rejection {
  return Object.hasOwn(REJECTIONS, word);
}
