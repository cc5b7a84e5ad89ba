import { initiatedOf } from '../payment/guards.js';
import { type OpenPromise, openPromises } from '../payment/open-promises.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import type { OutcomeEscalated } from './events.js';

/** Asks a person, once, to look at a promise whose outcome could not be found out. */
export function escalateOutcome(
  promise: OpenPromise,
  { since, now }: { readonly since: Instant; readonly now: Instant },
  payment: Payment,
): OutcomeEscalated[] {
  const { paymentId } = initiatedOf(payment);
  const { operation, operationId } = promise;
  const open = openPromises(payment).some((other) => other.operationId === operationId);
  if (!open || payment.escalated.has(operationId)) return [];
  const data = { paymentId, operation, operationId, since, escalatedAt: now };
  return [{ type: 'OutcomeEscalated', data }];
}
