import type { OutcomeOf } from '#provider-port';
import type { AuthorisationExpired } from '../authorise/events.js';
import { refusalFields } from '../decline/refusal-fields.js';
import { PaymentError } from '../payment/errors.js';
import { assertNotContradicted, authorisedOf, initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import { capturedOrPromised, isSpent, restOf } from '../payment/sums.js';
import type { Instant } from '../payment/vocabulary.js';
import type { PaymentVoided, VoidFailed, VoidRequested } from './events.js';

export type RequestVoid = { readonly voidId: string; readonly now: Instant };

export function requestVoid({ voidId, now }: RequestVoid, payment: Payment): VoidRequested[] {
  const { paymentId } = initiatedOf(payment);
  if (payment.void?.voidId === voidId) return [];
  assertNotContradicted(payment);
  const { amount } = authorisedOf(payment);
  if (!capturedOrPromised(payment, amount).isZero) {
    throw new PaymentError('payment-captured', { paymentId });
  }
  return [{ type: 'VoidRequested', data: { paymentId, voidId, requestedAt: now } }];
}

/**
 * Promises to give up what is held beside what was captured, or all where nothing was. To the
 * provider it is the end of the hold, as a void.
 */
export function requestRelease({ voidId, now }: RequestVoid, payment: Payment): VoidRequested[] {
  const { paymentId } = initiatedOf(payment);
  if (payment.void?.voidId === voidId) return [];
  assertNotContradicted(payment);
  const authorisation = authorisedOf(payment);
  if ([...payment.captures.values()].some(({ status }) => status === 'requested')) {
    throw new PaymentError('operation-in-progress', { paymentId, operation: 'capture' });
  }
  if (isSpent(payment) || !restOf(payment, authorisation).isPositive) {
    throw new PaymentError('nothing-to-release', { paymentId });
  }
  return [{ type: 'VoidRequested', data: { paymentId, voidId, requestedAt: now } }];
}

export function recordVoid(
  voidId: string,
  outcome: OutcomeOf<'void'>,
  payment: Payment,
): (PaymentVoided | VoidFailed)[] {
  const { paymentId } = initiatedOf(payment);
  const { authorisation } = payment;
  if (payment.void?.voidId !== voidId || payment.void.status !== 'requested') return [];
  if (authorisation?.status !== 'authorised') return [];

  if (outcome.status === 'refused') {
    const { code, reason } = refusalFields(outcome);
    const data = { paymentId, voidId, code, reason, failedAt: outcome.at };
    return [{ type: 'VoidFailed', data }];
  }
  const amount = restOf(payment, authorisation);
  return [{ type: 'PaymentVoided', data: { paymentId, voidId, amount, voidedAt: outcome.at } }];
}

/** The provider gave the hold up by itself; it may come without any command of ours. */
export function recordRelease(
  release: { readonly expired: boolean; readonly factId: string; readonly at: Instant },
  payment: Payment,
): (PaymentVoided | AuthorisationExpired)[] {
  const { paymentId } = initiatedOf(payment);
  const { authorisation } = payment;
  if (authorisation?.status !== 'authorised') return [];
  // A final capture gave up the rest already, and a promise of ours ends as it would have.
  if (isSpent(payment) && payment.void?.status !== 'requested') return [];
  const { reference } = authorisation;
  const amount = restOf(payment, authorisation);
  if (release.expired && reference !== null) {
    const data = { paymentId, reference, expiredAt: release.at };
    return [{ type: 'AuthorisationExpired', data }];
  }
  const voidId = payment.void?.voidId ?? release.factId;
  return [{ type: 'PaymentVoided', data: { paymentId, voidId, amount, voidedAt: release.at } }];
}
