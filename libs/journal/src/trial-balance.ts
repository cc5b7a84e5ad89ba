import { Money, type Currency } from '#money';
import type { Posting } from './posting.js';

/** What postings add up to per currency; in a sound journal every amount is zero. */
export function trialBalance(postings: Iterable<Posting>): ReadonlyMap<Currency, Money> {
  const totals = new Map<Currency, Money>();
  for (const { amount } of postings) {
    const total = totals.get(amount.currency) ?? Money.zero(amount.currency);
    totals.set(amount.currency, total.plus(amount));
  }
  return totals;
}
