import { SeededRandom } from '#fraud';
import { sigmoid } from '../network.js';
import { binned, type Bins } from './bins.js';
import { growTree, type GrowthOptions } from './growth.js';
import type { Trees } from './trees.js';

export type BoostingOptions = GrowthOptions & {
  readonly count: number;
  readonly learningRate: number;
  /** Share of the inputs each tree may look at. */
  readonly columnShare: number;
  readonly seed: number;
};

/**
 * Gradient boosting on the log loss with second derivatives. Same rows, truth and options: the same
 * trees, to the bit.
 *
 * @param weights what every row counts; null: each counts once.
 */
export function boost(
  rows: Float32Array,
  frauds: readonly boolean[],
  options: BoostingOptions,
  weights: ArrayLike<number> | null = null,
): Trees {
  const width = rows.length / frauds.length;
  const bins = binned(rows, width, frauds);
  const random = new SeededRandom(options.seed);
  const share = fraudShareOf(frauds, weights);
  const offset = Math.fround(Math.log(share / (1 - share)));
  const logits = new Float64Array(frauds.length).fill(offset);
  const trees = emptyTrees(options);
  const columnsPerTree = Math.max(1, Math.round(width * options.columnShare));

  for (let tree = 0; tree < options.count; tree += 1) {
    const columns = random.permutation(width).subarray(0, columnsPerTree).sort();
    growNext(trees, tree, { bins, columns, ...slopesOf(logits, frauds, weights), logits, options });
  }
  // The first tree says the offset too: every row ends in exactly one of its leaves.
  for (let leaf = 0; leaf < trees.leaves.length; leaf += options.count) {
    trees.leaves[leaf] = (trees.leaves[leaf] ?? 0) + offset;
  }
  return trees;
}

type Step = {
  readonly bins: Bins;
  readonly columns: Uint32Array;
  readonly gradients: Float64Array;
  readonly curves: Float64Array;
  readonly logits: Float64Array;
  readonly options: BoostingOptions;
};

/** Adds one tree to the ensemble and what it says to the logits. */
function growNext(trees: Trees, tree: number, { logits, options, ...step }: Step): void {
  const grown = growTree(step, options);
  const { count } = trees;
  grown.features.forEach((feature, node) => {
    trees.features[node * count + tree] = feature;
    trees.thresholds[node * count + tree] = grown.thresholds[node] ?? 0;
  });
  const leaves = grown.leaves.map((leaf) => Math.fround(leaf * options.learningRate));
  leaves.forEach((leaf, index) => {
    trees.leaves[index * count + tree] = leaf;
  });
  const { leafOfRow } = grown;
  for (let row = 0; row < logits.length; row += 1) {
    logits[row] = (logits[row] ?? 0) + (leaves[leafOfRow[row] ?? 0] ?? 0);
  }
}

function fraudShareOf(frauds: readonly boolean[], weights: ArrayLike<number> | null): number {
  let [all, bad] = [0, 0];
  frauds.forEach((fraud, row) => {
    const weight = weights?.[row] ?? 1;
    all += weight;
    if (fraud) bad += weight;
  });
  return bad / all;
}

function slopesOf(
  logits: Float64Array,
  frauds: readonly boolean[],
  weights: ArrayLike<number> | null,
) {
  const gradients = new Float64Array(logits.length);
  const curves = new Float64Array(logits.length);
  for (let row = 0; row < logits.length; row += 1) {
    const probability = sigmoid(logits[row] ?? 0);
    const weight = weights?.[row] ?? 1;
    gradients[row] = weight * (probability - (frauds[row] ? 1 : 0));
    curves[row] = weight * probability * (1 - probability);
  }
  return { gradients, curves };
}

function emptyTrees({ count, depth }: BoostingOptions): Trees {
  const nodes = 2 ** depth - 1;
  return {
    depth,
    count,
    features: new Float32Array(nodes * count),
    thresholds: new Float32Array(nodes * count),
    leaves: new Float32Array((nodes + 1) * count),
  };
}
