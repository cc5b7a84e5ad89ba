import { sumsByCurrency, type Money } from '#money';
import type { LineKind, SettlementLine } from '#provider-port';
import type { Movement } from './movement.js';

type Sides = {
  readonly kind: LineKind;
  readonly ours: readonly Pick<Movement, 'amount' | 'fee'>[];
  readonly theirs: readonly Pick<SettlementLine, 'fee'>[];
};

/**
 * Compares the fees of what agrees in its amounts. Only in the currency of our events: one in the
 * currency of settlement may be known from the books alone, as one that comes back with a refund
 * may; the journal takes those from the line.
 *
 * @param waiting whether our events may still tell a fee that they have not told.
 */
export function feeStatusOf(
  { kind, ours, theirs }: Sides,
  waiting: boolean,
): 'matched' | 'expected' | 'fee-mismatch' {
  const untold = ours.some(({ fee }) => fee === null);
  if (kind !== 'capture' && untold) return 'matched';
  const told = ours.flatMap(({ fee }) => (fee === null ? [] : [fee]));
  const differs = ours.some(({ amount: { currency } }) => {
    const taken = theirs.map(({ fee }) => fee);
    return totalIn(currency, told) !== totalIn(currency, taken);
  });
  if (!differs) return 'matched';
  return untold && waiting ? 'expected' : 'fee-mismatch';
}

function totalIn(currency: string, amounts: readonly Money[]): bigint {
  const found = sumsByCurrency(amounts).find((total) => total.currency === currency);
  return found?.minorUnits ?? 0n;
}
