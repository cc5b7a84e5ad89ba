import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers'; // Registers the gradients.
import { startBackend } from './backend.js';
import { lossOf, signedWeightOf, weightedLossOf } from './loss.js';

const LOGITS = [-3, 0.5, 2, 4];
const FRAUDS = [false, true, false, true];

/** The loss and its slope at every logit. */
function measured(
  loss: (truth: tf.Tensor, logits: tf.Tensor) => tf.Tensor,
  truths: readonly number[],
  logits: readonly number[],
): { loss: number; slopes: number[] } {
  return tf.tidy(() => {
    const truth = tf.tensor2d([...truths], [truths.length, 1]);
    const at = tf.tensor2d([...logits], [logits.length, 1]);
    const of = (x: tf.Tensor): tf.Tensor => tf.sum(loss(truth, x));
    return { loss: of(at).dataSync()[0] ?? NaN, slopes: [...tf.grad(of)(at).dataSync()] };
  });
}

function signed(weights: readonly number[]): number[] {
  return FRAUDS.map((fraud, row) => {
    const origin = { at: row, customer: 'c', fraud, weight: weights[row] ?? 1 };
    return signedWeightOf(origin);
  });
}

describe('the loss of rows that stand for others', () => {
  beforeAll(() => startBackend(['cpu']));

  it('is the usual one where each stands for itself', () => {
    const usual = measured(lossOf, FRAUDS.map(Number), LOGITS);
    const weighted = measured(weightedLossOf, signed([1, 1, 1, 1]), LOGITS);
    expect(weighted.loss).toBeCloseTo(usual.loss, 6);
    weighted.slopes.forEach((slope, row) => {
      expect(slope).toBeCloseTo(usual.slopes[row] ?? NaN, 6);
    });
  });

  it('is the sum of those it stands for, in its slope too', () => {
    const weighted = measured(weightedLossOf, signed([1, 100, 1, 1]), LOGITS);
    const plain = measured(weightedLossOf, signed([1, 1, 1, 1]), LOGITS);
    const alone = measured(weightedLossOf, signed([0, 1, 0, 0]), LOGITS);
    expect(weighted.loss).toBeCloseTo(plain.loss + 99 * alone.loss, 4);
    expect(weighted.slopes[1]).toBeCloseTo(100 * (plain.slopes[1] ?? NaN), 4);
    expect(weighted.slopes[0]).toBeCloseTo(plain.slopes[0] ?? NaN, 6);
  });
});
