import type { PaymentFactKind, StoredFact } from '#provider-port';
import type { Contradiction } from '../payment/contradiction.js';
import { initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import type { ContradictionFound, ContradictionSettled } from './events.js';

/** Keeps a contradicting fact, once. One that a person left out stays out. */
export function recordContradiction(
  found: {
    readonly contradictionId: string;
    readonly contradiction: Contradiction;
    readonly reference: string | null;
    readonly fact: StoredFact<PaymentFactKind>;
    readonly now: Instant;
  },
  payment: Payment,
): ContradictionFound[] {
  const { paymentId } = initiatedOf(payment);
  const { contradictionId, contradiction, reference, fact, now: foundAt } = found;
  if (payment.contradictions.has(contradictionId)) return [];
  const data = { paymentId, contradictionId, ...contradiction, reference, fact, foundAt };
  return [{ type: 'ContradictionFound', data }];
}

export function settleContradiction(
  settlement: {
    readonly contradictionId: string;
    readonly by: 'fact' | 'person';
    readonly note: string | null;
    readonly now: Instant;
  },
  payment: Payment,
): ContradictionSettled[] {
  const { paymentId } = initiatedOf(payment);
  const { contradictionId, by, note, now: settledAt } = settlement;
  if (payment.contradictions.get(contradictionId)?.status !== 'open') return [];
  const data = { paymentId, contradictionId, by, note, settledAt };
  return [{ type: 'ContradictionSettled', data }];
}
