import fc from 'fast-check';
import { entryOf, evolveContext, type JournalContext } from '#journal';
import {
  evolve,
  MissingPredecessor,
  NO_PAYMENT,
  openContradictions,
  openPromises,
  takeIn,
  type PaymentEvent,
} from '#payments';
import type { PaymentFact, ProviderFact } from '#provider-port';
import { NOW } from '../../../test/support/payment-events.js';
import { providerTale } from '../../../test/support/provider-tales.js';

const RUNS = Number(process.env['PERMUTATIONS'] ?? 2_000);

describe('the facts of a provider', () => {
  it('end in the same state and the same journal, in any order and however often they come', () => {
    const told = providerTale.chain((tale) =>
      fc.record({
        tale: fc.constant(tale),
        order: fc.shuffledSubarray(
          // Every fact comes at least once; some come again.
          [...tale.facts, ...tale.facts].map((fact, index) => ({ fact, index })),
          { minLength: tale.facts.length },
        ),
      }),
    );
    fc.assert(
      fc.property(told, ({ tale, order }) => {
        const inOrder = endOf(tale.recorded, tale.facts);
        const mixed = order.map(({ fact }) => fact);
        const missing = tale.facts.filter((fact) => !mixed.includes(fact));
        const outOfOrder = endOf(tale.recorded, [...mixed, ...missing]);
        expect(outOfOrder).toEqual(inOrder);
        expect(inOrder.newsWhenToldAgain).toBe(0);
        expect(inOrder.parked).toBe(0);
        expect(inOrder.open).toEqual([]);
        expect(inOrder.contradictions).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Where a stream ends when facts are applied, those parked again after every other. */
function endOf(recorded: readonly PaymentEvent[], facts: readonly ProviderFact[]) {
  const events = [...recorded];
  let parked: PaymentFact[] = [];
  for (const fact of facts) {
    if (fact.kind === 'payout') continue;
    let waiting = [...parked, fact];
    do {
      parked = waiting;
      waiting = parked.filter((next) => !applied(next, events));
    } while (waiting.length < parked.length);
  }
  const before = events.length;
  for (const fact of facts) if (fact.kind !== 'payout') applied(fact, events);
  const payment = events.reduce(evolve, NO_PAYMENT);
  const captures = [...payment.captures.values()].filter(({ status }) => status === 'captured');
  return {
    parked: parked.length,
    newsWhenToldAgain: events.length - before,
    open: openPromises(payment),
    contradictions: openContradictions(payment),
    authorisation: payment.authorisation?.status,
    captured: captures.map(({ amount, reference }) => `${reference} ${amount.toString()}`).sort(),
    refunds: [...payment.refunds]
      .map(([id, { status, amount }]) => `${id} ${status} ${amount.toString()}`)
      .sort(),
    reversals: [...payment.reversals.keys()].sort(),
    disputes: [...payment.disputes]
      .map(([id, { status, stage, movements }]) => [
        id,
        status,
        stage,
        movements.map(({ reference, taken }) => `${reference} ${taken.toString()}`).sort(),
      ])
      .sort(),
    balances: balancesOf(events),
  };
}

function applied(fact: PaymentFact, events: PaymentEvent[]): boolean {
  try {
    const payment = events.reduce(evolve, NO_PAYMENT);
    events.push(...takeIn(fact, payment, { provider: 'stripe', now: NOW, idOf }));
    return true;
  } catch (error) {
    if (error instanceof MissingPredecessor) return false;
    throw error;
  }
}

function balancesOf(events: readonly PaymentEvent[]): Record<string, string> {
  const balances: Record<string, bigint> = {};
  let context: JournalContext | null = null;
  for (const event of events) {
    for (const { account, amount } of entryOf(event, context, NOW)?.postings ?? []) {
      balances[account] = (balances[account] ?? 0n) + amount.minorUnits;
    }
    context = evolveContext(context, event);
  }
  return Object.fromEntries(
    Object.entries(balances)
      .filter(([, units]) => units !== 0n)
      .map(([account, units]) => [account, units.toString()]),
  );
}

function idOf(...words: readonly string[]): string {
  return words.join(' ');
}
