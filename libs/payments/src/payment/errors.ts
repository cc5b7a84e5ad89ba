import { Refusal, type RefusalDetails } from '#refusal';

/** Why a command was refused. Codes are public API: add freely, never rename or reuse. */
export const PAYMENT_ERRORS = {
  'payment-not-found': 'No such payment belongs to this client.',
  'amount-not-positive': 'The amount must be greater than zero.',
  'occurrence-out-of-bounds':
    'occurredAt is too far from now; only an import may name an earlier time.',
  'amount-not-supported': 'The provider cannot move this amount in this currency.',
  'currency-mismatch': 'The amount must be in the currency of the payment.',
  'payment-not-assessed': 'The risk of the payment is not assessed yet.',
  'payment-held': 'The payment waits for a review; decide the review first.',
  'payment-declined': 'The payment was declined and cannot continue.',
  'payment-already-authorised': 'The payment is already authorised.',
  'payment-not-authorised': 'Only an authorised payment can do this.',
  'payment-voided': 'The authorisation was voided or has expired.',
  'operation-in-progress': 'Another operation on this payment waits for its outcome.',
  'capture-exceeds-authorised': 'Captures may not add up to more than was authorised.',
  'nothing-to-capture': 'The payment is captured in full or its rest was given up.',
  'payment-captured': 'Captured money cannot be voided; refund it.',
  'payment-not-captured': 'Only captured money can be refunded.',
  'capture-not-found': 'The payment has no such capture.',
  'capture-ambiguous': 'The payment has several captures; name the one to refund.',
  'refund-exceeds-captured': 'Refunds may not add up to more than was captured.',
  'refund-exceeds-undisputed': 'Money that a dispute took or contests cannot be refunded as well.',
  'payment-cancelled': 'The payment was cancelled and cannot continue.',
  'amount-not-raised': 'The new total must be greater than what is held.',
  'hold-in-use': 'A hold can only be changed before anything is captured from it.',
  'operation-not-supported': 'The provider of this payment does not offer this operation.',
  'operation-not-open': 'No operation of this id waits for its outcome.',
  'outcome-incomplete': 'Name the reference of what happened at the provider.',
  'order-cancelled': 'The order was cancelled and takes no more payments.',
  'payment-ended': 'The payment has ended or is to end; there is nothing left to decide.',
  'payment-contradicted': 'The provider tells what contradicts the record; a person has to look.',
  'reference-taken': 'An object of the provider settles one operation of one payment.',
  'reference-unknown': 'The provider has no object of this id.',
  'nothing-to-release': 'Nothing is held beside what was captured.',
  'payment-not-held': 'The payment does not wait for a review.',
} as const;

export type PaymentErrorCode = keyof typeof PAYMENT_ERRORS;

/** A command broke a payment rule. */
export class PaymentError extends Refusal<PaymentErrorCode> {
  override readonly name = 'PaymentError';

  constructor(code: PaymentErrorCode, details?: RefusalDetails) {
    super(PAYMENT_ERRORS, code, details);
  }
}

/** A fact is true, but what it follows from is not recorded here (yet). */
export class MissingPredecessor extends Error {
  override readonly name = 'MissingPredecessor';
}
