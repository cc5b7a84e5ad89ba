import {
  FEATURES,
  FeatureState,
  foldFeatures,
  secondsOf,
  syntheticPayments,
  type SyntheticOptions,
} from '#fraud';
import { Dataset } from './dataset.js';

/** Folds made-up payments into rows, with labels entering the state when they become known. */
export function syntheticDataset(options: SyntheticOptions): Dataset {
  const state = new FeatureState();
  const data = new Dataset(FEATURES.length);
  for (const fact of syntheticPayments(options)) {
    if (fact.kind === 'label') {
      state.label(fact.paymentId, fact.fraud);
      continue;
    }
    const { payment, fraud } = fact;
    const vector = foldFeatures(state, { type: 'PaymentInitiated', data: payment });
    const origin = { at: secondsOf(payment.occurredAt), customer: payment.customerId, fraud };
    if (vector) data.add(vector, origin);
  }
  return data;
}
