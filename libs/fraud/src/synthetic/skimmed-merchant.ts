import { DAY } from '../instant.js';
import { labelledBy } from './label-delay.js';
import { THEFT } from './theft.js';

type Past = { readonly at: number; readonly other: number; fraud: boolean };

const [DAYS_MIN, DAYS_MAX] = THEFT.compromisedMerchant.days;
const SHARE = (THEFT.compromisedMerchant.share[0] + THEFT.compromisedMerchant.share[1]) / 2;

/** Weighs whether cards are being skimmed at a merchant, from what is known of its payments. */
export class SkimmedMerchant {
  readonly #past = new Map<string, Past>();

  /** @param hazard how often a merchant becomes one, per day. */
  constructor(readonly hazard: number) {}

  /** How probable it makes a payment now fraud. */
  probability(now: number): number {
    let odds = 0;
    let ratio = 1;
    let days = 0;
    for (const { at, other, fraud } of [...this.#past.values()].reverse()) {
      // Of having begun between this payment and the one after it.
      const began = (now - at) / DAY;
      odds += ratio * this.hazard * lasting(days, began);
      days = began;
      const known = labelledBy(now - at);
      ratio *= fraud
        ? (SHARE + (1 - SHARE) * other) / other
        : (1 - SHARE * known) / (1 - other * known);
      if (days > DAYS_MAX) break;
    }
    if (days < DAYS_MAX) odds += ratio * this.hazard * lasting(days, DAYS_MAX);
    return (SHARE * odds) / (1 + odds);
  }

  /** @param other how probable it is fraud of another kind. */
  add(id: string, at: number, other: number): void {
    this.#past.set(id, { at, other: Math.min(0.99, Math.max(0.002, other)), fraud: false });
    for (const [first, past] of this.#past) {
      if (at - past.at <= (DAYS_MAX + 1) * DAY) break;
      this.#past.delete(first);
    }
  }

  label(id: string): void {
    const past = this.#past.get(id);
    if (past) past.fraud = true;
  }
}

/** Days among those so long ago from which it would still last. */
function lasting(from: number, to: number): number {
  const until = Math.min(to, DAYS_MAX);
  if (until <= from) return 0;
  const middle = (from + until) / 2;
  const still = middle < DAYS_MIN ? 1 : (DAYS_MAX - middle) / (DAYS_MAX - DAYS_MIN);
  return (until - from) * Math.max(0, still);
}
