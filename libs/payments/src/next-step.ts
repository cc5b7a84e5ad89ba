import { openContradictions } from './payment/guards.js';
import { openPromises } from './payment/open-promises.js';
import type { Payment } from './payment/payment.js';
import { isSpent } from './payment/sums.js';
import type { Instant } from './payment/vocabulary.js';
import { isReroutable } from './routing/decide.js';

export type NextStep = 'assess' | 'authorise' | 'capture' | 'void' | 'cancel';

/**
 * The step a payment takes by itself, because of its intent or because its time is over; null when
 * it waits or is done.
 */
export function nextStep(payment: Payment, now: Instant): NextStep | null {
  if (openPromises(payment).length > 0 || payment.cancellation?.status === 'done') return null;
  if (openContradictions(payment).length > 0) return null;
  if (payment.unwanted !== null) return stepOfUnwanted(payment);
  if (payment.review === 'rejected') return stepOfRejected(payment);
  if (isPayerLate(payment, now)) return 'cancel';
  return isReroutable(payment) && payment.review !== 'held' ? 'authorise' : stepOfIntent(payment);
}

function stepOfIntent(payment: Payment): NextStep | null {
  const { initiated, risk, review } = payment;
  if (!initiated || initiated.intent === 'initiate' || review === 'held') return null;
  if (!risk) return 'assess';
  return isCleared(payment) ? stepOfMoney(payment) : null;
}

function stepOfRejected(payment: Payment): 'void' | 'cancel' | null {
  if (holdsUntouched(payment)) return 'void';
  const waits = payment.authorisation?.status === 'payer-action-required';
  return waits && payment.cancellation === null ? 'cancel' : null;
}

/**
 * Ends the taking of money. A hold that could not be given up once lapses, or is captured already.
 */
function stepOfUnwanted(payment: Payment): 'void' | 'cancel' | null {
  const { authorisation, cancellation, void: voiding } = payment;
  switch (authorisation?.status) {
    case undefined:
    case 'declined':
      return 'cancel';
    case 'payer-action-required':
      return cancellation === null ? 'cancel' : null;
    case 'authorised':
      return isSpent(payment) || voiding !== null ? null : 'void';
    default:
      return null;
  }
}

/** A cancellation that failed once is not tried again: the payer was faster. */
function isPayerLate({ authorisation, cancellation }: Payment, now: Instant): boolean {
  if (authorisation?.status !== 'payer-action-required' || cancellation) return false;
  return authorisation.deadline !== null && authorisation.deadline <= now;
}

/**
 * Whether a hold should be gone by its time and no fact said so: the provider's own word is missing
 * and has to be fetched.
 */
export function isHoldOverdue(payment: Payment, now: Instant): boolean {
  const { authorisation } = payment;
  if (authorisation?.status !== 'authorised' || authorisation.expiresAt === null) return false;
  return !isSpent(payment) && authorisation.expiresAt <= now;
}

function stepOfMoney(payment: Payment): 'authorise' | 'capture' | null {
  if (!payment.authorisation) return 'authorise';
  const captures = payment.initiated?.intent === 'capture' && !isUnderProviderReview(payment);
  return captures && holdsUntouched(payment) ? 'capture' : null;
}

function isUnderProviderReview({ providerReviews }: Payment): boolean {
  return [...providerReviews.values()].includes('open');
}

/** By the assessment that decided or by a person; a late one only ever holds a payment. */
function isCleared({ risk, review }: Payment): boolean {
  return risk?.verdict === 'approve' || review === 'approved';
}

/** Authorised, and neither captured nor voided, and neither was tried. */
function holdsUntouched({ authorisation, captures, void: voiding }: Payment): boolean {
  return authorisation?.status === 'authorised' && captures.size === 0 && voiding === null;
}
