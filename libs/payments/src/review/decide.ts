import { PaymentError } from '../payment/errors.js';
import { initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import { reviewOf } from '../payment/standing.js';
import type { Instant } from '../payment/vocabulary.js';
import type { RejectionReason, ReviewApproved, ReviewLabel, ReviewRejected } from './events.js';

export type DecideReview = {
  readonly decision: 'approve' | 'reject';
  readonly analyst: string;
  readonly note: string;
  /** Left out: approved is not fraud, rejected is. */
  readonly label?: ReviewLabel | undefined;
  /** Of a rejection. */
  readonly reason?: RejectionReason | undefined;
  readonly now: Instant;
};

/** An analyst's decision about a held payment; it is also a label for the fraud model. */
export function decideReview(
  { decision, analyst, note, label, reason, now }: DecideReview,
  payment: Payment,
): (ReviewApproved | ReviewRejected)[] {
  const { paymentId } = initiatedOf(payment);
  const review = reviewOf(payment);
  if (review === 'ended') throw new PaymentError('payment-ended', { paymentId });
  if (review !== 'held') throw new PaymentError('payment-not-held', { paymentId });
  const said = { paymentId, analyst, note, ...(label && { label }) };
  if (decision === 'approve')
    return [{ type: 'ReviewApproved', data: { ...said, decidedAt: now } }];
  return [{ type: 'ReviewRejected', data: { ...said, ...(reason && { reason }), decidedAt: now } }];
}
