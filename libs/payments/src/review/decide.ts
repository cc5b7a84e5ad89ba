import { PaymentError } from '../payment/errors.js';
import { initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import { reviewOf } from '../payment/standing.js';
import type { Instant } from '../payment/vocabulary.js';
import type { ReviewApproved, ReviewRejected } from './events.js';

export type DecideReview = {
  readonly decision: 'approve' | 'reject';
  readonly analyst: string;
  readonly note: string;
  readonly now: Instant;
};

/** An analyst's decision about a held payment; it is also a label for the fraud model. */
export function decideReview(
  { decision, analyst, note, now }: DecideReview,
  payment: Payment,
): (ReviewApproved | ReviewRejected)[] {
  const { paymentId } = initiatedOf(payment);
  const review = reviewOf(payment);
  if (review === 'ended') throw new PaymentError('payment-ended', { paymentId });
  if (review !== 'held') throw new PaymentError('payment-not-held', { paymentId });
  const type = decision === 'approve' ? 'ReviewApproved' : 'ReviewRejected';
  return [{ type, data: { paymentId, analyst, note, decidedAt: now } }];
}
