import { factFromStored, objectOf, storedFactOf, type PaymentFact } from '#provider-port';
import type { PaymentEvent } from '../catalogue/events.js';
import { evolve } from '../catalogue/evolve.js';
import { recordContradiction, settleContradiction } from '../contradiction/decide.js';
import { MissingPredecessor, PaymentError } from '../payment/errors.js';
import { openContradictions } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import { decideFact, FactContradicts, type FactContext } from './decide.js';

type Events = readonly PaymentEvent[];

/**
 * What a fact means for a payment, and which facts that were kept fit now that it is known.
 *
 * @throws MissingPredecessor or FactContradicts, see decideFact.
 */
export function decideAndHeal(fact: PaymentFact, payment: Payment, context: FactContext): Events {
  const decided = decideFact(fact, payment, context);
  return [...decided, ...healed(decided.reduce(evolve, payment), context)];
}

/**
 * The same for a fact that nothing more is asked about: one that contradicts is kept, so that it is
 * not lost and a person is asked.
 *
 * @throws MissingPredecessor
 */
export function takeIn(fact: PaymentFact, payment: Payment, context: FactContext): Events {
  try {
    return decideAndHeal(fact, payment, context);
  } catch (error) {
    if (!(error instanceof FactContradicts)) throw error;
    const { contradiction } = error;
    const contradictionId = contradictionIdOf(fact, context);
    const { now } = context;
    const told = { reference: objectOf(fact), fact: storedFactOf(fact), now };
    return recordContradiction({ contradictionId, contradiction, ...told }, payment);
  }
}

/**
 * All that the provider says of a payment at once. Facts that wait for another, or contradict the
 * record without it, are tried again after it; what contradicts in the end is kept as that, and
 * what still waits is left out.
 *
 * @returns the events, and why a rule of ours forbids one of the facts, as for a held payment.
 */
export function takeInAll(
  facts: readonly PaymentFact[],
  payment: Payment,
  context: FactContext,
): { readonly events: Events; readonly refusal: PaymentError | null } {
  const refusals = new Map<PaymentFact, PaymentError>();
  const attempt = (decide: typeof takeIn) => (fact: PaymentFact, current: Payment) => {
    refusals.delete(fact); // What was forbidden may fit once another fact is taken.
    try {
      return unlessEarly(() => decide(fact, current, context));
    } catch (error) {
      if (!(error instanceof PaymentError)) throw error;
      refusals.set(fact, error);
      return null;
    }
  };
  const fitting = takeFitting(facts, payment, attempt(decideAndHeal));
  const kept = takeFitting(fitting.waiting, fitting.payment, attempt(takeIn));
  const [refusal = null] = refusals.values();
  return { events: [...fitting.events, ...kept.events], refusal };
}

/** Books what was kept as a contradiction and is none any more. */
export function healed(payment: Payment, context: FactContext): Events {
  const { now } = context;
  return takeFitting(
    openContradictions(payment),
    payment,
    ([contradictionId, { fact }], current) => {
      const booked = unlessEarly(() => decideFact(factFromStored(fact), current, context));
      const settlement = { contradictionId, by: 'fact', note: null, now } as const;
      return booked && [...booked, ...settleContradiction(settlement, current)];
    },
  ).events;
}

/** Tries what waits again and again, since what fits may be what another waits for. */
function takeFitting<Waiting>(
  all: readonly Waiting[],
  payment: Payment,
  decide: (one: Waiting, current: Payment) => Events | null,
): { readonly events: Events; readonly payment: Payment; readonly waiting: readonly Waiting[] } {
  const events: PaymentEvent[] = [];
  let current = payment;
  let waiting = all;
  for (let before = Infinity; waiting.length < before;) {
    before = waiting.length;
    waiting = waiting.filter((one) => {
      const decided = decide(one, current);
      if (decided === null) return true;
      current = decided.reduce(evolve, current);
      events.push(...decided);
      return false;
    });
  }
  return { events, payment: current, waiting };
}

/** Null while a fact still contradicts, or waits for another. */
function unlessEarly(decide: () => Events): Events | null {
  try {
    return decide();
  } catch (error) {
    if (error instanceof FactContradicts || error instanceof MissingPredecessor) return null;
    throw error;
  }
}

/** The same for the same fact, however often it comes, from a webhook or a look-up. */
function contradictionIdOf(fact: PaymentFact, { provider, idOf }: FactContext): string {
  const amount = 'moved' in fact ? fact.moved : 'amount' in fact ? fact.amount : null;
  return idOf('contradiction', provider, fact.kind, objectOf(fact) ?? '', amount?.toString() ?? '');
}
