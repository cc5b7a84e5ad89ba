import type { Money } from '#money';
import type { OutcomeOf } from '#provider-port';
import { refusalFields } from '../decline/refusal-fields.js';
import { assertCurrency, assertPositive, initiatedOf, untouchedHoldOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import type {
  PaymentReauthorised,
  ReauthorisationFailed,
  ReauthorisationRequested,
} from './events.js';

export type RequestReauthorisation = {
  readonly reauthorisationId: string;
  /** Null holds the same amount again. */
  readonly amount: Money | null;
  readonly now: Instant;
};

/** Promises to hold the money again, before the provider stops honouring the first hold. */
export function requestReauthorisation(
  command: RequestReauthorisation,
  payment: Payment,
): ReauthorisationRequested[] {
  const { reauthorisationId, now } = command;
  const { paymentId } = initiatedOf(payment);
  if (payment.holdChange?.operationId === reauthorisationId) return [];
  const held = untouchedHoldOf(payment);
  const amount = command.amount ?? held;
  assertCurrency(amount, held);
  assertPositive(amount);
  const data = { paymentId, reauthorisationId, amount, requestedAt: now };
  return [{ type: 'ReauthorisationRequested', data }];
}

export function recordReauthorisation(
  reauthorisationId: string,
  outcome: OutcomeOf<'reauthorise'>,
  payment: Payment,
): (PaymentReauthorised | ReauthorisationFailed)[] {
  const { paymentId } = initiatedOf(payment);
  const { holdChange, authorisation } = payment;
  const open = holdChange?.operationId === reauthorisationId && holdChange.status === 'requested';
  if (!open || authorisation?.status !== 'authorised') return [];

  const { amount } = holdChange;
  const ids = { paymentId, reauthorisationId, amount };
  if (outcome.status === 'refused') {
    const data = { ...ids, ...refusalFields(outcome), failedAt: outcome.at };
    return [{ type: 'ReauthorisationFailed', data }];
  }
  const { reference, expiresAt, at } = outcome;
  const increase = amount.minus(authorisation.amount);
  const data = { ...ids, increase, reference, expiresAt, reauthorisedAt: at };
  return [{ type: 'PaymentReauthorised', data }];
}
