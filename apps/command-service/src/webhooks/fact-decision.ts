import {
  recordAuthorisation,
  recordCapture,
  recordRefund,
  recordRelease,
  requestAuthorisation,
  type Payment,
  type PaymentEvent,
} from '#payments';
import type { ProviderFact } from '#providers';

export type FactContext = { readonly factId: string; readonly now: string };

/**
 * What a provider's fact means for a payment. Nothing, when the payment knows it already.
 *
 * @throws MissingPredecessor when the fact is about something the payment has not promised.
 */
export function decideFact(
  fact: ProviderFact,
  payment: Payment,
  context: FactContext,
): readonly PaymentEvent[] {
  switch (fact.kind) {
    case 'payer-action-completed':
    case 'authorised':
    case 'authorisation-declined':
      return decideAuthorisation(fact, payment, context);
    case 'captured': {
      const { reference, fee, at, captureId } = fact;
      const id = known(captureId, payment.captures);
      return recordCapture(id, { status: 'captured', reference, fee, at }, payment);
    }
    case 'voided': {
      if (payment.authorisation?.reference !== fact.reference) return [];
      const release = { expired: fact.expired, factId: context.factId, at: fact.at };
      return recordRelease(release, payment);
    }
    case 'refunded': {
      const { reference, at, refundId } = fact;
      const id = known(refundId, payment.refunds);
      return recordRefund(id, { status: 'refunded', reference, at }, payment);
    }
    case 'refund-failed': {
      const { code, at, refundId } = fact;
      const id = known(refundId, payment.refunds);
      return recordRefund(id, { status: 'refused', code, reason: code, at }, payment);
    }
  }
}

/** The fact is true, but what it follows from is not recorded here (yet). */
export class MissingPredecessor extends Error {
  override readonly name = 'MissingPredecessor';
}

type AuthorisationFact = Extract<
  ProviderFact,
  { kind: 'payer-action-completed' | 'authorised' | 'authorisation-declined' }
>;

function decideAuthorisation(
  fact: AuthorisationFact,
  payment: Payment,
  { now }: FactContext,
): readonly PaymentEvent[] {
  const { authorisation } = payment;
  if (!authorisation) throw new MissingPredecessor(`no authorisation was requested`);
  const { authorisationId } = authorisation;
  switch (fact.kind) {
    case 'payer-action-completed': {
      const waits = authorisation.status === 'payer-action-required';
      if (!waits || authorisation.orderReference !== fact.orderReference) return [];
      return requestAuthorisation({ authorisationId, now }, payment);
    }
    case 'authorised': {
      const { reference, expiresAt, at } = fact;
      if ((fact.authorisationId ?? authorisationId) !== authorisationId) return [];
      const outcome = { status: 'authorised', reference, expiresAt, at } as const;
      return recordAuthorisation(authorisationId, outcome, payment);
    }
    case 'authorisation-declined': {
      const { code, reason, at } = fact;
      if ((fact.authorisationId ?? authorisationId) !== authorisationId) return [];
      return recordAuthorisation(authorisationId, { status: 'refused', code, reason, at }, payment);
    }
  }
}

function known(id: string | null, operations: ReadonlyMap<string, unknown>): string {
  if (id !== null && operations.has(id)) return id;
  throw new MissingPredecessor(id === null ? 'not commanded by us' : `operation ${id} is unknown`);
}
