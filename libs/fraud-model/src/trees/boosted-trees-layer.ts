import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, type Shape } from '@tensorflow/tfjs-layers';
import type { Trees } from './trees.js';

type Config = { readonly depth: number; readonly count: number; readonly name?: string };

type Weight = ReturnType<layers.Layer['addWeight']>;

/**
 * Boosted trees as a TensorFlow.js layer: comparisons and choices on whole batches. Thresholds meet
 * inputs in single precision on every backend, so each row ends in the same leaf everywhere.
 */
export class BoostedTreesLayer extends layers.Layer {
  static readonly className = 'BoostedTrees';
  readonly #depth: number;
  readonly #count: number;
  #features: Weight | null = null;
  #thresholds: Weight | null = null;
  #leaves: Weight | null = null;

  constructor(config: Config) {
    super({ ...config, trainable: false });
    this.#depth = config.depth;
    this.#count = config.count;
  }

  /** The trees in its weights. */
  get trees(): Trees {
    const [features, thresholds, leaves] = this.getWeights().map(
      (weight) => weight.dataSync().slice() as Float32Array,
    );
    if (!features || !thresholds || !leaves) throw new Error('the layer has no trees yet');
    return { depth: this.#depth, count: this.#count, features, thresholds, leaves };
  }

  setTrees({ features, thresholds, leaves }: Trees): void {
    const nodes = 2 ** this.#depth - 1;
    const weights = [
      tf.tensor2d(features, [nodes, this.#count]),
      tf.tensor2d(thresholds, [nodes, this.#count]),
      tf.tensor2d(leaves, [nodes + 1, this.#count]),
    ];
    this.setWeights(weights);
    tf.dispose(weights);
  }

  override build(): void {
    const nodes = 2 ** this.#depth - 1;
    const weight = (name: string, rows: number) =>
      this.addWeight(name, [rows, this.#count], 'float32', initializers.zeros());
    this.#features = weight('features', nodes);
    this.#thresholds = weight('thresholds', nodes);
    this.#leaves = weight('leaves', nodes + 1);
    this.built = true;
  }

  override computeOutputShape(): Shape {
    return [null, 1];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const rows = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor2D;
      return tf.sum(this.#choose(rows, 0), 1, true);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), depth: this.#depth, count: this.#count };
  }

  /** What the part of every tree below a node says about every row. */
  #choose(rows: tf.Tensor2D, node: number): tf.Tensor {
    const firstLeaf = 2 ** this.#depth - 1;
    if (node >= firstLeaf) return rowOf(this.#leaves, node - firstLeaf);
    const feature = tf.cast(tf.reshape(rowOf(this.#features, node), [-1]), 'int32');
    const above = tf.greater(tf.gather(rows, feature, 1), rowOf(this.#thresholds, node));
    return tf.where(above, this.#choose(rows, 2 * node + 2), this.#choose(rows, 2 * node + 1));
  }
}

function rowOf(weight: Weight | null, row: number): tf.Tensor {
  if (!weight) throw new Error('the layer was not built');
  return tf.slice(weight.read() as tf.Tensor2D, [row, 0], [1, -1]);
}

tf.serialization.registerClass(BoostedTreesLayer);
