export type Labels = Readonly<Record<string, string>>;

/** One sample of a metric, as a service tells it. */
export type Sample = { readonly metric: string; readonly labels: Labels; readonly value: number };

/** A number at a time; null says that the series ended there, which is not the same as 0. */
export type Point = readonly [timeMs: number, value: number | null];

/** What tells a series, or an element of a vector, from all others. */
export function signatureOf(labels: Labels): string {
  const entries = Object.entries(labels).filter(([, value]) => value !== '');
  return JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
