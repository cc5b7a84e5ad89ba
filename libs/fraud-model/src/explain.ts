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
  const sums = new Float64Array(inputs.length);
  for (let step = 0; step < STEPS; step += 1) {
    const share = (step + 0.5) / STEPS;
    const point = reference.map((from, index) => from + share * ((inputs[index] ?? 0) - from));
    network.gradient(point).forEach((slope, index) => {
      sums[index] = (sums[index] ?? 0) + slope / STEPS;
    });
  }
  return sums.map((slope, index) => slope * ((inputs[index] ?? 0) - (reference[index] ?? 0)));
}
