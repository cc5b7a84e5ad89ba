/** JSON that survives storage unchanged. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * An event's place in the whole store. Compare as a pair, never do arithmetic: on a cluster both
 * numbers are byte offsets.
 */
export type Position = { readonly commit: bigint; readonly prepare: bigint };

export type Metadata = { readonly [key: string]: Json };

export type NewEvent = {
  /** A UUID. A repeated append with the same ids succeeds without writing twice. */
  readonly id: string;
  readonly type: string;
  readonly data: Json;
  readonly metadata: Metadata;
};

export type RecordedEvent = NewEvent & {
  readonly stream: string;
  /** Index in its stream, from 0. */
  readonly revision: bigint;
  readonly position: Position;
  /** When the store wrote it, ISO 8601 UTC. */
  readonly recordedAt: string;
};

export type ExpectedRevision = bigint | 'no-stream' | 'stream-exists' | 'any';

export type Appended = {
  /** Revision of the last event written. */
  readonly revision: bigint;
  readonly position: Position;
};

/** One of several appends that are sent together. */
export type Append = {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly expectedRevision: ExpectedRevision;
};

export type ReadOptions = {
  /** Inclusive. Default: `start` forwards, `end` backwards. */
  readonly from?: bigint | 'start' | 'end';
  readonly direction?: 'forwards' | 'backwards';
  readonly maxCount?: number;
};

export type ReadAllOptions = {
  /** Inclusive. Default: `start` forwards, `end` backwards. */
  readonly from?: Position | 'start' | 'end';
  readonly direction?: 'forwards' | 'backwards';
  readonly maxCount?: number;
  /** Only streams whose name starts with one of these. */
  readonly streamPrefixes?: readonly string[];
};

export type SubscribeOptions = {
  /** Exclusive: delivery starts with the event after it. */
  readonly after: Position | 'start' | 'end';
  readonly streamPrefixes?: readonly string[];
};

export type SubscriptionMessage =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** Everything up to here was looked at; nothing of ours is left before it. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /** History is delivered; what follows is live. May come again after a fall behind. */
  | { readonly kind: 'caught-up' };

/**
 * A catch-up subscription: iterate it for messages, in store order, each event exactly once.
 * Ends when closed; throws EventStoreUnavailable when the connection is lost (see `follow`).
 */
export type Subscription = AsyncIterable<SubscriptionMessage> & { close(): Promise<void> };

/** Where events are kept. Adapters: embedded engine in process, official EventStoreDB client. */
export abstract class EventStore {
  /**
   * Appends all events or none; resolves once they are on disk.
   *
   * @throws ConcurrencyConflict when the stream is at another revision.
   * @throws StreamDeleted when the stream was tombstoned.
   * @throws AppendTooLarge beyond the server's limit, 1 MiB by default.
   * @throws EventStoreUnavailable when the outcome is unknown; repeat with the same event ids.
   */
  abstract append(
    stream: string,
    events: readonly NewEvent[],
    expectedRevision: ExpectedRevision,
  ): Promise<Appended>;

  /**
   * Several appends, to be written at once. Each stands by itself: what `append` would throw of one
   * is in its place and takes nothing from the others. Resolves once all are on disk or refused.
   */
  async appendEach(appends: readonly Append[]): Promise<readonly (Appended | Error)[]> {
    const outcomes = await Promise.allSettled(
      appends.map(({ stream, events, expectedRevision }) =>
        this.append(stream, events, expectedRevision),
      ),
    );
    return outcomes.map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value : errorOf(outcome.reason),
    );
  }

  /** A missing stream reads as empty. System events (`$…`) are included only by name. */
  abstract read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent>;

  /** Reads across all streams in store order, without system events. */
  abstract readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent>;

  /** System events (`$…`) are never delivered. */
  abstract subscribe(options: SubscribeOptions): Subscription;

  abstract close(): Promise<void>;
}

function errorOf(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

export class ConcurrencyConflict extends Error {
  override readonly name = 'ConcurrencyConflict';

  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** Null when the stream does not exist. */
    readonly actual: bigint | null,
  ) {
    super(`stream ${stream} is at revision ${actual ?? 'none'}, expected ${expected}`);
  }
}

export class StreamDeleted extends Error {
  override readonly name = 'StreamDeleted';

  constructor(readonly stream: string) {
    super(`stream ${stream} was deleted for good`);
  }
}

/** The store cannot answer now. An append that threw this may still have been written. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/**
 * The store does not have what was read from it before: it was restored from a backup, emptied, or
 * is another one. What was derived from it must be built again, or the right store brought back.
 */
export class StoreDiverged extends Error {
  override readonly name = 'StoreDiverged';
}

/**
 * An event is no longer what was written: its disk or something else changed it. It is not read.
 */
export class EventDamaged extends Error {
  override readonly name = 'EventDamaged';

  constructor(readonly position: number) {
    super(
      `the event at position ${position} is damaged: it is not what was written; restore the event ` +
        'store from a backup (docs/runbooks/backup.md)',
    );
  }
}

/** One append was larger than the store takes. Nothing was written. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';

  constructor(readonly bytesMax: number) {
    super(`one append may have ${bytesMax} bytes at most; append fewer or smaller events`);
  }
}
