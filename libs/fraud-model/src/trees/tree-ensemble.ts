import { BATCH_DEPTH_MAX, BatchTrees } from './batch-trees.js';
import { byTree } from './by-tree.js';
import type { Trees } from './trees.js';

type Packed = {
  readonly features: Int32Array;
  readonly thresholds: Float32Array;
  readonly leaves: Float32Array;
};

/** Sums the trees for rows of inputs in single precision, as they were grown. */
export class TreeEnsemble {
  readonly #features: Int32Array;
  /** Tree after tree, so that walking down one stays in a few cache lines. */
  readonly #packed: Packed;
  readonly #batch: BatchTrees | null;

  constructor(readonly trees: Trees) {
    const { depth, thresholds, leaves } = trees;
    const nodes = 2 ** depth - 1;
    this.#features = Int32Array.from(trees.features);
    this.#packed = {
      features: byTree(this.#features, nodes),
      thresholds: byTree(thresholds, nodes),
      leaves: byTree(leaves, nodes + 1),
    };
    this.#batch = depth <= BATCH_DEPTH_MAX ? new BatchTrees(trees) : null;
  }

  /**
   * A comparison becomes a number instead of a branch, which could not be foreseen; four levels a
   * round leave fewer branches yet.
   */
  logit(inputs: Float32Array): number {
    const { count, depth } = this.trees;
    const packed = this.#packed;
    const { leaves } = packed;
    // A shift stays a whole number to the compiler, a power does not.
    const nodes = (1 << depth) - 1;
    let sum = 0;
    for (let tree = 0; tree < count; tree += 1) {
      const root = tree * nodes;
      let node = 0;
      let left = depth;
      for (; left >= 4; left -= 4) {
        node = 2 * node + 1 + aboveAt(packed, root + node, inputs);
        node = 2 * node + 1 + aboveAt(packed, root + node, inputs);
        node = 2 * node + 1 + aboveAt(packed, root + node, inputs);
        node = 2 * node + 1 + aboveAt(packed, root + node, inputs);
      }
      for (; left > 0; left -= 1) node = 2 * node + 1 + aboveAt(packed, root + node, inputs);
      // Leaves follow the nodes in number, and have their own place.
      sum += leaves[tree + root + node - nodes] ?? 0;
    }
    return sum;
  }

  /** The same bits as `logit`, for rows stored one after another. */
  logits(rows: Float32Array, width: number): Float64Array {
    if (this.#batch) return this.#batch.logits(rows, width);
    return Float64Array.from({ length: rows.length / width }, (_, row) =>
      this.logit(rows.subarray(row * width, (row + 1) * width)),
    );
  }

  /**
   * How much each input adds to the sum, compared with a reference: the exact Shapley values of
   * taking inputs over from the reference one by one. They add up to the difference of the sums.
   */
  contributions(inputs: Float32Array, reference: Float32Array): Float64Array {
    const sums = new Float64Array(inputs.length);
    for (let tree = 0; tree < this.trees.count; tree += 1) {
      this.#share({ tree, inputs, reference, sums }, { node: 0, ours: [], theirs: [] });
    }
    return sums;
  }

  /** Follows every path that some mixture of inputs and reference takes. */
  #share(walk: Walk, { node, ours, theirs }: Path): void {
    const { count, depth, thresholds, leaves } = this.trees;
    const firstLeaf = 2 ** depth - 1;
    if (node >= firstLeaf) {
      const leaf = leaves[(node - firstLeaf) * count + walk.tree] ?? 0;
      shareLeaf(walk.sums, leaf, { ours, theirs });
      return;
    }
    const at = node * count + walk.tree;
    const feature = this.#features[at] ?? 0;
    const threshold = thresholds[at] ?? 0;
    const mine = (walk.inputs[feature] ?? 0) > threshold;
    const other = (walk.reference[feature] ?? 0) > threshold;
    const child = (above: boolean) => 2 * node + (above ? 2 : 1);
    if (mine === other) {
      this.#share(walk, { node: child(mine), ours, theirs });
      return;
    }
    // An input cannot be ours on one part of a path and the reference's on another.
    if (!theirs.includes(feature)) {
      this.#share(walk, { node: child(mine), ours: including(ours, feature), theirs });
    }
    if (!ours.includes(feature)) {
      this.#share(walk, { node: child(other), ours, theirs: including(theirs, feature) });
    }
  }
}

/** 1 where the input is above the node's threshold, else 0. */
function aboveAt({ features, thresholds }: Packed, node: number, inputs: Float32Array): number {
  return Number((inputs[features[node] ?? 0] ?? 0) > (thresholds[node] ?? 0));
}

type Walk = {
  readonly tree: number;
  readonly inputs: Float32Array;
  readonly reference: Float32Array;
  readonly sums: Float64Array;
};

/** Inputs that must be ours, and those that must be the reference's, to come this way. */
type Path = {
  readonly node: number;
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
};

/** The leaf is reached once all of `ours` and none of `theirs` have been taken over. */
function shareLeaf(sums: Float64Array, leaf: number, { ours, theirs }: Omit<Path, 'node'>): void {
  const [a, b] = [ours.length, theirs.length];
  for (const feature of ours) {
    sums[feature] =
      (sums[feature] ?? 0) + (leaf * factorial(a - 1) * factorial(b)) / factorial(a + b);
  }
  for (const feature of theirs) {
    sums[feature] =
      (sums[feature] ?? 0) - (leaf * factorial(a) * factorial(b - 1)) / factorial(a + b);
  }
}

function including(features: readonly number[], feature: number): readonly number[] {
  return features.includes(feature) ? features : [...features, feature];
}

function factorial(number: number): number {
  return number < 2 ? 1 : number * factorial(number - 1);
}
