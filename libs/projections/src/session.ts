import {
  comparePositions,
  EventStoreUnavailable,
  type EventStore,
  type Position,
  type RecordedEvent,
} from '#event-store';
import { applyBatch, type Target } from './apply.js';
import { readCheckpoint } from './checkpoint.js';
import { Inbox } from './inbox.js';

/** Something to do between two batches, on the connection that owns the view. */
type Interlude = (target: Target, checkpoint: Position) => Promise<void>;

type Arrival =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'interlude'; readonly play: Interlude; abandon(): void };

/** Arrivals kept in memory ahead of the database. */
const INBOX_MAX = 4_000;
const BATCH_MAX = 1_000;

/**
 * Small batches begin at least this far apart: a transaction costs the same for one event as for
 * twenty, and nobody misses these milliseconds.
 */
const SMALL_BATCH_MS = 20;
const SMALL_BATCH_MAX = 200;

/** How often an idle view looks whether the store went on without it. */
const IDLE_MS = 500;

/** The view went to another process, or to nobody, with the database connection. */
export class ViewLost extends Error {
  override readonly name = 'ViewLost';
}

/** The time during which this process owns one view; everything is written here. */
export class Session {
  readonly #inbox = new Inbox<Arrival>(INBOX_MAX);
  #checkpoint: Position;
  #ended = false;

  private constructor(
    private readonly target: Target,
    private readonly store: EventStore,
    checkpoint: Position,
  ) {
    this.#checkpoint = checkpoint;
  }

  static async open(target: Target, store: EventStore): Promise<Session> {
    const checkpoint = await readCheckpoint(target.connection, target.schema);
    return new Session(target, store, checkpoint);
  }

  /** How far the view got. */
  get checkpoint(): Position {
    return this.#checkpoint;
  }

  /** Resolves when there is room for the next one. */
  async arrive(arrival: Exclude<Arrival, { kind: 'interlude' }>): Promise<void> {
    await this.#inbox.put(arrival);
  }

  /** Runs something after what arrived before it. Rejects when the session ends first. */
  between<Result>(play: (...now: Parameters<Interlude>) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const abandon = (): void => {
        reject(new ViewLost('this process lost the view meanwhile; try again'));
      };
      if (this.#ended) {
        abandon();
        return;
      }
      void this.#inbox.put({
        kind: 'interlude',
        play: (target, checkpoint) => play(target, checkpoint).then(resolve, reject),
        abandon,
      });
    });
  }

  /**
   * Applies what arrives until the session ends.
   *
   * @throws PoisonEvent for an event that cannot be applied.
   */
  async work(): Promise<void> {
    for (;;) {
      const arrivals = await this.#inbox.take(IDLE_MS);
      if (arrivals === null) return;
      const startedMs = performance.now();
      try {
        this.#assertOwned();
        await this.#apply(arrivals);
      } catch (error) {
        abandon(arrivals);
        throw error;
      }
      if (arrivals.length === 0) await this.#goOnWithStore();
      else if (arrivals.length <= SMALL_BATCH_MAX) await untilMs(startedMs + SMALL_BATCH_MS);
    }
  }

  /** Keeps the view as it is until the first interlude was played or the session ends. */
  async idle(): Promise<void> {
    this.#checkpoint = await readCheckpoint(this.target.connection, this.target.schema);
    let played = false;
    while (!played) {
      const arrivals = await this.#inbox.take(IDLE_MS);
      if (arrivals === null) return;
      try {
        this.#assertOwned();
      } catch (error) {
        abandon(arrivals);
        throw error;
      }
      for (const arrival of arrivals) {
        if (arrival.kind !== 'interlude') continue;
        await arrival.play(this.target, this.#checkpoint);
        played = true;
      }
    }
  }

  /** What has not been applied is dropped: it is read again by whoever comes next. */
  end(): void {
    this.#ended = true;
    abandon(this.#inbox.end());
  }

  async #apply(arrivals: readonly Arrival[]): Promise<void> {
    let events: RecordedEvent[] = [];
    let to = this.#checkpoint;
    const flush = async (): Promise<void> => {
      await this.#move(events, to);
      events = [];
    };
    for (const arrival of arrivals) {
      if (arrival.kind === 'interlude') {
        await flush();
        await arrival.play(this.target, this.#checkpoint);
        continue;
      }
      const { position } = arrival.kind === 'event' ? arrival.event : arrival;
      if (comparePositions(position, to) <= 0) continue;
      to = position;
      if (arrival.kind === 'event') events.push(arrival.event);
      if (events.length >= BATCH_MAX) await flush();
    }
    await flush();
  }

  /**
   * When the store's newest events are none of ours, no message may ever say so, and whoever waits
   * for their position would wait in vain.
   */
  async #goOnWithStore(): Promise<void> {
    try {
      const head = await newestPosition(this.store);
      if (!head || comparePositions(head, this.#checkpoint) <= 0) return;
      const ours = await newestPosition(this.store, this.target.projection.streamPrefixes);
      if (ours && comparePositions(ours, this.#checkpoint) > 0) return;
      await this.#move([], head);
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
    }
  }

  /** Also while nothing happens: with the connection went the lock, so others may write now. */
  #assertOwned(): void {
    if (this.target.connection.isReleased) throw new ViewLost('the database connection was lost');
  }

  async #move(events: readonly RecordedEvent[], to: Position): Promise<void> {
    const from = this.#checkpoint;
    if (comparePositions(to, from) === 0) return;
    await applyBatch(this.target, { events, from, to });
    this.#checkpoint = to;
  }
}

async function untilMs(timeMs: number): Promise<void> {
  const waitMs = timeMs - performance.now();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
}

/** Tells whoever waits for an interlude; for one that was played it changes nothing. */
function abandon(arrivals: readonly Arrival[]): void {
  for (const arrival of arrivals) if (arrival.kind === 'interlude') arrival.abandon();
}

/** Position of the last event of some streams, or of all; null when there is none. */
export async function newestPosition(
  store: EventStore,
  streamPrefixes?: readonly string[],
): Promise<Position | null> {
  const options = { direction: 'backwards', maxCount: 1 } as const;
  const newest = store.readAll({ ...options, ...(streamPrefixes && { streamPrefixes }) });
  for await (const { position } of newest) return position;
  return null;
}
