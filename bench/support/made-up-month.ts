import {
  FEATURES,
  FeatureState,
  foldFeatures,
  HELD_OUT_FROM_DAY,
  Oracle,
  secondsOf,
  syntheticPayments,
  type SyntheticOptions,
} from '#fraud';
import { Dataset } from '#fraud-model';

const DAY = 86_400;

/** A made-up month with its hidden truth. */
export type MadeUpMonth = {
  readonly data: Dataset;
  /** Which campaign made each payment up; 0 for honest ones. */
  readonly scenarios: readonly number[];
  /** Scores of the generator's own probabilities. */
  readonly oracle: readonly number[];
};

/** Folds a made-up world as if it happened, and keeps what follows its first month. */
export function madeUpMonth(options: SyntheticOptions): MadeUpMonth {
  const state = new FeatureState();
  const seer = new Oracle(options);
  const data = new Dataset(FEATURES.length);
  const scenarios: number[] = [];
  const oracle: number[] = [];
  let from: number | null = null;
  for (const fact of syntheticPayments(options)) {
    const seen = seer.observe(fact);
    if (fact.kind === 'label') {
      state.label(fact.paymentId, fact.fraud);
      continue;
    }
    const { payment, fraud, scenario } = fact;
    const vector = foldFeatures(state, { type: 'PaymentInitiated', data: payment });
    const at = secondsOf(payment.occurredAt);
    from ??= at - (at % DAY) + HELD_OUT_FROM_DAY * DAY;
    if (!vector || at < from) continue;
    data.add(vector, { at, customer: payment.customerId, fraud });
    scenarios.push(scenario);
    oracle.push(seen ?? 0);
  }
  return { data, scenarios, oracle };
}
