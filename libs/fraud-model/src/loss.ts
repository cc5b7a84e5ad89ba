import * as tf from '@tensorflow/tfjs-core';
import type { RowOrigin } from './dataset.js';

/** On logits, for numerical stability; more weight for frauds would spoil the calibration. */
export function lossOf(truth: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  return tf.losses.sigmoidCrossEntropy(truth, logits);
}

/** Truth and weight in one number: the sign says fraud, the rest how much the row counts. */
export function signedWeightOf(origin: RowOrigin | undefined): number {
  const weight = origin?.weight ?? 1;
  return origin?.fraud ? weight : -weight;
}

/** The same loss where rows stand for others; layers take no weights beside the truth. */
export function weightedLossOf(signed: tf.Tensor, logits: tf.Tensor): tf.Tensor {
  const truth = tf.cast(tf.greater(signed, 0), 'float32');
  // max(x, 0) - x × truth + log(1 + e^-|x|), as in tf.losses.sigmoidCrossEntropy.
  const rest = tf.log1p(tf.exp(tf.neg(tf.abs(logits))));
  const losses = tf.add(tf.sub(tf.relu(logits), tf.mul(logits, truth)), rest);
  return tf.mean(tf.mul(losses, tf.abs(signed)));
}
