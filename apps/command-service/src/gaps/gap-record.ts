import type { ReadMetric, Sample } from '#platform';

type Searches = {
  complete: number;
  interrupted: number;
  missing: number;
  /** Null until a search was complete, in this process or one before. */
  completeAt: string | null;
};

/** What came of the searches, per provider, since the process started. */
export class GapRecord {
  readonly #providers = new Map<string, Searches>();

  complete(provider: string, { missing, at }: { missing: number; at: string }): void {
    const searches = this.#of(provider);
    searches.complete += 1;
    searches.missing += missing;
    searches.completeAt = at;
  }

  /** The provider did not answer to the end; what was found until then is kept all the same. */
  interrupted(provider: string, { missing }: { missing: number }): void {
    const searches = this.#of(provider);
    searches.interrupted += 1;
    searches.missing += missing;
  }

  /** What an earlier process had searched. */
  restore(provider: string, completeAt: string): void {
    this.#of(provider).completeAt ??= completeAt;
  }

  get metrics(): readonly ReadMetric[] {
    return [
      {
        name: 'assay_gap_searches_total',
        help: "Comparisons of a provider's list of events with the deliveries.",
        type: 'counter',
        read: () =>
          this.#each(({ complete, interrupted }) => [
            { value: complete, labels: { outcome: 'complete' } },
            { value: interrupted, labels: { outcome: 'interrupted' } },
          ]),
      },
      {
        name: 'assay_gap_missing_deliveries_total',
        help: 'Events that were never delivered, and were found in the list.',
        type: 'counter',
        read: () => this.#each(({ missing }) => [{ value: missing }]),
      },
      {
        name: 'assay_gap_complete_timestamp_seconds',
        help: 'Up to when deliveries were compared; 0 before the first comparison.',
        type: 'gauge',
        read: () =>
          this.#each(({ completeAt }) => [
            { value: completeAt === null ? 0 : Date.parse(completeAt) / 1000 },
          ]),
      },
    ];
  }

  #each(samplesOf: (searches: Searches) => readonly Sample[]): Sample[] {
    return [...this.#providers].flatMap(([provider, searches]) =>
      samplesOf(searches).map((sample) => ({ ...sample, labels: { provider, ...sample.labels } })),
    );
  }

  #of(provider: string): Searches {
    const known = this.#providers.get(provider);
    if (known) return known;
    const searches: Searches = { complete: 0, interrupted: 0, missing: 0, completeAt: null };
    this.#providers.set(provider, searches);
    return searches;
  }
}
