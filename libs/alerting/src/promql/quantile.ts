import type { Element } from './vector.js';
import { signatureOf } from '../samples/series.js';

type Bucket = { readonly bound: number; readonly count: number };

/** Counts that differ by less are the same: sums of rates are not exact. */
const TOLERANCE = 1e-12;

/** The value below which a share of the observations lie, by histogram. */
export function histogramQuantile(share: number, vector: readonly Element[]): Element[] {
  const histograms = new Map<string, { labels: Element['labels']; buckets: Bucket[] }>();
  for (const { labels, value } of vector) {
    const { le, ...others } = labels;
    if (le === undefined) continue;
    const signature = signatureOf(others);
    const histogram = histograms.get(signature) ?? { labels: others, buckets: [] };
    histogram.buckets.push({ bound: le === '+Inf' ? Infinity : Number(le), count: value });
    histograms.set(signature, histogram);
  }
  return [...histograms.values()].map(({ labels, buckets }) => ({
    labels,
    value: quantileOf(share, buckets),
  }));
}

/** NaN when it is not known. */
function quantileOf(share: number, unordered: readonly Bucket[]): number {
  const buckets = rising([...unordered].sort((a, b) => a.bound - b.bound));
  const all = buckets.at(-1);
  if (all?.bound !== Infinity || buckets.length < 2 || all.count === 0) return NaN;
  const rank = share * all.count;
  const index = buckets.findIndex(({ count }) => count >= rank * (1 - TOLERANCE));
  return within(rank, buckets[index], buckets[index - 1]);
}

/** Where a rank lies in its bucket, if observations are spread over it evenly. */
function within(rank: number, bucket: Bucket | undefined, before: Bucket | undefined): number {
  if (!bucket) return NaN;
  const { bound: from, count: below } = before ?? { bound: 0, count: 0 };
  if (bucket.bound === Infinity) return from;
  if (!before && bucket.bound <= 0) return bucket.bound;
  return from + (bucket.bound - from) * ((rank - below) / (bucket.count - below));
}

function rising(buckets: readonly Bucket[]): Bucket[] {
  let most = 0;
  return buckets.map(({ bound, count }) => {
    most = Math.max(most, count);
    return { bound, count: most };
  });
}
