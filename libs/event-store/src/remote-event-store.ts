import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  excludeSystemEvents,
  FORWARDS,
  jsonEvent,
  type ResolvedEvent,
  START,
  StreamNotFoundError,
  streamNameFilter,
} from '@eventstore/db-client';
import { endAbandonedReads } from './abandoned-reads.js';
import type { EventLog, StoredEvent } from './event-log.js';
import type { Appended, ReadAllOptions, ReadOptions, SubscribeOptions } from './event-store.js';
import {
  EventStore,
  EventStoreUnavailable,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type Subscription,
} from './event-store.js';
import { comparePositions, POSITION_START } from './position.js';
import { fromClientError } from './remote-errors.js';
import { readStoredEvents } from './remote-log.js';
import { isSystemEvent, toRecordedEvent } from './remote-events.js';
import { type Marker, RemoteSubscription } from './remote-subscription.js';
import { withinMs } from './within-ms.js';

/** Events looked at between two checkpoints of a filtered subscription: 32 × this. */
const CHECKPOINT_INTERVAL = 32;
/** Up to this many events are asked for in pages. */
const FEW_MAX = 64;
/** The server gives up after 10 s; somewhat later the connection itself must be dead. */
const APPEND_TIMEOUT_MS = 15_000;

type Connection = { readonly url: string; readonly client: EventStoreDBClient; users: number };

/**
 * One per process: the client keeps the answers of all its appends in one process-wide table, and
 * when a connection breaks it fails the appends of every other client as well.
 */
let connection: Connection | undefined;

/** An EventStoreDB or KurrentDB server, or another process's embedded store. */
export class RemoteEventStore extends EventStore implements EventLog {
  #closed = false;

  private constructor(private readonly connection: Connection) {
    super();
  }

  /**
   * Connects lazily, with the first call. Stores of the same URL share a connection.
   *
   * @throws Error for a URL that is not `esdb://…`, or when connected to another one already.
   */
  static connect(url: string): RemoteEventStore {
    if (connection && connection.url !== url) {
      throw new Error('this process is already connected to another event store; close that first');
    }
    connection ??= { url, client: EventStoreDBClient.connectionString(url), users: 0 };
    connection.users += 1;
    return new RemoteEventStore(connection);
  }

  override async append(
    stream: string,
    events: readonly NewEvent[],
    expectedRevision: ExpectedRevision,
  ): Promise<Appended> {
    try {
      const result = await withinMs(
        APPEND_TIMEOUT_MS,
        this.#client.appendToStream(
          stream,
          events.map((event) => jsonEvent(event as Parameters<typeof jsonEvent>[0])),
          { expectedRevision: toClient(expectedRevision) },
        ),
      );
      const { nextExpectedRevision: revision, position } = result;
      if (!position) throw new EventStoreUnavailable('the server did not say where it wrote');
      return { revision, position };
    } catch (error) {
      throw fromClientError(error, stream, expectedRevision);
    }
  }

  override async *read(stream: string, options: ReadOptions = {}): AsyncGenerator<RecordedEvent> {
    const { direction = 'forwards', from, maxCount } = options;
    if (maxCount === 0) return;
    const backwards = direction === 'backwards';
    const reading = this.#client.readStream(stream, {
      direction: backwards ? BACKWARDS : FORWARDS,
      fromRevision: from ?? (backwards ? END : START),
      ...(maxCount !== undefined && { maxCount }),
    });
    try {
      yield* recorded(reading);
    } catch (error) {
      if (error instanceof StreamNotFoundError) return;
      throw fromClientError(error, stream);
    } finally {
      await reading.cancel();
      endAbandonedReads(this.connection.client);
    }
  }

  override async *readAll(options: ReadAllOptions = {}): AsyncGenerator<RecordedEvent> {
    const { maxCount = Infinity, streamPrefixes } = options;
    let left = maxCount;
    if (left <= 0) return;
    const everything =
      left <= FEW_MAX
        ? this.#pages(options, left)
        : this.#everything({ ...options, maxCount: Infinity });
    for await (const event of everything) {
      if (isSystemEvent(event) || !hasPrefix(event.stream, streamPrefixes)) continue;
      yield event;
      left -= 1;
      if (left <= 0) return;
    }
  }

  async *readStored(from: Position | 'start'): AsyncGenerator<readonly StoredEvent[]> {
    try {
      yield* readStoredEvents(this.#client, from);
    } catch (error) {
      throw fromClientError(error, '$all');
    }
  }

  override subscribe({ after, streamPrefixes }: SubscribeOptions): Subscription {
    const checkpoint = {
      checkpointInterval: CHECKPOINT_INTERVAL,
      checkpointReached: (source: { push(marker: Marker): void }, position: Position) => {
        // Queued like an event: called back at once, it would overtake events not yet taken.
        source.push({ kind: 'checkpoint', position });
      },
    } as object;
    const source = this.#client.subscribeToAll({
      fromPosition: toClientPosition(after),
      filter: streamPrefixes
        ? streamNameFilter({ ...checkpoint, prefixes: [...streamPrefixes] })
        : excludeSystemEvents(checkpoint),
    });
    return new RemoteSubscription(source);
  }

  override async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.connection.users -= 1;
    if (this.connection.users > 0) return;
    connection = undefined;
    await disconnect(this.connection.client);
  }

  get #client(): EventStoreDBClient {
    if (this.#closed) throw new EventStoreUnavailable('the connection was closed');
    return this.connection.client;
  }

  /**
   * The same in growing pages, for callers that want only a few events: a server goes on sending
   * until it learns that the reader has stopped.
   */
  async *#pages(options: ReadAllOptions, wanted: number): AsyncGenerator<RecordedEvent> {
    let reached: Position | undefined;
    for (let maxCount = wanted * 4; ; maxCount *= 4) {
      const page: RecordedEvent[] = [];
      const from = reached ?? options.from;
      const reading = this.#everything({ ...options, maxCount, ...(from && { from }) });
      for await (const event of reading) if (!isAt(event, reached)) page.push(event);
      const last = page.at(-1);
      if (!last) return;
      yield* page;
      reached = last.position;
    }
  }

  /** All events including the system's, from an inclusive position in both directions. */
  async *#everything(options: ReadAllOptions): AsyncGenerator<RecordedEvent> {
    const { from } = options;
    const reading = this.#client.readAll(toClientReading(options));
    let missing = options.direction === 'backwards' && typeof from === 'object' ? from : undefined;
    try {
      for await (const event of recorded(reading)) {
        if (missing && comparePositions(event.position, missing) !== 0) yield* this.#at(missing);
        missing = undefined;
        yield event;
      }
    } catch (error) {
      throw fromClientError(error, '$all');
    } finally {
      await reading.cancel();
      endAbandonedReads(this.connection.client);
    }
  }

  /** The event at a position; a server may read backwards only from before it. */
  async *#at(position: Position) {
    const reading = this.#client.readAll({ fromPosition: position, maxCount: 1 });
    for await (const event of recorded(reading)) {
      if (comparePositions(event.position, position) === 0) yield event;
    }
  }
}

/** Ends open calls and closes the channel, which the client never does by itself. */
async function disconnect(client: EventStoreDBClient): Promise<void> {
  endAbandonedReads(client);
  await client.dispose();
  const channel = await client['getChannel']();
  channel.close();
}

function toClient(expected: ExpectedRevision) {
  if (expected === 'no-stream') return 'no_stream' as const;
  if (expected === 'stream-exists') return 'stream_exists' as const;
  return expected;
}

/** A real server has no position before its first event, hence the start for POSITION_START. */
function toClientPosition(from: Position | 'start' | 'end') {
  if (from === 'end') return END;
  return from === 'start' || comparePositions(from, POSITION_START) === 0 ? START : from;
}

/** Without links whose event is gone. */
async function* recorded(reading: AsyncIterable<ResolvedEvent>): AsyncGenerator<RecordedEvent> {
  for await (const { event } of reading) if (event) yield toRecordedEvent(event);
}

function toClientReading({ from, direction, maxCount = Infinity }: ReadAllOptions) {
  const backwards = direction === 'backwards';
  return {
    direction: backwards ? BACKWARDS : FORWARDS,
    fromPosition: toClientPosition(from ?? (backwards ? 'end' : 'start')),
    ...(maxCount !== Infinity && { maxCount }),
  } as const;
}

function isAt({ position }: RecordedEvent, other: Position | undefined): boolean {
  return other !== undefined && comparePositions(position, other) === 0;
}

function hasPrefix(stream: string, prefixes: readonly string[] | undefined): boolean {
  return prefixes === undefined || prefixes.some((prefix) => stream.startsWith(prefix));
}
