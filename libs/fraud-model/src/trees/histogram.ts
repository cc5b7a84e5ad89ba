import type { GrowthData } from './growth-data.js';

/** For every column looked at: gradient and curvature of each bin in turn. */
export type Histogram = readonly Float64Array[];

export function histogramOf(data: GrowthData, rows: Uint32Array): Histogram {
  const slopes = slopesOf(data, rows);
  return Array.from(data.columns, (index) => {
    const column = data.bins.columns[index];
    const sums = new Float64Array(2 * ((column?.cuts.length ?? 0) + 1));
    if (column) count(sums, column.bins, { rows, slopes });
    return sums;
  });
}

/** What is left of a histogram when the rows of another one are taken out. */
export function without(whole: Histogram, part: Histogram): Histogram {
  return whole.map((sums, slot) => sums.map((sum, index) => sum - (part[slot]?.[index] ?? 0)));
}

/** Gradient and curvature of all rows. */
export function addUp(
  { gradients, curves }: GrowthData,
  rows: Uint32Array,
): [gradient: number, curve: number] {
  let [gradient, curve] = [0, 0];
  for (const row of rows) {
    gradient += gradients[row] ?? 0;
    curve += curves[row] ?? 0;
  }
  return [gradient, curve];
}

/** Gathered once, so that counting the columns reads them in order. */
function slopesOf({ gradients, curves }: GrowthData, rows: Uint32Array): Float64Array {
  const slopes = new Float64Array(2 * rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    slopes[2 * at] = gradients[row] ?? 0;
    slopes[2 * at + 1] = curves[row] ?? 0;
  }
  return slopes;
}

function count(
  sums: Float64Array,
  bins: Uint16Array,
  { rows, slopes }: { readonly rows: Uint32Array; readonly slopes: Float64Array },
): void {
  for (let at = 0; at < rows.length; at += 1) {
    const slot = 2 * (bins[rows[at] ?? 0] ?? 0);
    sums[slot] = (sums[slot] ?? 0) + (slopes[2 * at] ?? 0);
    sums[slot + 1] = (sums[slot + 1] ?? 0) + (slopes[2 * at + 1] ?? 0);
  }
}
