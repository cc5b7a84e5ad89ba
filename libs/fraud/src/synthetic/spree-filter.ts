/** What is known of a kind of spree beforehand; times in seconds, rates per second. */
export type SpreeKind = {
  /** How often such a spree begins here. */
  readonly hazard: number;
  /** The longest it lasts. */
  readonly window: number;
  /** The thief's payments while it lasts. */
  readonly rate: number;
  /** Set where the thief's are some of the payments that would have been made anyway. */
  readonly share?: number;
  /** Set where it can only begin with the first payment of all. */
  readonly once?: boolean;
};

type Hypothesis = {
  readonly startedAt: number;
  lastAt: number;
  /** Odds against there being no spree. */
  odds: number;
  /** How probably each payment since is the thief's. */
  readonly thiefs: Map<string, number>;
};

const ODDS_MIN = 1e-7;
/** Certain enough, and far from what numbers can hold. */
const ODDS_MAX = 1e12;
/** How much less often than never the thief's silence is counted: the spree may be over. */
const SILENCE = 0.5;
/** How rarely a payment is called fraud when there was no spree. */
const OTHER_FRAUD = 1e-3;

/** Weighs, payment by payment, whether a spree has begun with one of the payments before. */
export class SpreeFilter {
  #hypotheses: Hypothesis[] = [];
  #isOver = false;

  constructor(readonly kind: SpreeKind) {}

  /**
   * Takes in a payment.
   *
   * @param ratio how much more probable it looks as a thief's than as an honest one.
   * @param honestRate of honest payments here.
   * @returns odds against no spree: that the payment is the thief's, and of any spree.
   */
  observe(
    { id, at }: { readonly id: string; readonly at: number },
    ratio: number,
    honestRate: number,
  ): { readonly thief: number; readonly all: number } {
    const { hazard, window, rate, share, once = false } = this.kind;
    const more = share === undefined ? (rate / honestRate) * ratio : (share / (1 - share)) * ratio;
    const factor = (1 + more) * (share === undefined ? 1 : 1 - share);
    this.#hypotheses = this.#hypotheses.filter(({ startedAt }) => at - startedAt < window);
    let [thief, all] = [0, 0];
    for (const hypothesis of this.#hypotheses) {
      const silence = share === undefined ? SILENCE * rate * (at - hypothesis.lastAt) : 0;
      hypothesis.odds = Math.min(ODDS_MAX, hypothesis.odds * factor * Math.exp(-silence));
      hypothesis.lastAt = at;
      hypothesis.thiefs.set(id, more / (1 + more));
      all += hypothesis.odds;
      thief += (hypothesis.odds * more) / (1 + more);
    }
    const odds = this.#isOver ? 0 : (hazard / honestRate) * ratio;
    this.#isOver = once;
    const begun = { startedAt: at, lastAt: at, odds, thiefs: new Map([[id, 1]]) };
    this.#hypotheses = [...this.#hypotheses, begun].filter((each) => each.odds > ODDS_MIN);
    return { thief: thief + odds, all: all + odds };
  }

  /** Takes in that a payment was fraud. */
  label(id: string): void {
    for (const hypothesis of this.#hypotheses) {
      const thief = hypothesis.thiefs.get(id);
      if (thief === undefined) continue;
      const odds = (hypothesis.odds * Math.max(thief, 1e-6)) / OTHER_FRAUD;
      hypothesis.odds = Math.min(ODDS_MAX, odds);
    }
  }
}
