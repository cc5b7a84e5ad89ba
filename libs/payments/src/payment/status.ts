import type { Payment } from './payment.js';
import { capturedOf, isSpent, refundedOf } from './sums.js';

export const PAYMENT_STATUSES = [
  'initiated',
  'held',
  'rejected',
  'declined',
  'authorising',
  'payer-action-required',
  'authorised',
  'voided',
  'expired',
  'cancelled',
  'capturing',
  'partially-captured',
  'captured',
  'partially-refunded',
  'refunded',
] as const;

/** One word for where a payment stands, for people and filters; deciders use the whole state. */
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number];

/** @throws TypeError for a payment that was never initiated. */
export function statusOf(payment: Payment): PaymentStatus {
  if (!payment.initiated) throw new TypeError('a payment without PaymentInitiated has no status');
  return statusOfMoney(payment) ?? statusOfAuthorisation(payment) ?? statusOfRisk(payment);
}

function statusOfMoney(payment: Payment): PaymentStatus | null {
  const { initiated, captures } = payment;
  if (!initiated || captures.size === 0) return null;
  const captured = capturedOf(payment, initiated.amount);
  if (captured.isZero) return isCapturing(payment) ? 'capturing' : null;
  const refunded = refundedOf(payment, initiated.amount);
  if (refunded.isZero) return isFullyCaptured(payment) ? 'captured' : 'partially-captured';
  return captured.isGreaterThan(refunded) ? 'partially-refunded' : 'refunded';
}

function isCapturing({ captures }: Payment): boolean {
  return [...captures.values()].some(({ status }) => status === 'requested');
}

/** Nothing more can be captured: all is taken, the rest was given up, or the hold is gone. */
function isFullyCaptured(payment: Payment): boolean {
  return payment.authorisation?.status !== 'authorised' || isSpent(payment);
}

function statusOfAuthorisation({ authorisation, review }: Payment): PaymentStatus | null {
  if (!authorisation) return null;
  switch (authorisation.status) {
    case 'requested':
      return 'authorising';
    case 'authorised':
      // A late assessment may hold what is already authorised.
      return review === 'held' ? 'held' : 'authorised';
    default:
      return authorisation.status;
  }
}

function statusOfRisk({ review, risk, cancellation }: Payment): PaymentStatus {
  if (cancellation?.status === 'done') return 'cancelled';
  if (review === 'held' || review === 'rejected') return review;
  return risk?.verdict === 'decline' && review !== 'approved' ? 'declined' : 'initiated';
}
