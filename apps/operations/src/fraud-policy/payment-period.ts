import { instantOf } from '#fraud';

const DAY = 86_400;

/** The time that payments take. */
export class PaymentPeriod {
  #first = Infinity;
  #last = -Infinity;
  readonly #days = new Set<number>();

  /** @param at seconds since 1970. */
  reach(at: number): void {
    this.#days.add(Math.floor(at / DAY));
    this.#first = Math.min(this.#first, at);
    this.#last = Math.max(this.#last, at);
  }

  /** Of the first and the last payment; null when there is none. */
  get ends(): { readonly from: string; readonly to: string } | null {
    if (this.#last < this.#first) return null;
    return { from: instantOf(this.#first), to: instantOf(this.#last) };
  }

  /** Days in UTC on which there were payments: a gap in between is no day of work. */
  get days(): number {
    return this.#days.size;
  }
}
