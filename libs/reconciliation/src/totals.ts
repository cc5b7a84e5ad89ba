import { Money, type Currency } from '#money';
import type { Match } from './match.js';

/** Captures less refunds in one currency, gross of fees, by both books. */
export type Totals = {
  readonly currency: Currency;
  readonly ours: Money;
  readonly theirs: Money;
  /** Theirs minus ours; zero when the books agree. */
  readonly difference: Money;
};

/** Adds up one provider's matches per currency. Payouts and fees move what was already counted. */
export function totalsOf(matches: Iterable<Match>): Totals[] {
  const totals = new Map<Currency, Totals>();
  for (const { kind, ours, theirs } of matches) {
    if (kind === 'payout' || kind === 'fee') continue;
    for (const { amount } of ours) add(totals, amount, Money.zero(amount.currency));
    for (const { amount } of theirs) add(totals, Money.zero(amount.currency), amount);
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

function add(totals: Map<Currency, Totals>, our: Money, their: Money): void {
  const { currency } = our;
  const zero = Money.zero(currency);
  const known = totals.get(currency) ?? { currency, ours: zero, theirs: zero, difference: zero };
  const ours = known.ours.plus(our);
  const theirs = known.theirs.plus(their);
  totals.set(currency, { currency, ours, theirs, difference: theirs.minus(ours) });
}
