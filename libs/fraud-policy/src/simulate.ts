import type { Verdict } from '#payments';
import { expectedCosts } from './costs.js';
import { DayTally, type DayExpectation } from './day-tally.js';
import { judge, type JudgedPayment, type Judgement } from './decide.js';
import type { PastPayment } from './past-payment.js';
import type { Costs, FraudPolicy } from './policy.js';
import { ReviewRooms } from './review-rooms.js';
import { SimulationTally, type SimulatedSums } from './simulation-tally.js';
import { UnscoredApprovals } from './unscored-approvals.js';

export type Simulation = SimulatedSums & {
  /** What to expect of a day, by scores and costs; unscored payments lose and gain nothing. */
  readonly perDay: DayExpectation;
};

export type SimulationTerms = {
  /** That the payments span; counts as at least one. */
  readonly days: number;
  /** What the expected loss is counted with. */
  readonly costs: Costs;
  readonly reviewPrice: number;
};

/** What is, or was, said of a payment, and the rules it met. */
export type PolicyVerdict = {
  readonly verdict: Verdict;
  readonly rules: readonly { readonly ruleId: string }[];
};

/** What a policy would have said of past payments, with the money it is about. */
export function simulate(
  policy: FraudPolicy,
  past: Iterable<PastPayment>,
  terms: SimulationTerms,
): Simulation {
  const simulator = new Simulator(terms.costs);
  const judging = new Rejudging(policy, terms.reviewPrice);
  for (const payment of past) simulator.add(payment, judging.wouldSay(payment));
  return simulator.over(terms.days);
}

/**
 * Judges the payments of a past, one after the other: what was approved without a score counts
 * for the next, and so does what took a review. Chance is left out: it would make two simulations
 * of the same policy differ.
 */
export class Rejudging {
  readonly #approvals = new UnscoredApprovals();
  readonly #rooms: ReviewRooms;

  constructor(
    private readonly policy: FraudPolicy,
    private readonly reviewPrice: number,
  ) {
    this.#rooms = new ReviewRooms(policy.reviewCapacity);
  }

  wouldSay(judged: JudgedPayment): Judgement {
    const { client = '' } = judged;
    const { reviewPrice } = this;
    const unscoredBefore = this.#approvals.before(judged.payment);
    const room = this.#rooms.of(client);
    const context = { draw: 1, spentEur: 0, reviewPrice, unscoredBefore, room };
    const judgement = judge(this.policy, judged, context);
    this.#approvals.note(judged, judgement.verdict);
    this.#rooms.note(client, judgement.capacity);
    return judgement;
  }
}

/** A simulation payment by payment, for histories that do not fit into memory. */
export class Simulator {
  readonly #tally = new SimulationTally();
  readonly #day = new DayTally();

  /** @param costs what the expected loss is counted with. */
  constructor(private readonly costs: Costs) {}

  add(past: PastPayment, { verdict, rules }: PolicyVerdict): void {
    const { scored, amountEur } = past;
    this.#tally.add(past, verdict);
    for (const { ruleId } of rules) this.#tally.met(ruleId, past);
    const { costs } = this;
    const expected = scored && {
      costs: expectedCosts(scored.score, amountEur, costs),
      fraud: scored.score,
      fraudEur: scored.score * amountEur,
    };
    this.#day.add(verdict, costs.reviewMissShare, expected);
  }

  /** @param days that the payments span; counts as at least one. */
  over(days: number): Simulation {
    return { ...this.#tally.sums, perDay: this.#day.perDay(Math.max(1, days), this.costs) };
  }
}
