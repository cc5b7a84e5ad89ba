import { boundedText } from '../decline/refusal-fields.js';
import { initiatedOf } from '../payment/guards.js';
import { type OpenPromise, openPromises } from '../payment/open-promises.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import type { ProviderOutcomeUnknown } from './events.js';

/** Records once per operation that the provider did not say what became of it. */
export function recordUnknown(
  promise: OpenPromise,
  { reason, now }: { readonly reason: string; readonly now: Instant },
  payment: Payment,
): ProviderOutcomeUnknown[] {
  const { paymentId } = initiatedOf(payment);
  const { operation, operationId } = promise;
  const open = openPromises(payment).some((other) => other.operationId === operationId);
  if (!open || payment.unknown.has(operationId)) return [];
  const data = { paymentId, operation, operationId, reason: boundedText(reason), observedAt: now };
  return [{ type: 'ProviderOutcomeUnknown', data }];
}
