import type { OutcomeOf, Refusal } from '#provider-port';
import { refusalFields } from '../decline/refusal-fields.js';
import { PaymentError } from '../payment/errors.js';
import {
  assertMayProceed,
  assertNotCancelled,
  assertNotContradicted,
  initiatedOf,
} from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import { type Away, reroute } from '../routing/decide.js';
import type { PaymentRerouted } from '../routing/events.js';
import type {
  AuthorisationDeclined,
  AuthorisationRequested,
  PayerActionCompleted,
  PayerActionRequired,
  PaymentAuthorised,
} from './events.js';

export type RequestAuthorisation = {
  readonly authorisationId: string;
  readonly now: Instant;
  /** Default: none. */
  readonly away?: Away;
};

/**
 * Promises to ask the provider for the money. While the payer was away, the promise was parked;
 * asking again says that the payer came back and re-opens it under its own id.
 */
export function requestAuthorisation(
  { authorisationId, now, away = NONE }: RequestAuthorisation,
  payment: Payment,
): (PaymentRerouted | AuthorisationRequested | PayerActionCompleted)[] {
  const { paymentId, amount } = initiatedOf(payment);
  const { authorisation } = payment;
  assertNotContradicted(payment);
  assertMayProceed(payment);
  assertNotCancelled(payment);
  if (!payment.risk) throw new PaymentError('payment-not-assessed', { paymentId });

  switch (authorisation?.status) {
    case 'requested':
      if (authorisation.authorisationId === authorisationId) return [];
      throw new PaymentError('operation-in-progress', { paymentId, operation: 'authorise' });
    case 'payer-action-required': {
      const data = { paymentId, authorisationId: authorisation.authorisationId, completedAt: now };
      return [{ type: 'PayerActionCompleted', data }];
    }
    case 'authorised':
      throw new PaymentError('payment-already-authorised', { paymentId });
    case 'cancelled':
      throw new PaymentError('payment-cancelled', { paymentId });
    case 'voided':
    case 'expired':
      throw new PaymentError('payment-voided', { paymentId });
    case 'declined':
    case undefined: {
      const data = { paymentId, authorisationId, amount, requestedAt: now };
      return [...reroute(away, now, payment), { type: 'AuthorisationRequested', data }];
    }
  }
}

const NONE: Away = new Set();

/** What the provider answered, directly or by webhook; whichever comes second changes nothing. */
export function recordAuthorisation(
  authorisationId: string,
  outcome: OutcomeOf<'authorise'> & { readonly deadline?: Instant | null },
  payment: Payment,
): (PaymentAuthorised | PayerActionRequired | AuthorisationDeclined)[] {
  const { paymentId } = initiatedOf(payment);
  const { authorisation } = payment;
  if (authorisation?.authorisationId !== authorisationId) return [];
  const open =
    authorisation.status === 'requested' || authorisation.status === 'payer-action-required';
  // A payer who was declined may try again on the same object at the provider.
  const retried = authorisation.status === 'declined' && outcome.status === 'authorised';
  if (!open && !retried) return [];

  const ids = { paymentId, authorisationId };
  switch (outcome.status) {
    case 'authorised': {
      const { reference, expiresAt, at } = outcome;
      const { amount } = authorisation;
      const data = { ...ids, amount, reference, expiresAt, authorisedAt: at };
      return [{ type: 'PaymentAuthorised', data }];
    }
    case 'payer-action-required': {
      if (authorisation.status === 'payer-action-required') return [];
      const { url, orderReference, deadline = null, at } = outcome;
      const data = { ...ids, url, orderReference, deadline, requiredAt: at };
      return [{ type: 'PayerActionRequired', data }];
    }
    case 'refused':
      return [declined(ids, outcome)];
  }
}

function declined(
  ids: { readonly paymentId: string; readonly authorisationId: string },
  { unsupported, at: declinedAt, ...refusal }: Refusal,
): AuthorisationDeclined {
  const whole = unsupported && ({ unsupported } as const);
  const data = { ...ids, ...refusalFields(refusal), ...whole, declinedAt };
  return { type: 'AuthorisationDeclined', data };
}
