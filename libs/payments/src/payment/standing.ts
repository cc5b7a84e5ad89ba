import type { Authorisation, Cancellation, Payment } from './payment.js';

/** The part of a kept payment that tells whether it goes on. */
type Standing = Pick<Payment, 'review' | 'unwanted'> & {
  readonly authorisation: Pick<Authorisation, 'status'> | null;
  readonly cancellation: Pick<Cancellation, 'status'> | null;
};

/** `ended`: it was held, and ended before anybody decided. */
export function reviewOf(payment: Standing): Payment['review'] | 'ended' {
  return payment.review === 'held' && isEnding(payment) ? 'ended' : payment.review;
}

/** The payment goes no further; no decision about it changes that. */
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
