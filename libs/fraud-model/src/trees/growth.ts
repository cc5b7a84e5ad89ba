import type { BinnedColumn } from './bins.js';
import type { GrowthData } from './growth-data.js';
import { addUp, histogramOf, without, type Histogram } from './histogram.js';

export type GrowthOptions = {
  readonly depth: number;
  /** Added to the curvature of every leaf: pulls its value towards 0. */
  readonly ridge: number;
  /** Least curvature on either side of a split. */
  readonly curveMin: number;
};

export type GrownTree = {
  /** By node, as in `Trees`. */
  readonly features: Uint32Array;
  readonly thresholds: Float32Array;
  readonly leaves: Float64Array;
  readonly leafOfRow: Uint16Array;
};

/** No row is above it, so a node that is not worth splitting sends everything to its left. */
const NEVER_ABOVE = 3e38;

/** The rows of a node: a stretch of the order of rows. */
type Node = { readonly from: number; readonly to: number; readonly histogram: Histogram };

type Split = { readonly column: number; readonly cut: number; readonly gain: number };

/** Grows one tree, level by level, with the split of highest gain at every node. */
export function growTree(data: GrowthData, options: GrowthOptions): GrownTree {
  const { rows } = data.bins;
  const inner = 2 ** options.depth - 1;
  const features = new Uint32Array(inner);
  const thresholds = new Float32Array(inner).fill(NEVER_ABOVE);
  let order = Uint32Array.from({ length: rows }, (_, row) => row);
  let level: Node[] = [{ from: 0, to: rows, histogram: histogramOf(data, order) }];

  for (let depth = 0; depth < options.depth; depth += 1) {
    const next = new Uint32Array(rows);
    const children: Node[] = [];
    level.forEach((node, index) => {
      const split = bestSplit(data, node.histogram, options);
      const middle = divide(data, split, { order, next, node });
      if (split) {
        const at = 2 ** depth - 1 + index;
        features[at] = split.column;
        thresholds[at] = data.bins.columns[split.column]?.cuts[split.cut] ?? NEVER_ABOVE;
      }
      const last = depth === options.depth - 1;
      children.push(...childrenOf(data, node, { order: next, middle, last }));
    });
    [order, level] = [next, children];
  }

  const leafOfRow = new Uint16Array(rows);
  const leaves = new Float64Array(level.length);
  level.forEach(({ from, to }, leaf) => {
    const [gradient, curve] = addUp(data, order.subarray(from, to));
    leaves[leaf] = from === to ? 0 : -gradient / (curve + options.ridge);
    for (let at = from; at < to; at += 1) leafOfRow[order[at] ?? 0] = leaf;
  });
  return { features, thresholds, leaves, leafOfRow };
}

function bestSplit(
  { bins, columns }: GrowthData,
  histogram: Histogram,
  options: GrowthOptions,
): Split | null {
  let best: Split | null = null;
  columns.forEach((column, slot) => {
    const sums = histogram[slot];
    const cuts = bins.columns[column]?.cuts.length ?? 0;
    if (!sums || cuts === 0) return;
    const { cut, gain } = bestCut(sums, cuts, options);
    if (gain > (best?.gain ?? 1e-9)) best = { column, cut, gain };
  });
  return best;
}

/** Sums hold gradient and curvature of each bin in turn. */
function bestCut(
  sums: Float64Array,
  cuts: number,
  { ridge, curveMin }: GrowthOptions,
): { cut: number; gain: number } {
  let [gradients, curves] = [0, 0];
  for (let index = 0; index < sums.length; index += 2) {
    gradients += sums[index] ?? 0;
    curves += sums[index + 1] ?? 0;
  }
  const whole = gradients ** 2 / (curves + ridge);
  let best = { cut: -1, gain: 0 };
  let [leftGradients, leftCurves] = [0, 0];
  for (let cut = 0; cut < cuts; cut += 1) {
    leftGradients += sums[2 * cut] ?? 0;
    leftCurves += sums[2 * cut + 1] ?? 0;
    const rightCurves = curves - leftCurves;
    if (leftCurves < curveMin || rightCurves < curveMin) continue;
    const left = leftGradients ** 2 / (leftCurves + ridge);
    const right = (gradients - leftGradients) ** 2 / (rightCurves + ridge);
    const gain = left + right - whole;
    if (gain > best.gain) best = { cut, gain };
  }
  return best;
}

type Division = { readonly order: Uint32Array; readonly next: Uint32Array; readonly node: Node };

/** Writes the node's rows into `next`, those of the left child first; gives where it ends. */
function divide(
  { bins }: GrowthData,
  split: Split | null,
  { order, next, node: { from, to } }: Division,
): number {
  const column: BinnedColumn | undefined = split ? bins.columns[split.column] : undefined;
  if (!split || !column) {
    next.set(order.subarray(from, to), from);
    return to;
  }
  const { bins: steps } = column;
  const rows = order.subarray(from, to);
  const middle = place(rows, next, { from, fits: (row) => (steps[row] ?? 0) <= split.cut });
  place(rows, next, { from: middle, fits: (row) => (steps[row] ?? 0) > split.cut });
  return middle;
}

/** Writes the rows that fit from a place on, in their order; gives where they end. */
function place(
  rows: Uint32Array,
  next: Uint32Array,
  { from, fits }: { readonly from: number; readonly fits: (row: number) => boolean },
): number {
  let at = from;
  for (const row of rows) {
    if (!fits(row)) continue;
    next[at] = row;
    at += 1;
  }
  return at;
}

/** Counts the smaller child; the larger one is the rest. Leaves need no counts. */
function childrenOf(
  data: GrowthData,
  { from, to, histogram }: Node,
  { order, middle, last }: { order: Uint32Array; middle: number; last: boolean },
): [Node, Node] {
  if (last)
    return [
      { from, to: middle, histogram: [] },
      { from: middle, to, histogram: [] },
    ];
  const leftSmaller = middle - from < to - middle;
  const smaller = leftSmaller ? order.subarray(from, middle) : order.subarray(middle, to);
  const counted = histogramOf(data, smaller);
  const rest = without(histogram, counted);
  return [
    { from, to: middle, histogram: leftSmaller ? counted : rest },
    { from: middle, to, histogram: leftSmaller ? rest : counted },
  ];
}
