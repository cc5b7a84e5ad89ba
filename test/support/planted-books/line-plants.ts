import { Money } from '#money';
import { add, DAY_MS, operation, unlinked, type Books, type Pair, type Planted } from './books.js';

type Kind = 'capture' | 'refund' | 'dispute';
type Plant = (books: Books) => void;

const KINDS: readonly [Kind, ...Kind[]] = ['capture', 'refund', 'dispute'];

/** Differences between our events and a provider's lines, each as it happens. */
export const LINE_PLANTS: Readonly<Record<string, Plant>> = {
  'missing at the provider': (books) => {
    const { our } = operation(books, books.pick(KINDS));
    books.ours.push(our);
    planted(books, 'missing-at-provider', [[our.id], []]);
  },
  'missing in ours': (books) => {
    const { their } = operation(books, books.pick(KINDS));
    books.theirs.push(their);
    planted(books, 'missing-internally', [[], [their.id]]);
  },
  'a foreign line': (books) => {
    const { their } = operation(books, 'capture');
    books.theirs.push({ ...unlinked(their), kind: 'adjustment' });
    planted(books, 'missing-internally', [[], [their.id]]);
  },
  'a line twice': (books) => {
    const pair = operation(books, books.pick(KINDS));
    add(books, pair);
    const again = { ...pair.their, id: books.id('line'), at: books.later(pair.their.at, 60_000) };
    books.theirs.push(again);
    planted(books, 'duplicate-at-provider', [[], [again.id]]);
  },
  'an event twice': (books) => {
    const pair = operation(books, books.pick(KINDS));
    add(books, pair);
    const again = { ...pair.our, id: books.id('op'), at: books.later(pair.our.at, 60_000) };
    books.ours.push(again);
    planted(books, 'duplicate-internally', [[again.id], []]);
  },
  'another amount': (books) => {
    const { our, their } = operation(books, books.pick(KINDS));
    const residual = books.pick([1n, -1n, 7n, -100n, 333n]);
    const line = { ...their, amount: shifted(their.amount, residual) };
    add(books, { our, their: line });
    const more = { rule: 'provider-id', residual };
    planted(books, 'amount-mismatch', [[our.id], [line.id]], more);
  },
  'another currency': (books) => {
    const { our, their } = operation(books, books.pick(KINDS));
    const other = Money.of(their.amount.minorUnits, 'GBP');
    const line = { ...their, amount: other, fee: Money.of(their.fee.minorUnits, 'GBP') };
    met(books, 'currency-mismatch', { our, their: line }, 'provider-id');
  },
  'another fee': (books) => {
    const { our, their } = operation(books, 'capture');
    const fee = shifted(their.fee, books.pick([1n, -1n, 12n]));
    met(books, 'fee-mismatch', { our, their: { ...their, fee } }, 'provider-id');
  },
  'another fee returned': (books) => {
    const { our, their } = operation(books, 'refund');
    const [told, taken] = [
      Money.of(-20n, our.amount.currency),
      Money.of(-19n, our.amount.currency),
    ];
    const pair = { our: { ...our, fee: told }, their: { ...their, fee: taken } };
    met(books, 'fee-mismatch', pair, 'provider-id');
  },
  'a fee that no event tells': (books) => {
    const { our, their } = operation(books, 'capture');
    met(books, 'fee-mismatch', { our: { ...our, fee: null }, their }, 'provider-id');
  },
  'not done at the provider': (books) => {
    const { our, their } = operation(books, books.pick(KINDS));
    const status = books.pick(['pending', 'denied'] as const);
    met(books, 'status-mismatch', { our, their: { ...their, status } }, 'provider-id');
  },
  'listed late': (books) => {
    const pair = operation(books, books.pick(KINDS));
    const at = books.later(pair.our.at, (8 + books.whole(10)) * DAY_MS);
    met(books, 'timing', { ...pair, their: { ...pair.their, at } }, 'provider-id');
  },
  'a refund that failed at the provider alone': (books) => {
    const pair = operation(books, 'refund');
    add(books, pair);
    const back = reversalOf(books, pair);
    books.theirs.push(back);
    planted(books, 'status-mismatch', [[], [back.id]]);
  },
  'a dispute won at the provider alone': (books) => {
    const pair = operation(books, 'dispute');
    add(books, pair);
    const back = reversalOf(books, pair);
    books.theirs.push(back);
    planted(books, 'status-mismatch', [[], [back.id]]);
  },
  'a reversal of nothing': (books) => {
    const pair = operation(books, books.pick(['refund', 'dispute']));
    const back = unlinked(reversalOf(books, pair));
    books.theirs.push(back);
    planted(books, 'orphan-reversal', [[], [back.id]]);
  },
  'exchanged beyond its rate': (books) => {
    const pair = exchanged(books, books.pick([2n, -2n, 50n]));
    met(books, 'exchange-mismatch', pair, 'provider-id');
  },
  'under another id of no relation': (books) => {
    const { our, their } = operation(books, 'capture', { paymentId: null });
    const line = { ...unlinked(their), reference: books.id('ch') };
    add(books, { our, their: line });
    planted(books, 'missing-at-provider', [[our.id], []], { suggests: line.id });
    planted(books, 'missing-internally', [[], [line.id]], { suggests: our.id });
  },
};

export function met(books: Books, status: Planted['status'], pair: Pair, rule: string): void {
  add(books, pair);
  planted(books, status, [[pair.our.id], [pair.their.id]], { rule });
}

/** What is in question on our side, and on theirs. */
type Ids = readonly [ours: readonly string[], theirs: readonly string[]];

export function planted(
  books: Books,
  status: Planted['status'],
  [ours, theirs]: Ids,
  more: Pick<Planted, 'rule' | 'residual' | 'suggests'> = {},
): void {
  books.plant({ plant: status, leg: 'provider', status, ours, theirs, ...more });
}

export function reversalOf(books: Books, { their }: Pair): Pair['their'] {
  const at = books.later(their.at, DAY_MS);
  return { ...their, id: books.id('line'), amount: their.amount.negated(), at };
}

export function shifted({ minorUnits, currency }: Money, by: bigint): Money {
  return Money.of(minorUnits + by, currency);
}

/** One dollar gives 1.5 euros, so that the exact amount is known without rounding. */
export function exchanged(books: Books, off: bigint): Pair {
  const { our, their } = operation(books, 'capture');
  const payer = Money.of(200n * BigInt(10 + books.whole(500)), 'USD');
  const settled = Money.of((payer.minorUnits * 3n) / 2n + off, 'EUR');
  const line = { ...their, amount: payer, fee: Money.of(31n, 'EUR') };
  return {
    our: { ...our, amount: payer, fee: null },
    their: { ...line, exchanged: { amount: settled, rate: '1.50' } },
  };
}
