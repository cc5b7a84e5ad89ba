import {
  type Append,
  type Appended,
  type EventLog,
  EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type StoredEvent,
  type SubscribeOptions,
  type Subscription,
} from '#event-store';
import { Engine } from './engine/engine.js';
import type { LogEntry } from './engine/log-entry.js';
import type { StoreMetrics } from './engine/meters.js';
import type { Page } from './engine/page.js';
import { readAll } from './engine/read-all.js';
import { readStream } from './engine/read-stream.js';
import type { ScavengeReport } from './engine/scavenge.js';
import type { Verification } from './engine/verify.js';
import type { EventPlace } from './engine/stream-writer.js';
import { inTurns } from './engine/turns.js';
import { positionOf, propose, toRecordedEvent, toStoredEvent } from './events.js';
import { InProcessSubscription } from './in-process-subscription.js';

export type EmbeddedEventStoreOptions = {
  /** Folder of the store; created when missing. */
  readonly path: string;
  /** Largest sum of data, metadata and types of one append, in bytes. Default: 1 MiB. */
  readonly appendBytesMax?: number;
};

const APPEND_BYTES_MAX = 1024 * 1024;

/**
 * An event store inside this process, kept in one folder. Other processes reach it through an
 * `EventStoreDoor`.
 */
export class EmbeddedEventStore extends EventStore implements EventLog {
  readonly #closing = new AbortController();

  private constructor(
    /** For the door, which speaks bytes. */
    readonly engine: Engine,
  ) {
    super();
  }

  /**
   * Opens the store in `path`, or creates it.
   *
   * @throws StoreNotOpened when another process has it open, or it cannot be read.
   */
  static async open({
    path,
    appendBytesMax = APPEND_BYTES_MAX,
  }: EmbeddedEventStoreOptions): Promise<EmbeddedEventStore> {
    return new EmbeddedEventStore(await Engine.open({ path, appendBytesMax }));
  }

  /** @throws AppendTooLarge beyond `appendBytesMax`, and what the port names. */
  override async append(
    stream: string,
    events: readonly NewEvent[],
    expectedRevision: ExpectedRevision,
  ): Promise<Appended> {
    return appendedAt(await this.engine.append(stream, events.map(propose), expectedRevision));
  }

  /** @throws RangeError when one of the events is none; then nothing was written. */
  override appendEach(appends: readonly Append[]): Promise<readonly (Appended | Error)[]> {
    const proposed = appends.map(({ stream, events, expectedRevision: expected }) => ({
      stream,
      events: events.map(propose),
      expected,
    }));
    return this.engine
      .appendEach(proposed)
      .then((outcomes) =>
        outcomes.map((placed) => (placed instanceof Error ? placed : appendedAt(placed))),
      );
  }

  override async *read(
    stream: string,
    { direction = 'forwards', from, maxCount = Infinity }: ReadOptions = {},
  ): AsyncGenerator<RecordedEvent> {
    this.engine.meters.readFrom('stream');
    const read = readStream(this.engine, stream, {
      from: typeof from === 'bigint' ? Number(from) : (from ?? startOf(direction)),
      direction,
      limit: maxCount,
    });
    if (read.status !== 'found') return;
    yield* this.#recorded(read.pages);
  }

  override async *readAll({
    direction = 'forwards',
    from,
    maxCount = Infinity,
    streamPrefixes,
  }: ReadAllOptions = {}): AsyncGenerator<RecordedEvent> {
    this.engine.meters.readFrom('all');
    const pages = readAll(this.engine.log, {
      from: typeof from === 'object' ? Number(from.commit) : (from ?? startOf(direction)),
      direction,
      limit: maxCount,
      matches: matching(streamPrefixes),
    });
    yield* this.#recorded(pages);
  }

  async *readStored(from: Position | 'start'): AsyncGenerator<readonly StoredEvent[]> {
    const pages = readAll(this.engine.log, {
      from: typeof from === 'object' ? Number(from.commit) : from,
      direction: 'forwards',
      limit: Infinity,
      matches: matching(undefined),
    });
    for await (const { entries } of inTurns(pages)) yield entries.map(toStoredEvent);
  }

  override subscribe({ after, streamPrefixes }: SubscribeOptions): Subscription {
    const { log } = this.engine;
    return new InProcessSubscription(
      this.engine,
      {
        after: after === 'start' ? 0 : after === 'end' ? log.durable : Number(after.commit),
        matches: matching(streamPrefixes),
      },
      this.#closing.signal,
    );
  }

  /** What the store has done since it was opened, in plain numbers. */
  metrics(): StoreMetrics {
    const { meters, log } = this.engine;
    return meters.snapshot(log.durable);
  }

  /**
   * Copies the store, as of this moment, into an empty folder while appends go on.
   *
   * @throws Error when the folder is not empty or cannot take it all; it is left as it was.
   */
  async backup(folder: string): Promise<void> {
    await this.engine.backup(folder);
  }

  /** Reads every event again and compares what is derived from them with what is stored. */
  async verify(): Promise<Verification> {
    return this.engine.verify();
  }

  /** Removes for good the events that stream metadata and deletions hide. */
  async scavenge(): Promise<ScavengeReport> {
    return this.engine.scavenge();
  }

  /** Ends subscriptions, finishes appends under way, and gives the folder free. */
  override async close(): Promise<void> {
    this.#closing.abort();
    await this.engine.close();
  }

  async *#recorded(pages: Iterable<Page>): AsyncGenerator<RecordedEvent> {
    for await (const { entries } of inTurns(pages)) {
      this.engine.meters.readEvents += entries.length;
      for (const entry of entries) yield toRecordedEvent(entry);
    }
  }
}

function appendedAt({ revision, position }: EventPlace): Appended {
  return { revision: BigInt(revision), position: positionOf(position) };
}

function startOf(direction: 'forwards' | 'backwards'): 'start' | 'end' {
  return direction === 'forwards' ? 'start' : 'end';
}

/** Events of users' streams, of those named by prefix if any are. */
function matching(prefixes: readonly string[] | undefined): (entry: LogEntry) => boolean {
  return ({ fields: { stream, type } }) =>
    !stream.startsWith('$') &&
    !type.startsWith('$') &&
    (prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix)));
}
