import { PaymentError, reviewOf } from '#payments';
import type { LoadedPayment, RecordedPaymentEvent } from '../payment/payment-streams.js';

/**
 * Checks that a payment waits for a decision.
 *
 * @throws PaymentError `payment-not-found`; `payment-ended`; `payment-not-held`, of a decided case
 *   with its decision, analyst and time.
 */
export function assertOpenCase({ paymentId, payment, history }: LoadedPayment): void {
  if (history.length === 0) throw new PaymentError('payment-not-found', { paymentId });
  const review = reviewOf(payment);
  if (review === 'held') return;
  if (review === 'ended') throw new PaymentError('payment-ended', { paymentId });
  throw new PaymentError('payment-not-held', { paymentId, ...decisionIn(history) });
}

/** @throws PaymentError when the payment never was under review. */
export function assertCase({ paymentId, payment, history }: LoadedPayment): void {
  if (history.length === 0) throw new PaymentError('payment-not-found', { paymentId });
  if (reviewOf(payment) === 'none') throw new PaymentError('payment-not-held', { paymentId });
}

function decisionIn(history: readonly RecordedPaymentEvent[]): Record<string, string> {
  for (const { event } of history) {
    if (event.type !== 'ReviewApproved' && event.type !== 'ReviewRejected') continue;
    const { analyst, decidedAt } = event.data;
    const decision = event.type === 'ReviewApproved' ? 'approved' : 'rejected';
    return { decision, decidedBy: analyst, decidedAt };
  }
  return {};
}
