import { signatureOf, type Labels, type Point, type Sample } from './series.js';

export type Series = { readonly labels: Labels; readonly points: Point[] };

/** How old a sample may be and still be the newest, as in Prometheus. */
export const LOOKBACK_MS = 300_000;

/** A store as it is kept in a file. */
export type StoredSamples = {
  readonly [metric: string]: readonly {
    readonly labels: Labels;
    readonly points: readonly Point[];
  }[];
};

/** Samples of the metrics that rules name, for as long as a rule looks back. */
export class SampleStore {
  readonly #metrics = new Map<string, Map<string, Series>>();

  /** @param keepMs by metric; one that is not named is not kept. */
  constructor(private readonly keepMs: ReadonlyMap<string, number>) {}

  keeps(metric: string): boolean {
    return this.keepMs.has(metric);
  }

  /**
   * Adds what one target told at a time. Series of the target that it did not tell of have ended.
   *
   * @param target labels of the target, which its samples get.
   */
  add(target: Labels, samples: readonly Sample[], timeMs: number): void {
    const told = new Set<Series>();
    for (const { metric, labels, value } of samples) {
      if (!this.keeps(metric)) continue;
      const series = this.#series(metric, { ...labels, ...target });
      series.points.push([timeMs, value]);
      told.add(series);
    }
    this.#endOthers(target, told, timeMs);
    this.#forget(timeMs);
  }

  seriesOf(metric: string): readonly Series[] {
    return [...(this.#metrics.get(metric)?.values() ?? [])];
  }

  stored(): StoredSamples {
    const metrics = [...this.#metrics].map(([metric, series]) => [metric, [...series.values()]]);
    return Object.fromEntries(metrics) as StoredSamples;
  }

  restore(stored: StoredSamples): void {
    for (const [metric, all] of Object.entries(stored)) {
      if (!this.keeps(metric)) continue;
      for (const { labels, points } of all) this.#series(metric, labels).points.push(...points);
    }
  }

  #series(metric: string, labels: Labels): Series {
    const known = this.#metrics.get(metric) ?? new Map<string, Series>();
    this.#metrics.set(metric, known);
    const signature = signatureOf(labels);
    const series = known.get(signature) ?? { labels, points: [] };
    known.set(signature, series);
    return series;
  }

  #endOthers(target: Labels, told: ReadonlySet<Series>, timeMs: number): void {
    for (const series of this.#all()) {
      const isOfTarget = Object.entries(target).every(
        ([key, value]) => series.labels[key] === value,
      );
      const isEnded = series.points.at(-1)?.[1] === null;
      if (isOfTarget && !isEnded && !told.has(series)) series.points.push([timeMs, null]);
    }
  }

  #forget(nowMs: number): void {
    for (const [metric, known] of this.#metrics) {
      const oldestMs = nowMs - Math.max(this.keepMs.get(metric) ?? 0, LOOKBACK_MS);
      for (const [signature, { points }] of known) {
        const first = points.findIndex(([timeMs]) => timeMs >= oldestMs);
        if (first === -1) known.delete(signature);
        else points.splice(0, first);
      }
    }
  }

  *#all(): Generator<Series> {
    for (const known of this.#metrics.values()) yield* known.values();
  }
}
