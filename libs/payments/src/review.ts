import { PaymentError } from './errors.js';
import type { ReviewApproved, ReviewRejected } from './events.js';
import type { Instant } from './vocabulary.js';
import { initiatedOf } from './initiate.js';
import type { Payment } from './payment.js';

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
  if (payment.review !== 'held') throw new PaymentError('payment-not-held', { paymentId });
  const type = decision === 'approve' ? 'ReviewApproved' : 'ReviewRejected';
  return [{ type, data: { paymentId, analyst, note, decidedAt: now } }];
}
