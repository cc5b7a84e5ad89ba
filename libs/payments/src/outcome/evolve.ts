import { withAuthorisation } from '../payment/fold.js';
import type { Payment } from '../payment/payment.js';
import type { OutcomeEscalated, ProviderOutcomeUnknown } from './events.js';

export function unknown(
  payment: Payment,
  { operationId }: ProviderOutcomeUnknown['data'],
): Payment {
  const next = { ...payment, unknown: new Set(payment.unknown).add(operationId) };
  const isAuthorisation = payment.authorisation?.authorisationId === operationId;
  return isAuthorisation ? withAuthorisation(next, { doubtful: true }) : next;
}

export function escalated(payment: Payment, { operationId }: OutcomeEscalated['data']): Payment {
  return { ...payment, escalated: new Set(payment.escalated).add(operationId) };
}
