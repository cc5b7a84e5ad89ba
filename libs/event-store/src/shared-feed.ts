import type { EventStore, Position, SubscriptionMessage } from './event-store.js';
import { comparePositions } from './position.js';

/** What carries a position; being caught up is a state of the feed, not a message of it. */
export type FeedMessage = Exclude<SubscriptionMessage, { kind: 'caught-up' }>;

/** Messages kept, so that readers may be a little apart and others may still join. */
const KEPT_MAX = 2_048;
/** Dropped at once when there are too many. */
const DROPPED = KEPT_MAX / 4;
/** How long everybody waits for the slowest reader before it is left behind. */
const PATIENCE_MS = 1_000;

/** One who reads along. */
export type FeedReader = {
  /** Number of the next message it takes, counted from the feed's first. */
  next: number;
  /** How much had happened when it last looked, so that nothing happens unnoticed. */
  seen: number;
  wake(): void;
};

/** One subscription that is read once, for all who follow the same streams. */
export class SharedFeed {
  readonly #readers = new Set<FeedReader>();
  readonly #subscription;
  #kept: FeedMessage[] = [];
  /** Number of the first message kept; `#begin` is the position before it. */
  #first = 0;
  #begin: Position;
  #live = false;
  #happened = 0;
  #ended = false;
  #error: Error | null = null;
  #madeRoom = (): void => undefined;

  constructor(store: EventStore, after: Position, streamPrefixes: readonly string[]) {
    this.#begin = after;
    this.#subscription = store.subscribe({ after, streamPrefixes });
    void this.#run();
  }

  /** Whether it can be joined no more. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Whether everything after a position is kept, or still to come. */
  covers(position: Position): boolean {
    return !this.#ended && comparePositions(position, this.#begin) >= 0;
  }

  /** For a position that it covers. Hands out messages from before the position as well. */
  join(): FeedReader {
    const reader: FeedReader = { next: this.#first, seen: 0, wake: () => undefined };
    this.#readers.add(reader);
    return reader;
  }

  /** The last one to leave ends it. */
  leave(reader: FeedReader): void {
    this.#readers.delete(reader);
    reader.wake();
    this.#madeRoom();
    if (this.#readers.size > 0) return;
    this.#end();
    void this.#subscription.close();
  }

  /** Whether what it would take next is kept no more. */
  hasLost(reader: FeedReader): boolean {
    return reader.next < this.#first;
  }

  /** Undefined when nothing new has come. */
  take(reader: FeedReader): FeedMessage | undefined {
    reader.seen = this.#happened;
    const message = this.#kept[reader.next - this.#first];
    if (!message) return undefined;
    reader.next += 1;
    this.#madeRoom();
    return message;
  }

  /** Whether one who has taken everything has also seen everything there is. */
  get isLive(): boolean {
    return this.#live;
  }

  /**
   * Waits until something has happened since the reader last took, or until it has left: one that
   * left before it waits would be woken by nothing.
   *
   * @throws what ended the subscription.
   */
  async news(reader: FeedReader): Promise<void> {
    if (!this.#readers.has(reader)) return;
    if (!this.#ended && reader.seen === this.#happened) {
      await new Promise<void>((resolve) => (reader.wake = resolve));
    }
    if (this.#error !== null) throw this.#error;
  }

  async #run(): Promise<void> {
    try {
      for await (const message of this.#subscription) {
        if (message.kind === 'caught-up') this.#live = true;
        else {
          if (this.#kept.length >= KEPT_MAX) await this.#dropOldest();
          this.#kept.push(message);
        }
        this.#tell();
        if (this.#ended) break;
      }
    } catch (error) {
      this.#error = error instanceof Error ? error : new Error(String(error));
    } finally {
      this.#end();
    }
  }

  #end(): void {
    this.#ended = true;
    this.#tell();
  }

  #tell(): void {
    this.#happened += 1;
    for (const reader of this.#readers) reader.wake();
  }

  async #dropOldest(): Promise<void> {
    const first = this.#first + DROPPED;
    const deadlineMs = performance.now() + PATIENCE_MS;
    for (let leftMs = PATIENCE_MS; leftMs > 0; leftMs = deadlineMs - performance.now()) {
      if ([...this.#readers].every(({ next }) => next >= first)) break;
      await this.#room(leftMs);
    }
    const last = this.#kept[DROPPED - 1];
    if (last) this.#begin = positionOf(last);
    this.#kept = this.#kept.slice(DROPPED);
    this.#first = first;
  }

  async #room(waitMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#madeRoom = resolve;
      timer = setTimeout(resolve, waitMs);
    });
    clearTimeout(timer);
    this.#madeRoom = () => undefined;
  }
}

export function positionOf(message: FeedMessage): Position {
  return message.kind === 'event' ? message.event.position : message.position;
}
