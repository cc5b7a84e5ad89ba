/** Inputs cut into few enough steps to count them, one column after another. */
export type Bins = {
  readonly rows: number;
  readonly columns: readonly BinnedColumn[];
};

export type BinnedColumn = {
  /** The bin of each row: the number of cuts below its value. */
  readonly bins: Uint16Array;
  readonly cuts: Float32Array;
};

/** Cuts from all rows, and as many from the frauds alone. */
const CUTS_MAX = 256;

/**
 * Cuts every column of rows stored one after another.
 *
 * Frauds are rare and sit where few payments are: cut by the share of all rows alone, one bin would
 * hold the whole tail. So half of the cuts follow the frauds.
 */
export function binned(rows: Float32Array, width: number, frauds: ArrayLike<boolean>): Bins {
  const count = rows.length / width;
  const columns = Array.from({ length: width }, (_, column) => {
    const values = new Float32Array(count);
    for (let row = 0; row < count; row += 1) values[row] = rows[row * width + column] ?? 0;
    return binnedColumn(values, frauds);
  });
  return { rows: count, columns };
}

function binnedColumn(values: Float32Array, frauds: ArrayLike<boolean>): BinnedColumn {
  const sorted = values.slice().sort();
  const ofFrauds = values.filter((_, row) => frauds[row] ?? false).sort();
  const cuts = new Set([...cutsOf(sorted, sorted), ...cutsOf(ofFrauds, sorted)]);
  const ascending = Float32Array.from(cuts).sort();
  return {
    cuts: ascending,
    bins: Uint16Array.from(values, (value) => countBelow(ascending, value)),
  };
}

/** Cuts just above and just below the values at even shares of `some`, halfway to the next. */
function cutsOf(some: Float32Array, all: Float32Array): number[] {
  const cuts: number[] = [];
  const step = Math.max(1, some.length / CUTS_MAX);
  for (let at = 0; at < some.length; at += step) {
    const value = some[Math.floor(at)] ?? 0;
    const next = all[countBelow(all, value, true)];
    if (next !== undefined) cuts.push(between(value, next));
    const before = all[countBelow(all, value) - 1];
    if (before !== undefined) cuts.push(between(before, value));
  }
  return cuts;
}

/** At least the lower value, and below the upper one, also rounded to single precision. */
function between(lower: number, upper: number): number {
  const middle = Math.fround((lower + upper) / 2);
  return middle < upper ? middle : lower;
}

/** How many of the ascending values are less than a value, or, inclusive, not above it. */
function countBelow(ascending: Float32Array, value: number, inclusive = false): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const candidate = ascending[middle] ?? 0;
    if (candidate < value || (inclusive && candidate === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}
