import { Money } from '#money';
import { feeStatusOf } from './fee-status.js';

const AT = '2026-11-19T00:00:00.000Z';

describe('the fees of what agrees in its amounts', () => {
  it.each([
    ['matched', 'capture', 59n, 59n],
    ['fee-mismatch', 'capture', 59n, 60n],
    ['fee-mismatch', 'capture', null, 59n],
    ['matched', 'capture', null, 0n],
    ['matched', 'refund', null, -30n],
    ['matched', 'refund', -30n, -30n],
    ['fee-mismatch', 'refund', -20n, -30n],
    ['fee-mismatch', 'dispute', 0n, 1500n],
  ] as const)('are %s for a %s of %s and %s', (status, kind, ours, theirs) => {
    expect(feeStatusOf(sides(kind, ours, theirs), false)).toBe(status);
  });

  it('are expected while our events may still tell them', () => {
    expect(feeStatusOf(sides('capture', null, 59n), true)).toBe('expected');
    expect(feeStatusOf(sides('capture', 58n, 59n), true)).toBe('fee-mismatch');
  });

  it('are known from the books alone when they are taken in another currency', () => {
    const usd = sides('capture', null, 64n, 'USD');
    expect(feeStatusOf(usd, false)).toBe('matched');
  });
});

function sides(
  kind: 'capture' | 'refund' | 'dispute',
  ours: bigint | null,
  theirs: bigint,
  currency = 'EUR',
) {
  const fee = ours === null ? null : Money.of(ours, 'EUR');
  return {
    kind,
    ours: [{ operationId: 'c-1', amount: Money.of(2000n, 'EUR'), fee, at: AT }],
    theirs: [{ fee: Money.of(theirs, currency) }],
  };
}
