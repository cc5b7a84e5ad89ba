import { Money } from '#money';
import type { PayPalDesk } from './desk.js';
import { PayPalRefusal, refused } from './errors.js';
import type { PayPalCapture, PayPalRefund } from './records.js';
import { lineOfRefund } from './refund.js';
import { renderRefund } from './render.js';

/**
 * A pending refund reaches the payer.
 *
 * @throws PayPalRefusal unless it is pending.
 */
export function completeRefund(desk: PayPalDesk, id: string): PayPalRefund {
  const refund = refundIn(desk, id);
  if (refund.status !== 'PENDING') throw wrongStatus(refund);
  const completed: PayPalRefund = { ...refund, status: 'COMPLETED', updatedAt: desk.nowIso };
  desk.draft.put('paypal-refund', id, completed);
  desk.book({ ...lineOfRefund(refund), of: desk.capture(refund.captureId) });
  tell(desk, 'PAYMENT.CAPTURE.REFUNDED', completed);
  return completed;
}

/**
 * A refund comes back, even after it had succeeded: the money is the seller's again.
 *
 * @throws PayPalRefusal when it has failed already.
 */
export function failRefund(desk: PayPalDesk, id: string): PayPalRefund {
  const refund = refundIn(desk, id);
  if (refund.status === 'FAILED') throw wrongStatus(refund);
  const capture = desk.capture(refund.captureId);
  const refunded = capture.refunded - refund.amount;
  desk.draft.put('paypal-capture', capture.id, {
    ...capture,
    refunded,
    status: refunded === 0n ? 'COMPLETED' : 'PARTIALLY_REFUNDED',
    updatedAt: desk.nowIso,
  });
  bookFailure(desk, refund, capture);
  const failed: PayPalRefund = { ...refund, status: 'FAILED', updatedAt: desk.nowIso };
  desk.draft.put('paypal-refund', id, failed);
  tell(desk, 'PAYMENT.REFUND.FAILED', failed);
  return failed;
}

/** What was pending moved nothing; what had gone comes back, and the fee goes again. */
function bookFailure(desk: PayPalDesk, refund: PayPalRefund, of: PayPalCapture): void {
  if (refund.status === 'PENDING') {
    desk.book({ ...lineOfRefund(refund), paypal: { status: 'D' }, of });
    return;
  }
  const amount = Money.of(refund.amount, refund.currency);
  const fee = refund.feeReturned ?? 0n;
  const kind = 'refund-failure';
  desk.book({ id: desk.parts.ids.paypal(), kind, reference: refund.id, amount, fee, of });
}

function tell(
  desk: PayPalDesk,
  type: 'PAYMENT.CAPTURE.REFUNDED' | 'PAYMENT.REFUND.FAILED',
  refund: PayPalRefund,
): void {
  desk.tell({
    type,
    resourceType: 'refund',
    resource: renderRefund(desk, refund),
    summary: `A refund is ${refund.status.toLowerCase()}.`,
    orderId: desk.capture(refund.captureId).orderId,
  });
}

function refundIn(desk: PayPalDesk, id: string): PayPalRefund {
  const refund = desk.draft.get('paypal-refund', id);
  if (refund !== undefined) return refund;
  throw refused('INVALID_RESOURCE_ID', { field: 'refund_id', value: id, location: 'path' });
}

function wrongStatus({ id, status }: PayPalRefund): PayPalRefusal {
  const description = `Refund ${id} is ${status}.`;
  return new PayPalRefusal(422, [{ issue: 'REFUND_STATUS', description }]);
}
