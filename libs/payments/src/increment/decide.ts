import type { Money } from '#money';
import type { OutcomeOf } from '#provider-port';
import { refusalFields } from '../decline/refusal-fields.js';
import { PaymentError } from '../payment/errors.js';
import { assertCurrency, initiatedOf, untouchedHoldOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import type { AuthorisationIncremented, IncrementDeclined, IncrementRequested } from './events.js';

export type RequestIncrement = {
  readonly incrementId: string;
  /** The new total to hold, not the difference. */
  readonly amount: Money;
  readonly now: Instant;
};

/** Promises to ask for a greater hold. */
export function requestIncrement(
  { incrementId, amount, now }: RequestIncrement,
  payment: Payment,
): IncrementRequested[] {
  const { paymentId } = initiatedOf(payment);
  if (payment.holdChange?.operationId === incrementId) return [];
  const held = untouchedHoldOf(payment);
  assertCurrency(amount, held);
  if (!amount.isGreaterThan(held)) {
    throw new PaymentError('amount-not-raised', { paymentId, held: held.toString() });
  }
  const data = { paymentId, incrementId, amount, requestedAt: now };
  return [{ type: 'IncrementRequested', data }];
}

export function recordIncrement(
  incrementId: string,
  outcome: OutcomeOf<'increment'>,
  payment: Payment,
): (AuthorisationIncremented | IncrementDeclined)[] {
  const { paymentId } = initiatedOf(payment);
  const { holdChange, authorisation } = payment;
  const open = holdChange?.operationId === incrementId && holdChange.status === 'requested';
  if (!open || authorisation?.status !== 'authorised') return [];

  const { amount } = holdChange;
  const ids = { paymentId, incrementId };
  if (outcome.status === 'refused') {
    const data = { ...ids, amount, ...refusalFields(outcome), declinedAt: outcome.at };
    return [{ type: 'IncrementDeclined', data }];
  }
  const { expiresAt, at } = outcome;
  const increase = amount.minus(authorisation.amount);
  const data = { ...ids, amount, increase, expiresAt, incrementedAt: at };
  return [{ type: 'AuthorisationIncremented', data }];
}

/** The hold was raised at the provider, by us or at its desk; an older total changes nothing. */
export function recordOutsideIncrement(
  fact: {
    readonly incrementId: string;
    readonly amount: Money;
    readonly expiresAt: Instant | null;
    readonly at: Instant;
  },
  payment: Payment,
): AuthorisationIncremented[] {
  const { paymentId } = initiatedOf(payment);
  const { authorisation } = payment;
  if (authorisation?.status !== 'authorised') return [];
  const { incrementId, amount, expiresAt, at } = fact;
  if (isGivenUp(payment) || !amount.isGreaterThan(authorisation.amount)) return [];
  const increase = amount.minus(authorisation.amount);
  const data = { paymentId, incrementId, amount, increase, expiresAt, incrementedAt: at };
  return [{ type: 'AuthorisationIncremented', data }];
}

/** A final capture gave up all that was held beside it, raised or not. */
function isGivenUp({ captures }: Payment): boolean {
  return [...captures.values()].some(({ status, final }) => final && status === 'captured');
}
