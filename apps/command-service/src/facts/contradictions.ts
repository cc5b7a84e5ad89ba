import { idOf } from '#event-store';
import {
  evolve,
  MissingPredecessor,
  openContradictions,
  recordContradiction,
  settleContradiction,
  type Payment,
  type PaymentEvent,
} from '#payments';
import type { PaymentFact } from '#provider-port';
import { decideFact, FactContradicts, type FactContext } from './fact-decision.js';
import { factOf, toldFactOf } from './stored-fact.js';

/**
 * What a fact means for a payment, and which facts that were kept fit now that it is known.
 *
 * @throws MissingPredecessor or FactContradicts, see decideFact.
 */
export function decideAndHeal(
  fact: PaymentFact,
  payment: Payment,
  context: FactContext,
): readonly PaymentEvent[] {
  const decided = decideFact(fact, payment, context);
  return [...decided, ...healed(decided.reduce(evolve, payment), context)];
}

/**
 * The same for a fact that nothing more is asked about: one that contradicts is kept, so that it is
 * not lost and a person is asked.
 *
 * @throws MissingPredecessor
 */
export function takeIn(
  fact: PaymentFact,
  payment: Payment,
  context: FactContext,
): readonly PaymentEvent[] {
  try {
    return decideAndHeal(fact, payment, context);
  } catch (error) {
    if (!(error instanceof FactContradicts)) throw error;
    const { contradiction } = error;
    const contradictionId = contradictionIdOf(fact, context.provider);
    const { now } = context;
    const told = { reference: objectOf(fact), fact: toldFactOf(fact), now };
    return recordContradiction({ contradictionId, contradiction, ...told }, payment);
  }
}

/** Books what was kept as a contradiction and is none any more. */
export function healed(payment: Payment, context: FactContext): readonly PaymentEvent[] {
  const events: PaymentEvent[] = [];
  let current = payment;
  for (let news = true; news;) {
    news = false;
    for (const [contradictionId, { fact }] of openContradictions(current)) {
      const decided = fitting(factOf(fact) as unknown as PaymentFact, current, context);
      if (decided === null) continue;
      const settlement = { contradictionId, by: 'fact', note: null, now: context.now } as const;
      const all = [...decided, ...settleContradiction(settlement, current)];
      current = all.reduce(evolve, current);
      events.push(...all);
      news = true;
    }
  }
  return events;
}

/** Null while it still contradicts, or waits for another. */
function fitting(
  fact: PaymentFact,
  payment: Payment,
  context: FactContext,
): readonly PaymentEvent[] | null {
  try {
    return decideFact(fact, payment, context);
  } catch (error) {
    if (error instanceof FactContradicts || error instanceof MissingPredecessor) return null;
    throw error;
  }
}

/** The same for the same fact, however often and by whatever way it is told. */
export function contradictionIdOf(fact: PaymentFact, provider: string): string {
  const amount = 'moved' in fact ? fact.moved : 'amount' in fact ? fact.amount : null;
  return idOf('contradiction', provider, fact.kind, objectOf(fact) ?? '', amount?.toString() ?? '');
}

function objectOf(fact: PaymentFact): string | null {
  if ('movementReference' in fact) return fact.movementReference;
  if ('reference' in fact) return fact.reference;
  return 'disputeReference' in fact ? fact.disputeReference : null;
}
