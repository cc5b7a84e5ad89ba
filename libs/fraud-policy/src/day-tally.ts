import type { Verdict } from '#payments';
import type { ExpectedCosts } from './costs.js';
import type { Costs } from './policy.js';

/** Averages over the days simulated; euros are rough, by the reference rates. */
export type DayExpectation = {
  readonly payments: number;
  readonly reviews: number;
  readonly reviewMinutes: number;
  readonly declines: number;
  /** Honest payers declined. */
  readonly insults: number;
  /** Of fraud that is let through, less what comes back. */
  readonly fraudLossEur: number;
  readonly reviewEur: number;
  readonly insultEur: number;
  /** The three together. */
  readonly lossEur: number;
  /** Amounts of fraud that reviews find and declines stop. */
  readonly fraudStoppedEur: number;
};

type Expected = {
  readonly costs: ExpectedCosts;
  /** Probability, and the amount weighed by it. */
  readonly fraud: number;
  readonly fraudEur: number;
};

/** Adds up what scores and costs let expect. */
export class DayTally {
  readonly #sums = {
    payments: 0,
    reviews: 0,
    declines: 0,
    insults: 0,
    lossEur: 0,
    insultEur: 0,
    fraudStoppedEur: 0,
  };

  add(verdict: Verdict, missShare: number, expected: Expected | null): void {
    const sums = this.#sums;
    sums.payments += 1;
    if (verdict === 'review') sums.reviews += 1;
    if (verdict === 'decline') sums.declines += 1;
    if (!expected) return;
    const { costs, fraud, fraudEur } = expected;
    sums.lossEur += costs[verdict];
    if (verdict === 'review') sums.fraudStoppedEur += fraudEur * (1 - missShare);
    if (verdict !== 'decline') return;
    sums.insults += 1 - fraud;
    sums.insultEur += costs.decline;
    sums.fraudStoppedEur += fraudEur;
  }

  perDay(days: number, { reviewMinutes, reviewMinuteEur }: Costs): DayExpectation {
    const { payments, reviews, declines, insults, ...eur } = this.#sums;
    const lossEur = eur.lossEur / days;
    const insultEur = eur.insultEur / days;
    const minutes = (reviews * reviewMinutes) / days;
    const reviewEur = minutes * reviewMinuteEur;
    return {
      payments: payments / days,
      reviews: reviews / days,
      reviewMinutes: minutes,
      declines: declines / days,
      insults: insults / days,
      // What reviews miss is lost too: it is the rest of what is expected.
      fraudLossEur: Math.max(0, lossEur - insultEur - reviewEur),
      reviewEur,
      insultEur,
      lossEur,
      fraudStoppedEur: eur.fraudStoppedEur / days,
    };
  }
}
