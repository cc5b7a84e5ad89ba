import { euroOf } from '#fraud';
import type { Money } from '#money';

const CENTS = 100;

/** What fits the column, far beyond any payment. */
const CENTS_MAX = 10n ** 17n;

/**
 * The loss to be expected of a payment in euro cents, so that cases in different currencies can be
 * ordered. Rates are fixed: an order of cases, never a sum for anybody's books.
 *
 * @param score null: nothing is known, so that all of the amount is at risk.
 */
export function amountAtRisk(
  { minorUnits, currency }: { readonly minorUnits: bigint; readonly currency: string },
  score: number | null,
): bigint {
  const euro = euroOf({ minorUnits, currency } as Money);
  const cents = BigInt(Math.round(euro * (score ?? 1) * CENTS));
  return cents > CENTS_MAX ? CENTS_MAX : cents;
}
