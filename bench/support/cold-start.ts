import {
  countedAt,
  euroOf,
  FeatureState,
  foldFeatures,
  merchantPastOf,
  verdictOf,
  type FeatureLimits,
  type FeatureVector,
  type InitiatedPayment,
} from '#fraud';
import type { FraudModel } from '#fraud-model';
import { DEFAULT_POLICY, Rejudging, type FraudPolicy } from '#fraud-policy';
import type { MerchantPast, Verdict } from '#payments';
import { round } from './scores-quality.js';

/** A payment with the truth about it, or a label at the moment it becomes known. */
export type Fact =
  | { readonly kind: 'payment'; readonly payment: InitiatedPayment; readonly fraud: boolean }
  | { readonly kind: 'label'; readonly paymentId: string; readonly fraud: boolean };

type Facts = Iterable<Fact> | AsyncIterable<Fact>;

const WEEK = 7 * 86_400;
const WEEKS = { first_week: 0, second_week: 1, fourth_week: 3 } as const;

/** Days that a caller has to give. */
export const COLD_START_DAYS = 28;

/** Payments that the story of a start sends. */
const FIRST_PAYMENTS = 500;

/** Scored together; more are faster, and take more memory. */
const BATCH = 5_000;

const { reviewCapacity: _, ...WITHOUT_BOUND } = DEFAULT_POLICY;
const POLICIES: Readonly<Record<'bounded' | 'unbounded', FraudPolicy>> = {
  bounded: DEFAULT_POLICY,
  unbounded: WITHOUT_BOUND,
};

type Scored = {
  readonly payment: InitiatedPayment;
  readonly fraud: boolean;
  readonly vector: FeatureVector;
  readonly past: MerchantPast;
};

/**
 * What the default policy finds on ledgers that begin empty, with its bound on reviews and without,
 * week by week. Analysts decide nothing in it, so that labels come no earlier than frauds are
 * reported.
 */
export class ColdStart {
  readonly #tallies = new Map<string, Tally>();

  constructor(private readonly model: FraudModel) {}

  /** Takes in one ledger from its first payment on. */
  async add(facts: Facts, limits?: FeatureLimits): Promise<void> {
    const state = new FeatureState(limits);
    const sides = Object.entries(POLICIES).map(([name, policy]) => {
      return { name, judging: new Rejudging(policy, 0) };
    });
    let batch: Scored[] = [];
    let [seen, firstAt]: [number, number | null] = [0, null];
    const judge = (): void => {
      const scores = this.model.scoreBatch(batch.map(({ vector }) => vector));
      batch.forEach((each, index) => {
        firstAt ??= countedAt(each.payment);
        seen += 1;
        const week = Math.floor((countedAt(each.payment) - firstAt) / WEEK);
        const times = Object.entries(WEEKS).flatMap(([name, of]) => (of === week ? [name] : []));
        if (seen <= FIRST_PAYMENTS) times.push('first_500_payments');
        for (const { name, judging } of sides) {
          const verdict = this.#verdictOn(each, scores[index] ?? 0, judging);
          for (const time of times) this.#tallyOf(time, name).add(each, verdict);
        }
      });
      batch = [];
    };
    for await (const fact of facts) {
      if (fact.kind === 'label') {
        state.label(fact.paymentId, fact.fraud);
        continue;
      }
      const { payment, fraud } = fact;
      const past = merchantPastOf(state, payment);
      const vector = foldFeatures(state, { type: 'PaymentInitiated', data: payment });
      if (vector) batch.push({ payment, fraud, vector, past });
      if (batch.length === BATCH) judge();
    }
    judge();
  }

  get weeks() {
    const times = [...Object.keys(WEEKS), 'first_500_payments'];
    const figures = times.map((time) => {
      const sides = Object.keys(POLICIES).map((name) => {
        return [name, this.#tallyOf(time, name).found] as const;
      });
      return [
        time,
        { ...this.#tallyOf(time, 'bounded').all, ...Object.fromEntries(sides) },
      ] as const;
    });
    return Object.fromEntries(figures);
  }

  #verdictOn({ payment, vector, past }: Scored, score: number, judging: Rejudging): Verdict {
    const verdict = verdictOf(score, this.model.thresholds);
    const scored = { score, verdict, features: vector, merchantPast: past };
    return judging.wouldSay({ payment, scored, client: 'shop' }).verdict;
  }

  #tallyOf(time: string, side: string): Tally {
    const key = `${time} ${side}`;
    const tally = this.#tallies.get(key) ?? new Tally();
    this.#tallies.set(key, tally);
    return tally;
  }
}

/** Counts payments and money by what they were and what was said of them. */
class Tally {
  readonly #honest = { approve: 0, review: 0, decline: 0 };
  readonly #frauds = { approve: 0, review: 0, decline: 0 };
  readonly #fraudEur = { approve: 0, review: 0, decline: 0 };

  add({ payment, fraud }: Scored, verdict: Verdict): void {
    if (!fraud) {
      this.#honest[verdict] += 1;
      return;
    }
    this.#frauds[verdict] += 1;
    this.#fraudEur[verdict] += euroOf(payment.amount);
  }

  get all() {
    return {
      honest: sumOf(this.#honest),
      frauds: sumOf(this.#frauds),
      fraud_eur: Math.round(sumOf(this.#fraudEur)),
    };
  }

  get found() {
    const { review, decline } = this.#frauds;
    const honest = Math.max(1, sumOf(this.#honest));
    return {
      honest_held: round(this.#honest.review / honest),
      honest_declined: round(this.#honest.decline / honest),
      frauds_held: review,
      frauds_declined: decline,
      fraud_eur_found: Math.round(this.#fraudEur.review + this.#fraudEur.decline),
    };
  }
}

function sumOf({ approve, review, decline }: Readonly<Record<Verdict, number>>): number {
  return approve + review + decline;
}
