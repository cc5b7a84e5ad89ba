import type { Network } from './network.js';

const STEPS = 64;

/**
 * Integrated gradients: how much each input adds to the logit on the straight way from the
 * reference to the inputs. The contributions add up to the difference of the two logits.
 */
export function contributionsOf(
  network: Network,
  inputs: Float64Array,
  reference: Float64Array,
): Float64Array {
  const slopes = network.meanGradient(reference, inputs, STEPS);
  return slopes.map((slope, index) => slope * ((inputs[index] ?? 0) - (reference[index] ?? 0)));
}
