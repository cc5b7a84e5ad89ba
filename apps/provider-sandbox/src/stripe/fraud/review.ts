import type { StripeDesk } from '../desk.js';
import { invalid } from '../errors.js';
import type { StripeCharge } from '../records.js';
import type { ReviewClosedReason, StripeReview } from './records.js';

/**
 * Wants a payment looked at. No money waits for it.
 *
 * @throws StripeRefusal when it is under review already.
 */
export function openReview(
  desk: StripeDesk,
  chargeId: string,
  openedReason: StripeReview['openedReason'],
): StripeReview {
  const charge = desk.charge(chargeId);
  if (charge.review !== undefined) throw invalid(`Charge ${charge.id} is under review already.`);
  const review: StripeReview = {
    id: desk.parts.ids.stripe('prv'),
    charge: charge.id,
    payment: charge.payment,
    created: desk.now,
    openedReason,
    closedReason: null,
  };
  desk.save({ kind: 'review', record: review });
  desk.save({ kind: 'charge', record: { ...charge, review: review.id } });
  const payment = desk.payment(charge.payment);
  desk.save({ kind: 'payment', record: { ...payment, review: review.id } });
  desk.tell('review.opened', { kind: 'review', record: review });
  return review;
}

/**
 * The reviewer finds nothing wrong with it.
 *
 * @throws StripeRefusal when there is no such open review.
 */
export function approveReview(desk: StripeDesk, id: string): StripeReview {
  const review = desk.review(id);
  if (review.closedReason !== null) {
    throw invalid(`This review is already closed: ${review.closedReason}.`);
  }
  return close(desk, review, 'approved');
}

/** Ends the review that a charge may be under, because of what became of its money. */
export function closeReview(
  desk: StripeDesk,
  charge: StripeCharge,
  reason: ReviewClosedReason,
): void {
  if (charge.review === undefined) return;
  const review = desk.review(charge.review);
  if (review.closedReason === null) close(desk, review, reason);
}

function close(
  desk: StripeDesk,
  review: StripeReview,
  closedReason: ReviewClosedReason,
): StripeReview {
  const closed: StripeReview = { ...review, closedReason };
  desk.save({ kind: 'review', record: closed });
  desk.tell('review.closed', { kind: 'review', record: closed });
  return closed;
}
