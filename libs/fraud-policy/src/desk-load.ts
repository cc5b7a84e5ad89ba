import { euroOf, Reservoir } from '#fraud';
import { reviewPriceOf, type ScoredPayment } from './costs.js';
import type { JudgedPayment } from './decide.js';
import type { FraudPolicy } from './policy.js';
import { Rejudging } from './simulate.js';

const SAMPLE_MAX = 200_000;

/** How full a policy makes the reviewers' desk; what rules hold takes room before costs get any. */
export class DeskLoad {
  #held = 0;
  readonly #judging: Rejudging;
  readonly #scored = new Reservoir<ScoredPayment>(SAMPLE_MAX, 1);

  constructor(private readonly policy: FraudPolicy) {
    this.#judging = new Rejudging(policy, 0);
  }

  add(judged: JudgedPayment): void {
    const { payment, scored } = judged;
    const { verdict, rules } = this.#judging.wouldSay(judged);
    if (scored === null || rules.length > 0) {
      if (verdict === 'review') this.#held += 1;
      return;
    }
    this.#scored.add({ score: scored.score, amountEur: euroOf(payment.amount) });
  }

  /** See `reviewPriceOf`; by a sample where payments are many. */
  reviewPrice(days: number): number {
    const { costs } = this.policy;
    const { items, seen } = this.#scored;
    if (costs === null || costs.reviewsPerDayMax === null || seen === 0) return 0;
    const whole = Math.max(1, days);
    const room = Math.max(0, costs.reviewsPerDayMax - this.#held / whole);
    const sampled = (whole * items.length) / seen;
    return reviewPriceOf(items, sampled, { ...costs, reviewsPerDayMax: room });
  }
}
