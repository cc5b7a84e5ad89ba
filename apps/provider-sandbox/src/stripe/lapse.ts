import { endHold } from './cancel.js';
import { releaseRest } from './capture.js';
import type { StripeDesk } from './desk.js';

/** A card holds the money of an uncaptured payment for seven days. */
export const AUTHORISATION_SECONDS = 7 * 86_400;

/** The hold ends by itself, and with it the payment; what was captured of it stays. */
export function lapse(desk: StripeDesk, id: string): void {
  const charge = desk.draft.get('stripe-charge', id);
  if (charge === undefined) return;
  const payment = desk.payment(charge.payment);
  if (payment.status !== 'requires_capture') return;
  if (payment.amountReceived > 0) releaseRest(desk, payment);
  else endHold(desk, payment, 'automatic');
}

/** With `automatic_async` the balance transaction shows up some time after the payment. */
export function revealFee(desk: StripeDesk, id: string): void {
  const charge = desk.draft.get('stripe-charge', id);
  if (charge === undefined || charge.balanceTransactionUnderway === null) return;
  const record = {
    ...charge,
    balanceTransaction: charge.balanceTransactionUnderway,
    balanceTransactionUnderway: null,
  };
  desk.save({ kind: 'charge', record });
  desk.tell('charge.updated', { kind: 'charge', record }, { balance_transaction: null });
}
