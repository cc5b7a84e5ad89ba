import type {
  Contradiction,
  ContradictionFound,
  ContradictionSettled,
  ToldFact,
} from './events.js';
import { PaymentError } from '../payment/errors.js';
import type { EventOf } from '../events.js';
import { initiatedOf } from '../initiate/decide.js';
import type { KeptContradiction, Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';

/** Keeps a contradicting fact, once. One that a person left out stays out. */
export function recordContradiction(
  found: {
    readonly contradictionId: string;
    readonly contradiction: Contradiction;
    readonly reference: string | null;
    readonly fact: ToldFact;
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

/** Facts that are kept and wait for a missing one or a person, the oldest first. */
export function openContradictions({ contradictions }: Payment): [string, KeptContradiction][] {
  return [...contradictions].filter(([, { status }]) => status === 'open');
}

/** @throws PaymentError `payment-contradicted` while the payment is set aside. */
export function assertNotContradicted(payment: Payment): void {
  const [open] = openContradictions(payment);
  if (!open) return;
  const { paymentId } = initiatedOf(payment);
  const [contradictionId, { explanation }] = open;
  throw new PaymentError('payment-contradicted', { paymentId, contradictionId, explanation });
}

export function evolveContradiction(
  payment: Payment,
  event: EventOf<'ContradictionFound' | 'ContradictionSettled'>,
): Payment {
  const { contradictionId } = event.data;
  const contradictions = new Map(payment.contradictions);
  if (event.type === 'ContradictionFound') {
    const { rule, explanation, fact, foundAt } = event.data;
    contradictions.set(contradictionId, { rule, explanation, fact, foundAt, status: 'open' });
  } else {
    const known = payment.contradictions.get(contradictionId);
    if (known) contradictions.set(contradictionId, { ...known, status: 'settled' });
  }
  return { ...payment, contradictions };
}
