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
  const inputCount = inputs.length;
  const sums = new Float64Array(inputCount);
  const point = new Float64Array(inputCount);
  // Plain loops: a flagged payment waits for these 64 gradients, and closures made them five times
  // as slow.
  for (let step = 0; step < STEPS; step += 1) {
    const share = (step + 0.5) / STEPS;
    for (let index = 0; index < inputCount; index += 1) {
      const from = reference[index] ?? 0;
      point[index] = from + share * ((inputs[index] ?? 0) - from);
    }
    const slopes = network.gradient(point);
    for (let index = 0; index < inputCount; index += 1) {
      sums[index] = (sums[index] ?? 0) + (slopes[index] ?? 0) / STEPS;
    }
  }
  for (let index = 0; index < inputCount; index += 1) {
    sums[index] = (sums[index] ?? 0) * ((inputs[index] ?? 0) - (reference[index] ?? 0));
  }
  return sums;
}
