import { SeededRandom } from './seeded-random.js';

/** How far a distribution has moved: the usual bands of the population stability index. */
export type DriftBand = 'quiet' | 'look' | 'alarm';

const LOOK_MIN = 0.1;
const ALARM_MIN = 0.25;

export function driftBandOf(psi: number): DriftBand {
  if (psi >= ALARM_MIN) return 'alarm';
  return psi >= LOOK_MIN ? 'look' : 'quiet';
}

const BINS = 10;
/** As if every bin had had so many values more, so that an empty one is no infinity. */
const SMOOTHING = 0.5;

/**
 * Population stability index of current values against reference ones, over bins that each hold a
 * tenth of the reference; equal values share a bin. Null when either has no values: not known.
 */
export function psiOf(reference: readonly number[], current: readonly number[]): number | null {
  if (reference.length === 0 || current.length === 0) return null;
  const edges = edgesOf(reference);
  const [expected, actual] = [sharesOf(reference, edges), sharesOf(current, edges)];
  return expected.reduce((psi, share, bin) => {
    const other = actual[bin] ?? share;
    return psi + (other - share) * Math.log(other / share);
  }, 0);
}

/** Upper ends of the bins but the last. */
function edgesOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const edges = Array.from({ length: BINS - 1 }, (_, index) => {
    return sorted[Math.floor(((index + 1) * sorted.length) / BINS)] ?? 0;
  });
  // Half of the payments may have the same value, as in counts: one bin for it, then.
  return [...new Set(edges)];
}

function sharesOf(values: readonly number[], edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(SMOOTHING);
  for (const value of values) {
    const above = edges.findIndex((edge) => value < edge);
    const bin = above < 0 ? edges.length : above;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const total = values.length + SMOOTHING * counts.length;
  return counts.map((count) => count / total);
}

/** A fair sample of a series of unknown length, in bounded memory; reproducible. */
export class Reservoir<Item> {
  readonly #items: Item[] = [];
  readonly #random: SeededRandom;
  #seen = 0;

  constructor(
    private readonly sizeMax: number,
    seed: number,
  ) {
    this.#random = new SeededRandom(seed);
  }

  add(item: Item): void {
    this.#seen += 1;
    if (this.#items.length < this.sizeMax) {
      this.#items.push(item);
      return;
    }
    const place = this.#random.below(this.#seen);
    if (place < this.sizeMax) this.#items[place] = item;
  }

  get seen(): number {
    return this.#seen;
  }

  get items(): readonly Item[] {
    return this.#items;
  }
}
