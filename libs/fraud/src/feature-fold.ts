import type { PaymentEvent } from '#payments';
import type { FeatureState } from './feature-state.js';
import { featuresOf } from './feature-vector.js';
import type { FeatureVector } from './features.js';

/**
 * The one fold of the fraud model, for the live worker and for the trainer alike.
 *
 * Gives the vector of a payment as it was before the payment itself was added, and null for every
 * other event. A payment that was folded before changes nothing.
 */
export function foldFeatures(state: FeatureState, event: PaymentEvent): FeatureVector | null {
  if (event.type === 'PaymentInitiated') {
    if (state.payment(event.data.paymentId)) return null;
    const { vector, marks } = featuresOf(state, event.data);
    state.add(event.data, marks);
    return vector;
  }
  state.observe(event);
  return null;
}
