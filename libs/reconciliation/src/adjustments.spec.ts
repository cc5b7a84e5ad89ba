import type { SettlementLine } from '#provider-port';
import fc from 'fast-check';
import { Money, sumsByCurrency } from '#money';
import { adjustmentsBetween, adjustmentsOf } from './adjustments.js';
import { withLine, withTold, type Match } from './match.js';

const AT = '2026-11-21T04:00:00.000Z';

describe('what the books say beyond our events', () => {
  it('is nothing when both say the same', () => {
    expect(texts(both('capture', ['20.00', '0.88'], ['20.00', '0.88']))).toEqual([]);
  });

  it('is the fee that our events never told, and the one that was given back', () => {
    expect(texts(both('capture', ['20.00', null], ['20.00', '0.88']))).toEqual(['fees -0.88 EUR']);
    expect(texts(both('refund', ['-20.00', null], ['-20.00', '-0.30']))).toEqual(['fees 0.30 EUR']);
  });

  it('is a fee of no payment', () => {
    expect(texts(both('fee', null, ['-2.00', '0.00']))).toEqual(['fees -2.00 EUR']);
  });

  it('is what one currency gave for another', () => {
    const settled = line('capture', '20.00', '0.00', { amount: usd('21.74'), fee: usd('0.93') });
    const match = withLine(both('capture', ['20.00', null], null), settled);
    expect(texts(match)).toEqual(['fees -0.93 USD', 'fx -20.00 EUR', 'fx 21.74 USD']);
  });

  it('is in suspense as long as no event of ours explains it', () => {
    expect(texts(both('capture', null, ['20.00', '0.88']))).toEqual([
      'fees -0.88 EUR',
      'suspense 20.00 EUR',
    ]);
    expect(texts(both('capture', ['20.00', '0.88'], ['19.00', '0.88']))).toEqual([
      'suspense -1.00 EUR',
    ]);
    expect(texts(both('adjustment', null, ['7.00', '0.00']))).toEqual(['suspense 7.00 EUR']);
  });

  it('brings our events to the balance of the books, in any order of the two', () => {
    const units = fc.bigInt({ min: -5000n, max: 5000n });
    const pair = fc.record({ ours: units, theirs: units, told: fc.option(units), fee: units });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 4 }), fc.infiniteStream(fc.nat()), (pairs, draws) => {
        const steps = pairs.flatMap(({ ours, theirs, told, fee }, i) => [
          (match: Match) => withTold(match, movement(i, ours)),
          ...(told === null ? [] : [(match: Match) => withTold(match, feeOf(i, told))]),
          (match: Match) => withLine(match, bookLine(i, theirs, fee)),
        ]);
        let match: Match = { kind: 'capture', ours: [], theirs: [] };
        let adjusted: Money[] = [];
        const left = inOrder(steps.length, draws);
        for (const index of left) {
          const next = steps[index]?.(match) ?? match;
          adjusted = [...adjusted, ...adjustmentsBetween(match, next).map(({ amount }) => amount)];
          match = next;
        }
        const told = match.ours.flatMap(({ amount, fee }) => [
          amount,
          ...(fee ? [fee.negated()] : []),
        ]);
        const books = match.theirs.flatMap(({ amount, fee }) => [amount, fee.negated()]);
        expect(sumsByCurrency([...told, ...adjusted])).toEqual(sumsByCurrency(books));
      }),
    );
  });
});

/** A fee comes after its capture; everything else comes in any order. */
function inOrder(count: number, draws: Iterable<number>): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  const drawn = draws[Symbol.iterator]();
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Number(drawn.next().value) % (last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

function movement(i: number, units: bigint) {
  const one = { operationId: `c-${i}`, amount: Money.of(units, 'EUR'), fee: null, at: AT };
  return { key: KEY, movement: one };
}

function feeOf(i: number, units: bigint) {
  return { key: KEY, feeOf: `c-${i}`, fee: Money.of(units, 'EUR') };
}

const KEY = { provider: 'stripe', kind: 'capture', reference: 'ch_1' } as const;

function bookLine(i: number, units: bigint, fee: bigint): SettlementLine {
  const amounts = { amount: Money.of(units, 'EUR'), fee: Money.of(fee, 'EUR') };
  return { ...KEY, lineId: `txn_${i}`, paymentId: null, at: AT, ...amounts };
}

type Sums = readonly [amount: string, fee: string | null];

function both(kind: Match['kind'], ours: Sums | null, theirs: readonly [string, string] | null) {
  let match: Match = { kind, ours: [], theirs: [] };
  if (ours) {
    const [amount, fee] = ours;
    const known = { operationId: 'c-1', amount: eur(amount), fee: fee === null ? null : eur(fee) };
    match = { ...match, ours: [{ ...known, at: AT }] };
  }
  return theirs ? withLine(match, line(kind, ...theirs)) : match;
}

function line(
  kind: Match['kind'],
  presented: string,
  fee: string,
  settled?: Pick<SettlementLine, 'amount' | 'fee'>,
): SettlementLine {
  const ids = { provider: 'stripe', lineId: 'txn_1', reference: 'ch_1', paymentId: null } as const;
  const same = { amount: eur(presented), fee: eur(fee) };
  const amounts = settled ? { ...settled, presented: eur(presented) } : same;
  return { ...ids, kind, at: AT, ...amounts };
}

function texts(match: Match): string[] {
  return adjustmentsOf(match).map(({ purpose, amount }) => `${purpose} ${amount.toString()}`);
}

function eur(text: string): Money {
  return Money.parse(text, 'EUR');
}

function usd(text: string): Money {
  return Money.parse(text, 'USD');
}
