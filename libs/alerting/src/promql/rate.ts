import type { Point } from '../samples/series.js';

/** How far beyond its samples a rate is taken to go on, in gaps between them. */
const EXTRAPOLATED_GAPS = 1.1;

/**
 * By how much a counter rose within a range, as Prometheus 3 counts it: restarts at 0 are seen, and
 * the rise is continued to the ends of the range, where samples lie near enough to them.
 *
 * @param points oldest first; the range is open at its start.
 * @returns null when there are less than two samples, hence no rise that is known.
 */
export function increaseOf(points: readonly Point[], fromMs: number, toMs: number): number | null {
  const within = points.flatMap(([timeMs, value]) =>
    value !== null && timeMs > fromMs && timeMs <= toMs ? [[timeMs, value] as const] : [],
  );
  const [first] = within;
  const last = within.at(-1);
  if (!first || !last || within.length < 2) return null;
  const rise = riseOf(within.map(([, value]) => value));
  const sampledMs = last[0] - first[0];
  const gapMs = sampledMs / (within.length - 1);
  const reach = (distanceMs: number): number =>
    distanceMs >= gapMs * EXTRAPOLATED_GAPS ? gapMs / 2 : distanceMs;
  const untilZeroMs = rise > 0 && first[1] >= 0 ? sampledMs * (first[1] / rise) : Infinity;
  const beforeMs = Math.min(reach(first[0] - fromMs), untilZeroMs);
  return rise * ((sampledMs + beforeMs + reach(toMs - last[0])) / sampledMs);
}

/** A value below the one before is the first after a restart. */
function riseOf(values: readonly number[]): number {
  let rise = (values.at(-1) ?? 0) - (values[0] ?? 0);
  values.forEach((value, index) => {
    const before = values[index - 1];
    if (before !== undefined && value < before) rise += before;
  });
  return rise;
}
