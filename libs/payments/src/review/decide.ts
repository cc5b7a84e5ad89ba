import { PaymentError } from '../payment/errors.js';
import type { PaymentEvent, ReviewApproved, ReviewRejected } from '../events.js';
import { initiatedOf } from '../initiate/decide.js';
import type { Authorisation, Cancellation, Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';

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

/** What tells whether a payment goes on, of a payment in whatever form it is kept. */
type Standing = Pick<Payment, 'review' | 'unwanted'> & {
  readonly authorisation: Pick<Authorisation, 'status'> | null;
  readonly cancellation: Pick<Cancellation, 'status'> | null;
};

/** `ended`: it was held, and ended before anybody decided. */
export function reviewOf(payment: Standing): Payment['review'] | 'ended' {
  return payment.review === 'held' && isEnding(payment) ? 'ended' : payment.review;
}

/** The payment goes no further, whatever is decided about it. */
export function isEnding({ unwanted, ...payment }: Omit<Standing, 'review'>): boolean {
  return unwanted !== null || isOver(payment);
}

/** Nothing is held and nothing will be. */
export function isOver({
  authorisation,
  cancellation,
}: Pick<Standing, 'authorisation' | 'cancellation'>): boolean {
  if (cancellation?.status === 'done') return true;
  const status = authorisation?.status;
  return status === 'voided' || status === 'expired' || status === 'cancelled';
}

/** The events after which a payment goes no further: what waits for a decision waits for none. */
export const ENDING_EVENTS = [
  'CancellationPlanned',
  'PaymentCancelled',
  'PaymentVoided',
  'AuthorisationExpired',
] as const satisfies readonly PaymentEvent['type'][];

/** When a payment ended by an event; null for every other event. */
export function endedAtBy(event: PaymentEvent): Instant | null {
  switch (event.type) {
    case 'CancellationPlanned':
      return event.data.plannedAt;
    case 'PaymentCancelled':
      return event.data.cancelledAt;
    case 'PaymentVoided':
      return event.data.voidedAt;
    case 'AuthorisationExpired':
      return event.data.expiredAt;
    default:
      return null;
  }
}
