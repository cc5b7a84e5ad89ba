import { Money } from '#money';
import { matchStatusOf } from './match.js';

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

  it('pairs several captures of one object in any order', () => {
    const ours = [our(10n), our(30n), our(20n)];
    const theirs = [their(20n), their(10n), their(30n)];
    expect(matchStatusOf({ kind: 'capture', ours, theirs }, OVERDUE_BEFORE)).toBe('matched');
  });

  it('books payouts and fees of their own from the line, but finds a dispute we know nothing of', () => {
    const line = { ours: [], theirs: [their(-1050n)] };
    expect(matchStatusOf({ kind: 'payout', ...line }, OVERDUE_BEFORE)).toBe('booked');
    expect(matchStatusOf({ kind: 'fee', ...line }, OVERDUE_BEFORE)).toBe('booked');
    expect(matchStatusOf({ kind: 'dispute', ...line }, OVERDUE_BEFORE)).toBe('missing-internally');
  });
});

function our(minorUnits: bigint, at = OLD, currency = 'EUR') {
  return { operationId: 'c-1', amount: Money.of(minorUnits, currency), fee: null, at };
}

function their(minorUnits: bigint, currency = 'EUR') {
  const fee = Money.of(0n, currency);
  return { lineId: 'txn_1', amount: Money.of(minorUnits, currency), fee, at: OLD };
}
