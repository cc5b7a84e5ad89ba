import { capturedOf, refundedOf, type Payment } from './payment.js';

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
  const { initiated, authorisation, captures } = payment;
  if (!initiated || captures.size === 0) return null;
  const captured = capturedOf(payment, initiated.amount);
  if (captured.isZero) {
    return [...captures.values()].some(({ status }) => status === 'requested') ? 'capturing' : null;
  }
  const refunded = refundedOf(payment, initiated.amount);
  if (!refunded.isZero) {
    return captured.isGreaterThan(refunded) ? 'partially-refunded' : 'refunded';
  }
  const taken = [...captures.values()].filter(({ status }) => status === 'captured');
  const done = taken.some(({ final }) => final) || authorisation?.status !== 'authorised';
  const whole = authorisation ? !authorisation.amount.isGreaterThan(captured) : true;
  return done || whole ? 'captured' : 'partially-captured';
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

function statusOfRisk({ review, risk }: Payment): PaymentStatus {
  if (review === 'held' || review === 'rejected') return review;
  return risk?.verdict === 'decline' && review !== 'approved' ? 'declined' : 'initiated';
}
