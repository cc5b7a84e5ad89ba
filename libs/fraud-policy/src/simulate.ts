import type { Verdict } from '#payments';
import { expectedCosts } from './costs.js';
import { judge, type Judged } from './decide.js';
import { GrowingPile, type Pile } from './pile.js';
import type { Costs, FraudPolicy } from './policy.js';

/** One payment of the past: what was decided then, and what became known since. */
export type PastPayment = Judged & {
  readonly verdict: Verdict;
  readonly amountEur: number;
  /** Null: nobody knows, as of what was declined. */
  readonly fraud: boolean | null;
};

const OUTCOMES = ['honest', 'fraud', 'unknown'] as const;

type Outcome = (typeof OUTCOMES)[number];

/** `unknown`: nobody said yet, or nobody ever will because it was blocked. */
export type VerdictSums = Readonly<Record<Outcome, Pile>>;

/** Payments whose score was at least `from`, and below the next band's. */
export type Band = {
  readonly from: number;
  /** By what the candidate would say. */
  readonly byVerdict: Readonly<Record<Verdict, Pile>>;
  readonly byOutcome: VerdictSums;
};

export type Simulation = {
  readonly payments: number;
  /** By what the candidate would say. */
  readonly byVerdict: Readonly<Record<Verdict, VerdictSums>>;
  /** By score; unscored payments are in none. */
  readonly bands: readonly Band[];
  /** Those it would decide otherwise, by both verdicts, as in `approve>decline`. */
  readonly changed: Readonly<Record<string, Pile>>;
  /** Payments that met each rule, also where a stricter rule decided. */
  readonly byRule: Readonly<Record<string, number>>;
  /** Declined then: whatever the candidate would say, nobody can know how it would have ended. */
  readonly blockedThen: Pile;
  readonly reviewsPerDay: number;
  readonly reviewMinutesPerDay: number;
  /** Share of payments known to be honest that the candidate declines; null: none is known. */
  readonly insultRate: number | null;
  /** By the costs given, roughly in euros; unscored payments count nothing. */
  readonly expectedLossEur: number;
};

export type SimulationTerms = {
  /** That the payments span; counts as at least one. */
  readonly days: number;
  /** What the expected loss is counted with. */
  readonly costs: Costs;
  readonly reviewPrice: number;
};

const VERDICTS = ['approve', 'review', 'decline'] as const satisfies readonly Verdict[];
const BANDS = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9];

/** What a policy would have said of past payments, with the money it is about. */
export function simulate(
  policy: FraudPolicy,
  past: Iterable<PastPayment>,
  { days, costs, reviewPrice }: SimulationTerms,
): Simulation {
  const tally = new Tally();
  for (const payment of past) {
    // Chance is left out: it would make two simulations of the same policy differ.
    const { verdict, rules } = judge(policy, payment, { draw: 1, spentEur: 0, reviewPrice });
    tally.add(payment, verdict);
    for (const { ruleId } of rules) tally.byRule[ruleId] = (tally.byRule[ruleId] ?? 0) + 1;
    const { scored, amountEur } = payment;
    if (scored) tally.lossEur += expectedCosts(scored.score, amountEur, costs)[verdict];
  }
  return tally.simulation(Math.max(1, days), costs);
}

class Tally {
  lossEur = 0;
  readonly byRule: Record<string, number> = {};
  #payments = 0;
  readonly #byVerdict = recordOf(VERDICTS, () => recordOf(OUTCOMES, newPile));
  readonly #bands = BANDS.map((from) => ({
    from,
    byVerdict: recordOf(VERDICTS, newPile),
    byOutcome: recordOf(OUTCOMES, newPile),
  }));
  readonly #changed = new Map<string, GrowingPile>();
  readonly #blockedThen = new GrowingPile();

  add(past: PastPayment, verdict: Verdict): void {
    const { amount } = past.payment;
    const outcome = past.fraud === null ? 'unknown' : past.fraud ? 'fraud' : 'honest';
    const score = past.scored?.score ?? -1;
    const band = this.#bands.findLast(({ from }) => score >= from);
    const piles = [this.#byVerdict[verdict][outcome]];
    if (band) piles.push(band.byVerdict[verdict], band.byOutcome[outcome]);
    if (past.verdict === 'decline') piles.push(this.#blockedThen);
    if (verdict !== past.verdict) piles.push(this.#changeOf(`${past.verdict}>${verdict}`));
    for (const pile of piles) pile.add(amount, past.amountEur);
    this.#payments += 1;
  }

  simulation(days: number, costs: Costs): Simulation {
    const byVerdict = map(this.#byVerdict, (sums) => map(sums, pileOf));
    const reviewsPerDay = this.#paymentsOf(byVerdict.review) / days;
    const honest = VERDICTS.reduce((sum, each) => sum + byVerdict[each].honest.payments, 0);
    return {
      payments: this.#payments,
      byVerdict,
      bands: this.#bands.map(({ from, ...piles }) => ({
        from,
        byVerdict: map(piles.byVerdict, pileOf),
        byOutcome: map(piles.byOutcome, pileOf),
      })),
      changed: Object.fromEntries([...this.#changed].map(([key, pile]) => [key, pileOf(pile)])),
      byRule: this.byRule,
      blockedThen: this.#blockedThen.pile,
      reviewsPerDay,
      reviewMinutesPerDay: reviewsPerDay * costs.reviewMinutes,
      insultRate: honest === 0 ? null : byVerdict.decline.honest.payments / honest,
      expectedLossEur: this.lossEur,
    };
  }

  #changeOf(change: string): GrowingPile {
    const pile = this.#changed.get(change) ?? new GrowingPile();
    this.#changed.set(change, pile);
    return pile;
  }

  #paymentsOf(sums: VerdictSums): number {
    return OUTCOMES.reduce((sum, outcome) => sum + sums[outcome].payments, 0);
  }
}

function newPile(): GrowingPile {
  return new GrowingPile();
}

function pileOf({ pile }: GrowingPile): Pile {
  return pile;
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  make: () => Value,
): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>;
}

function map<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (value: From) => To,
): Record<Key, To> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Record<Key, To>;
}
