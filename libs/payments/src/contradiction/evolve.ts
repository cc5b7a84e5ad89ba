import type { KeptContradiction } from '../payment/contradiction.js';
import type { Payment } from '../payment/payment.js';
import type { ContradictionFound, ContradictionSettled } from './events.js';

export function found(
  payment: Payment,
  { contradictionId, rule, explanation, fact, foundAt }: ContradictionFound['data'],
): Payment {
  const kept = { rule, explanation, fact, foundAt, status: 'open' } as const;
  return withContradiction(payment, contradictionId, kept);
}

export function settled(
  payment: Payment,
  { contradictionId }: ContradictionSettled['data'],
): Payment {
  const known = payment.contradictions.get(contradictionId);
  if (!known) return payment;
  return withContradiction(payment, contradictionId, { ...known, status: 'settled' });
}

function withContradiction(payment: Payment, id: string, kept: KeptContradiction): Payment {
  return { ...payment, contradictions: new Map(payment.contradictions).set(id, kept) };
}
