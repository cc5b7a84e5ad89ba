import fc from 'fast-check';
import { Money } from '#money';
import { matchStatusOf, type Match } from './match.js';
import { totalsOf } from './totals.js';

const OVERDUE_BEFORE = '2026-11-20T00:00:00.000Z';
const OLD = '2026-11-19T23:59:59.999Z';
const RECENT = '2026-11-20T00:00:00.000Z';

describe('matchStatusOf', () => {
  it.each([
    ['matched', { ours: [our(1050n)], theirs: [their(1050n)] }],
    ['amount-mismatch', { ours: [our(1050n)], theirs: [their(1049n)] }],
    ['currency-mismatch', { ours: [our(1050n)], theirs: [their(1050n, 'USD')] }],
    ['missing-at-provider', { ours: [our(1050n)], theirs: [] }],
    ['expected', { ours: [our(1050n, RECENT)], theirs: [] }],
    ['missing-internally', { ours: [], theirs: [their(1050n)] }],
    ['duplicate', { ours: [our(1050n)], theirs: [their(1050n), their(1050n)] }],
    ['duplicate', { ours: [our(1050n), our(1050n)], theirs: [their(1050n)] }],
    ['expected', { ours: [our(1050n), our(20n, RECENT)], theirs: [their(1050n)] }],
  ] as const)('says %s of %j', (status, sides) => {
    expect(matchStatusOf({ kind: 'capture', ...sides }, OVERDUE_BEFORE)).toBe(status);
  });

  it('pairs several captures of one object in whatever order they came', () => {
    const ours = [our(10n), our(30n), our(20n)];
    const theirs = [their(20n), their(10n), their(30n)];
    expect(matchStatusOf({ kind: 'capture', ours, theirs }, OVERDUE_BEFORE)).toBe('matched');
  });

  it('compares neither payouts nor fees of their own, but finds a dispute we know nothing of', () => {
    const line = { ours: [], theirs: [their(-1050n)] };
    expect(matchStatusOf({ kind: 'payout', ...line }, OVERDUE_BEFORE)).toBe('not-compared');
    expect(matchStatusOf({ kind: 'fee', ...line }, OVERDUE_BEFORE)).toBe('not-compared');
    expect(matchStatusOf({ kind: 'dispute', ...line }, OVERDUE_BEFORE)).toBe('missing-internally');
  });
});

describe('totalsOf', () => {
  it('agrees whenever every match does', () => {
    const amounts = fc.bigInt(-(10n ** 9n), 10n ** 9n);
    const pairs = fc.array(fc.tuple(amounts, fc.constantFrom('EUR', 'JPY')));
    fc.assert(
      fc.property(pairs, (lines) => {
        const matches = lines.map(([amount, currency]): Match => {
          const kind = amount > 0n ? 'capture' : 'refund';
          return { kind, ours: [our(amount, OLD, currency)], theirs: [their(amount, currency)] };
        });
        for (const { difference } of totalsOf(matches)) expect(difference.isZero).toBe(true);
      }),
    );
  });

  it('shows what is missing as a difference, per currency', () => {
    const [eur, usd] = totalsOf([
      { kind: 'capture', ours: [our(1050n)], theirs: [] },
      { kind: 'refund', ours: [], theirs: [their(-50n, 'USD')] },
      { kind: 'payout', ours: [], theirs: [their(-999n)] },
    ]);
    expect(eur?.difference).toEqual(Money.of(-1050n, 'EUR'));
    expect(usd?.difference).toEqual(Money.of(-50n, 'USD'));
  });
});

function our(minorUnits: bigint, at = OLD, currency = 'EUR') {
  return { operationId: 'c-1', amount: Money.of(minorUnits, currency), at };
}

function their(minorUnits: bigint, currency = 'EUR') {
  const fee = Money.of(0n, currency);
  return { lineId: 'txn_1', amount: Money.of(minorUnits, currency), fee, at: OLD };
}
