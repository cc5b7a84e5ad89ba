import { AppendTooLarge, ConcurrencyConflict, StreamDeleted } from '#event-store';

/** Why an append was not written. */
export type AppendRefusal = 'conflict' | 'deleted' | 'too-large' | 'failed';

/** How often values fell between two bounds; the last count is of those above all bounds. */
export type Distribution = {
  /** Upper bounds, inclusive, ascending. */
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
  readonly sum: number;
};

/** A persistent subscription as its operator sees it. */
export type GroupMetrics = {
  readonly stream: string;
  readonly group: string;
  /** Revisions, or positions for `$all`, from the oldest unfinished event to the last one. */
  readonly lag: number;
  readonly inFlight: number;
  readonly parked: number;
  readonly consumers: number;
};

/** What a store has done since it was opened; counts only grow but for those of open calls. */
export type StoreMetrics = {
  /** Appends and deletions that are on disk, repeats included. */
  readonly appends: number;
  readonly appendedEvents: number;
  /** Data and metadata of these events. */
  readonly appendedBytes: number;
  readonly refusedAppends: Readonly<Record<AppendRefusal, number>>;
  readonly commitEvents: Distribution;
  readonly commitMs: Distribution;
  readonly reads: { readonly stream: number; readonly all: number };
  /** Open now. */
  readonly subscriptions: { readonly stream: number; readonly all: number };
  /** Events given to readers and subscriptions. */
  readonly readEvents: number;
  /** Position of the last event on disk. */
  readonly position: number;
  readonly persistentGroups: readonly GroupMetrics[];
};

export type Source = 'stream' | 'all';

const COMMIT_MS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500];
const COMMIT_EVENTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 4_096, 16_384];

/** Counts values by size. */
export class Histogram implements Distribution {
  readonly counts: number[];
  sum = 0;

  constructor(readonly bounds: readonly number[]) {
    this.counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  observe(value: number): void {
    let index = 0;
    while (index < this.bounds.length && value > (this.bounds[index] ?? Infinity)) index += 1;
    this.counts[index] = (this.counts[index] ?? 0) + 1;
    this.sum += value;
  }

  /** As it is now; later values do not change it. */
  snapshot(): Distribution {
    return { bounds: this.bounds, counts: [...this.counts], sum: this.sum };
  }
}

/** Counts what the store does, wherever it is done. */
export class Meters {
  /** Set by the door, which has the persistent subscriptions. */
  persistentGroups: () => readonly GroupMetrics[] = () => [];
  readEvents = 0;
  readonly #commitMs = new Histogram(COMMIT_MS);
  readonly #commitEvents = new Histogram(COMMIT_EVENTS);
  readonly #reads = { stream: 0, all: 0 };
  readonly #subscriptions = { stream: 0, all: 0 };
  readonly #refusals = { conflict: 0, deleted: 0, 'too-large': 0, failed: 0 };
  #appends = 0;
  #appendedEvents = 0;
  #appendedBytes = 0;

  appended(events: number, bytes: number): void {
    this.#appends += 1;
    this.#appendedEvents += events;
    this.#appendedBytes += bytes;
  }

  refused(error: unknown): void {
    this.#refusals[refusalOf(error)] += 1;
  }

  committed(ms: number, events: number): void {
    this.#commitMs.observe(ms);
    this.#commitEvents.observe(events);
  }

  readFrom(source: Source): void {
    this.#reads[source] += 1;
  }

  /** Counts a subscription until the returned function is called. */
  subscribed(source: Source): () => void {
    this.#subscriptions[source] += 1;
    let open = true;
    return () => {
      if (open) this.#subscriptions[source] -= 1;
      open = false;
    };
  }

  snapshot(position: number): StoreMetrics {
    return {
      appends: this.#appends,
      appendedEvents: this.#appendedEvents,
      appendedBytes: this.#appendedBytes,
      refusedAppends: { ...this.#refusals },
      commitEvents: this.#commitEvents.snapshot(),
      commitMs: this.#commitMs.snapshot(),
      reads: { ...this.#reads },
      subscriptions: { ...this.#subscriptions },
      readEvents: this.readEvents,
      position,
      persistentGroups: this.persistentGroups(),
    };
  }
}

function refusalOf(error: unknown): AppendRefusal {
  if (error instanceof ConcurrencyConflict) return 'conflict';
  if (error instanceof StreamDeleted) return 'deleted';
  return error instanceof AppendTooLarge ? 'too-large' : 'failed';
}
