import { byTree } from './by-tree.js';
import type { Trees } from './trees.js';

/** One bit of a number for each row. */
const BLOCK_ROWS = 32;

/** A leaf's number takes as many bits, four of them side by side in 32. */
export const BATCH_DEPTH_MAX = 8;

/** Equal steps from the lowest to the highest threshold of an input. */
const CELLS = 256;

/** An input and its thresholds in order. */
type Column = {
  readonly feature: number;
  /** With infinity at the end, so that a search ends there. */
  readonly cuts: Float64Array;
  readonly low: number;
  readonly high: number;
  readonly cellsPerUnit: number;
  /** For each cell the first threshold that is in it or above. */
  readonly firstCuts: Uint16Array;
  /** Where its comparisons are kept, that with the first threshold one after. */
  readonly place: number;
};

/**
 * Sums trees for 32 rows at once. An input is compared with all thresholds of all trees by looking
 * up its rank among them; each comparison is a number with one bit a row, and a tree is walked
 * down by all rows together in one operation a node, whichever way each of them goes.
 */
export class BatchTrees {
  readonly #trees: Trees;
  readonly #columns: readonly Column[];
  /** Tree after tree the place of every node's comparison. */
  readonly #places: Int32Array;
  readonly #leaves: Float64Array;
  /** For each comparison the rows whose input is above the threshold. */
  readonly #above: Int32Array;
  readonly #sums = new Float64Array(BLOCK_ROWS);

  constructor(trees: Trees) {
    this.#trees = trees;
    this.#columns = columnsOf(trees);
    this.#above = new Int32Array(this.#columns.reduce((sum, { cuts }) => sum + cuts.length, 0));
    this.#places = placesOf(trees, this.#columns);
    this.#leaves = Float64Array.from(byTree(trees.leaves, 2 ** trees.depth));
  }

  /** The logits of rows of inputs stored one after another. */
  logits(rows: Float32Array, width: number): Float64Array {
    const logits = new Float64Array(rows.length / width);
    for (let from = 0; from < logits.length; from += BLOCK_ROWS) {
      const to = Math.min(logits.length, from + BLOCK_ROWS);
      this.#compare(rows.subarray(from * width, to * width), width);
      this.#sum();
      logits.set(this.#sums.subarray(0, to - from), from);
    }
    return logits;
  }

  #compare(rows: Float32Array, width: number): void {
    const above = this.#above;
    above.fill(0);
    for (const column of this.#columns) {
      const { place, cuts } = column;
      mark(above, column, rows, width);
      // Who is above a threshold is above all lower ones.
      for (let rank = place + cuts.length - 2; rank > place; rank -= 1) {
        above[rank] = (above[rank] ?? 0) | (above[rank + 1] ?? 0);
      }
    }
  }

  #sum(): void {
    const { count, depth } = this.#trees;
    const nodes = (1 << depth) - 1;
    const turns = new Int32Array(depth);
    const reached = new Int32Array(2 * nodes + 1);
    reached[0] = -1;
    this.#sums.fill(0);
    for (let tree = 0; tree < count; tree += 1) {
      this.#turn(tree * nodes, turns, reached);
      this.#add(tree * (nodes + 1), turns);
    }
  }

  /** For each level of one tree, the rows that turn to the higher child there. */
  #turn(root: number, turns: Int32Array, reached: Int32Array): void {
    const above = this.#above;
    const places = this.#places;
    let node = 0;
    for (let level = 0; level < turns.length; level += 1) {
      let turning = 0;
      for (const end = 2 * node + 1; node < end; node += 1) {
        const here = reached[node] ?? 0;
        const higher = here & (above[places[root + node] ?? 0] ?? 0);
        reached[2 * node + 1] = here ^ higher;
        reached[2 * node + 2] = higher;
        turning |= higher;
      }
      turns[level] = turning;
    }
  }

  /** Adds the leaf that each row ends in: the turns it took, read as a binary number. */
  #add(first: number, turns: Int32Array): void {
    const sums = this.#sums;
    const leaves = this.#leaves;
    for (let row = 0; row < BLOCK_ROWS; row += 4) {
      let four = 0;
      for (let level = 0; level < turns.length; level += 1) {
        four = (four << 1) | (SPREAD[((turns[level] ?? 0) >>> row) & 15] ?? 0);
      }
      add(sums, row, leaves[first + (four & 255)]);
      add(sums, row + 1, leaves[first + ((four >>> 8) & 255)]);
      add(sums, row + 2, leaves[first + ((four >>> 16) & 255)]);
      add(sums, row + 3, leaves[first + (four >>> 24)]);
    }
  }
}

function add(sums: Float64Array, row: number, leaf = 0): void {
  sums[row] = (sums[row] ?? 0) + leaf;
}

/** Four bits, each in a byte of its own. */
const SPREAD = Int32Array.from({ length: 16 }, (_, bits) =>
  [0, 1, 2, 3].reduce((word, bit) => word | (((bits >> bit) & 1) << (8 * bit)), 0),
);

/** Leaves each row's bit at the highest threshold that its input is above. */
function mark(above: Int32Array, column: Column, rows: Float32Array, width: number): void {
  const { feature, cuts, low, high, cellsPerUnit, firstCuts, place } = column;
  for (let at = feature, bit = 1; at < rows.length; at += width, bit <<= 1) {
    const input = rows[at] ?? 0;
    // Most inputs are where they usually are, below all thresholds.
    if (!(input > low)) continue;
    let rank = cuts.length - 1;
    if (!(input > high)) {
      rank = firstCuts[((input - low) * cellsPerUnit) | 0] ?? 0;
      while (input > (cuts[rank] ?? 0)) rank += 1;
    }
    above[place + rank] = (above[place + rank] ?? 0) | bit;
  }
}

function columnsOf({ features, thresholds }: Trees): Column[] {
  const byFeature = new Map<number, Set<number>>();
  features.forEach((feature, at) => {
    const cuts = byFeature.get(feature) ?? new Set();
    byFeature.set(feature, cuts.add(thresholds[at] ?? 0));
  });
  let place = 0;
  return [...byFeature].map(([feature, distinct]) => {
    const cuts = Float64Array.from([...distinct, Infinity]).sort();
    const column = { feature, cuts, ...cellsOf(cuts), place };
    place += cuts.length;
    return column;
  });
}

/** Rounding moves a threshold and an input on it to the same cell, so no threshold is missed. */
function cellsOf(cuts: Float64Array): Pick<Column, 'low' | 'high' | 'cellsPerUnit' | 'firstCuts'> {
  const [low = 0, high = 0] = [cuts[0], cuts.at(-2)];
  const cellsPerUnit = high > low ? (CELLS - 1) / (high - low) : 0;
  const cells = cuts.map((cut) => Math.floor((cut - low) * cellsPerUnit));
  const firstCuts = Uint16Array.from({ length: CELLS }, (_, cell) =>
    // Not found where a threshold is infinite: then the search begins at the first.
    Math.max(
      0,
      cells.findIndex((each) => each >= cell),
    ),
  );
  return { low, high, cellsPerUnit, firstCuts };
}

/** Tree after tree the place of every node's comparison. */
function placesOf({ depth, features, thresholds }: Trees, columns: readonly Column[]): Int32Array {
  const columnOf = new Map(columns.map((column) => [column.feature, column]));
  const places = Int32Array.from(features, (feature, at) => {
    const { place = 0, cuts } = columnOf.get(feature) ?? {};
    return place + 1 + (cuts?.indexOf(thresholds[at] ?? 0) ?? 0);
  });
  return byTree(places, 2 ** depth - 1);
}
