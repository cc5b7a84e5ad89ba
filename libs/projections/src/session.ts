import {
  assertContinues,
  comparePositions,
  EventStoreUnavailable,
  formatPosition,
  lastMark,
  POSITION_START,
  StoreDiverged,
  type EventStore,
  type Mark,
  type Position,
  type RecordedEvent,
} from '#event-store';
import type { Target } from './apply.js';
import { Inbox } from './inbox.js';
import type { SetAside } from './set-aside.js';
import { ViewWriter } from './view-writer.js';

/** Something to do between two batches, on the connection that owns the view. */
type MaintenanceTask = (target: Target, checkpoint: Position) => Promise<void>;

type Arrival =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'checkpoint'; readonly position: Position }
  /** All of history has arrived; announced once it is applied. */
  | { readonly kind: 'caught-up'; announce(): void }
  | { readonly kind: 'interlude'; readonly play: MaintenanceTask; abandon(): void };

/** Arrivals kept in memory ahead of the database. */
const INBOX_MAX = 4_000;
const BATCH_MAX = 1_000;

/**
 * Small batches begin at least this far apart: a transaction costs the same for one event as for
 * twenty, and these milliseconds are not missed.
 */
const SMALL_BATCH_MS = 20;
const SMALL_BATCH_MAX = 200;

/** How often an idle view looks whether the store went on without it. */
const IDLE_MS = 500;

/** The view was lost with the database connection, perhaps to another process. */
export class ViewLost extends Error {
  override readonly name = 'ViewLost';
}

/** The time during which this process owns one view; everything is written here. */
export class Session {
  readonly #inbox = new Inbox<Arrival>(INBOX_MAX);
  #ended = false;

  private constructor(
    private readonly target: Target,
    private readonly store: EventStore,
    private readonly writer: ViewWriter,
  ) {}

  static async open(
    target: Target,
    store: EventStore,
    onSetAside: (aside: SetAside) => void,
  ): Promise<Session> {
    return new Session(target, store, await ViewWriter.open(target, store, onSetAside));
  }

  /** How far the view got. */
  get checkpoint(): Position {
    return this.writer.position;
  }

  /**
   * Where to read on: behind the last event that is known to have been seen. What others wrote from
   * there to the checkpoint is looked at again.
   *
   * @throws StoreDiverged when the store does not have what the view was built from.
   */
  async start(): Promise<Mark | 'start'> {
    const { position, mark } = this.writer;
    if (comparePositions(position, POSITION_START) === 0) return 'start';
    // Views of earlier versions kept no mark.
    const from = mark ?? (await lastMark(this.store, position));
    if (!from) {
      throw new StoreDiverged(
        `the event store is empty, but it was read up to ${formatPosition(position)}`,
      );
    }
    await assertContinues(this.store, from);
    return from;
  }

  /** Resolves when there is room for the next one. */
  async arrive(arrival: Exclude<Arrival, { kind: 'interlude' }>): Promise<void> {
    await this.#inbox.put(arrival);
  }

  /** Runs something after what arrived before it. Rejects when the session ends first. */
  between<Result>(play: (...now: Parameters<MaintenanceTask>) => Promise<Result>): Promise<Result> {
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
    await this.writer.retryAll();
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

  /**
   * Keeps the view as it is until the first interlude was played, time is up or it ends.
   *
   * @returns whether it can go on waiting: nothing was played, and it has not ended.
   */
  async idle(forMs = Infinity): Promise<boolean> {
    await this.writer.reload();
    const endMs = performance.now() + forMs;
    let played = false;
    while (!played && performance.now() < endMs) {
      const arrivals = await this.#inbox.take(IDLE_MS);
      if (arrivals === null) return false;
      try {
        this.#assertOwned();
      } catch (error) {
        abandon(arrivals);
        throw error;
      }
      for (const arrival of arrivals) {
        if (arrival.kind !== 'interlude') continue;
        await this.#play(arrival.play);
        played = true;
      }
    }
    return !played;
  }

  /** What has not been applied is dropped: the next owner reads it again. */
  end(): void {
    this.#ended = true;
    abandon(this.#inbox.end());
  }

  async #apply(arrivals: readonly Arrival[]): Promise<void> {
    let events: RecordedEvent[] = [];
    let to = this.checkpoint;
    const flush = async (): Promise<void> => {
      if (comparePositions(to, this.checkpoint) > 0) await this.writer.apply({ events, to });
      events = [];
    };
    for (const arrival of arrivals) {
      if (arrival.kind === 'interlude' || arrival.kind === 'caught-up') {
        await flush();
        if (arrival.kind === 'interlude') await this.#play(arrival.play);
        else arrival.announce();
        continue;
      }
      to = furthest(arrival, to);
      if (arrival.kind === 'event') events.push(arrival.event);
      if (events.length >= BATCH_MAX) await flush();
    }
    await flush();
  }

  async #play(play: MaintenanceTask): Promise<void> {
    await play(this.target, this.checkpoint);
    await this.writer.reload();
  }

  /**
   * When the store's newest events are none of ours, no message may ever say so, and a reader
   * that waits for their position would wait for ever.
   */
  async #goOnWithStore(): Promise<void> {
    try {
      const head = await lastMark(this.store);
      if (!head || comparePositions(head.position, this.checkpoint) <= 0) return;
      const ours = await newestPosition(this.store, this.target.projection.streamPrefixes);
      if (ours && comparePositions(ours, this.checkpoint) > 0) return;
      await this.writer.apply({ events: [], to: head.position, mark: head });
    } catch (error) {
      if (!(error instanceof EventStoreUnavailable)) throw error;
    }
  }

  /** Also while nothing happens: with the connection went the lock, so others may write now. */
  #assertOwned(): void {
    if (this.target.connection.isReleased) throw new ViewLost('the database connection was lost');
  }
}

/**
 * How far the view is with an arrival. Every event up to there was seen, so one that comes now from
 * before is of another history.
 *
 * @throws StoreDiverged likewise.
 */
function furthest(
  arrival: Extract<Arrival, { kind: 'event' | 'checkpoint' }>,
  reached: Position,
): Position {
  const { position } = arrival.kind === 'event' ? arrival.event : arrival;
  if (comparePositions(position, reached) > 0) return position;
  if (arrival.kind === 'checkpoint') return reached;
  const { id, stream } = arrival.event;
  const where = `event ${id} of ${stream} at ${formatPosition(position)}`;
  throw new StoreDiverged(
    `the event store has another history: ${where} was not there when it was read up to ${formatPosition(reached)}`,
  );
}

async function untilMs(timeMs: number): Promise<void> {
  const waitMs = timeMs - performance.now();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
}

/** Fails the wait for an interlude; after one that was played it changes nothing. */
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
