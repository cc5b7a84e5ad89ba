import { unnote } from '../ledger/due.js';
import type { StripeDesk } from './desk.js';
import { closeReview } from './fraud/review.js';
import { expectStatus } from './payment.js';
import type { StripeCharge, StripePayment } from './records.js';

/**
 * Cancels a payment; held money goes back to the payer.
 *
 * @throws StripeRefusal when it is captured or canceled already.
 */
export function cancelPayment(desk: StripeDesk, id: string, reason: string | null): StripePayment {
  const payment = desk.payment(id);
  expectStatus(payment, 'canceled', [
    'requires_payment_method',
    'requires_capture',
    'requires_confirmation',
    'requires_action',
  ]);
  return endHold(desk, payment, reason);
}

/** @param reason `automatic` when the hold ended by itself. */
export function endHold(
  desk: StripeDesk,
  payment: StripePayment,
  reason: string | null,
): StripePayment {
  if (payment.status === 'requires_capture') release(desk, payment, reason === 'automatic');
  const canceled: StripePayment = {
    ...payment,
    status: 'canceled',
    amountCapturable: 0,
    nextActionUrl: null,
    canceledAt: desk.now,
    cancellationReason: reason,
  };
  desk.save({ kind: 'payment', record: canceled });
  desk.tell('payment_intent.canceled', { kind: 'payment', record: canceled });
  return canceled;
}

function release(desk: StripeDesk, payment: StripePayment, lapsed: boolean): void {
  const charge = desk.charge(payment.latestCharge ?? '');
  const before = charge.captureBefore;
  if (before !== null) {
    unnote(desk.draft, { kind: 'stripe-authorisation-lapses', id: charge.id }, before * 1000);
  }
  const record: StripeCharge = {
    ...charge,
    amountRefunded: charge.amountRefunded + payment.amountCapturable,
    captureBefore: null,
  };
  desk.save({ kind: 'charge', record });
  desk.book({
    id: `${charge.id}_void`,
    kind: 'void',
    reference: charge.id,
    amount: payment.amountCapturable,
    of: charge,
  });
  desk.tell(lapsed ? 'charge.expired' : 'charge.refunded', { kind: 'charge', record });
  closeReview(desk, record, 'canceled');
}
