import {
  type Append,
  type Appended,
  EventStore,
  EventStoreUnavailable,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionMessage,
} from './event-store.js';
import { comparePositions, POSITION_START } from './position.js';
import { type FeedReader, positionOf, SharedFeed } from './shared-feed.js';

/**
 * An event store whose subscribers share one subscription once they are caught up, so that an event
 * is sent and decoded once, however many follow. Each reads its own history before; one that falls
 * far behind reads on its own until it has caught up again.
 */
export class SharedEventStore extends EventStore {
  #feed: SharedFeed | null = null;

  constructor(
    private readonly store: EventStore,
    /** What is shared; subscriptions to anything beyond stay on their own. */
    private readonly streamPrefixes: readonly string[],
  ) {
    super();
  }

  override append(
    stream: string,
    events: readonly NewEvent[],
    expectedRevision: ExpectedRevision,
  ): Promise<Appended> {
    return this.store.append(stream, events, expectedRevision);
  }

  override appendEach(appends: readonly Append[]): Promise<readonly (Appended | Error)[]> {
    return this.store.appendEach(appends);
  }

  override read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent> {
    return this.store.read(stream, options);
  }

  override readAll(options?: ReadAllOptions): AsyncIterable<RecordedEvent> {
    return this.store.readAll(options);
  }

  override subscribe(options: SubscribeOptions): Subscription {
    const { streamPrefixes = [''] } = options;
    const shared = streamPrefixes.every((prefix) =>
      this.streamPrefixes.some((begin) => prefix.startsWith(begin)),
    );
    if (!shared) return this.store.subscribe(options);
    return new SharedSubscription(this.store, options, {
      running: () => (this.#feed?.ended === false ? this.#feed : null),
      begin: (after) => (this.#feed = new SharedFeed(this.store, after, this.streamPrefixes)),
    });
  }

  override close(): Promise<void> {
    return this.store.close();
  }
}

type Feeds = {
  running(): SharedFeed | null;
  begin(after: Position): SharedFeed;
};

type SharedRead = { readonly feed: SharedFeed; readonly reader: FeedReader };

/** Reads on its own, then along with the others. */
class SharedSubscription implements Subscription {
  /** Everything up to here was handed out; unknown before the first message of one from the end. */
  #position: Position | null;
  #caughtUp = false;
  #closed = false;
  #own: Subscription | null = null;
  #along: SharedRead | null = null;

  constructor(
    private readonly store: EventStore,
    private readonly options: SubscribeOptions,
    private readonly feeds: Feeds,
  ) {
    const { after } = options;
    this.#position = after === 'start' ? POSITION_START : after === 'end' ? null : after;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SubscriptionMessage> {
    try {
      while (!this.#closed) {
        yield* this.#readAlone();
        yield* this.#readAlong();
      }
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#along) this.#leave(this.#along);
    await this.#own?.close();
  }

  /** Until there is a feed that goes on where this one stands. */
  async *#readAlone(): AsyncGenerator<SubscriptionMessage> {
    if (this.#mayJoin()) return;
    const after = this.#position ?? this.options.after;
    const own = this.store.subscribe({ ...this.options, after });
    this.#own = own;
    try {
      for await (const message of own) {
        if (message.kind === 'caught-up') this.#caughtUp = true;
        else this.#position = positionOf(message);
        yield message;
        if (this.#closed || this.#mayJoin()) return;
      }
      if (!this.#isClosed()) throw new EventStoreUnavailable('the subscription ended');
    } finally {
      this.#own = null;
      await own.close();
    }
  }

  /** The first subscriber that is caught up may begin the feed. */
  #mayJoin(): boolean {
    if (!this.#position) return false;
    return this.feeds.running()?.covers(this.#position) ?? this.#caughtUp;
  }

  /** Until it is left behind, closed, or the feed ends. */
  async *#readAlong(): AsyncGenerator<SubscriptionMessage> {
    if (this.#isClosed() || !this.#position || !this.#mayJoin()) return;
    const feed = this.feeds.running() ?? this.feeds.begin(this.#position);
    const along = { feed, reader: feed.join() };
    this.#along = along;
    try {
      while (!this.#isClosed() && !feed.ended) {
        yield* this.#takeAll(along);
        if (feed.hasLost(along.reader)) break;
        await feed.news(along.reader);
      }
    } finally {
      this.#leave(along);
    }
    this.#caughtUp = false;
  }

  async *#takeAll({ feed, reader }: SharedRead): AsyncGenerator<SubscriptionMessage> {
    let passed: Position | null = null;
    for (let message = feed.take(reader); message; message = feed.take(reader)) {
      const position = positionOf(message);
      if (this.#hasSeen(position)) continue;
      this.#position = position;
      passed = this.#isMine(message) ? null : position;
      if (passed === null) yield message;
      if (this.#isClosed()) return;
    }
    if (feed.hasLost(reader)) return;
    if (passed) yield { kind: 'checkpoint', position: passed };
    if (this.#caughtUp || !feed.isLive) return;
    this.#caughtUp = true;
    yield { kind: 'caught-up' };
  }

  #hasSeen(position: Position): boolean {
    return this.#position !== null && comparePositions(position, this.#position) <= 0;
  }

  #isMine(message: SubscriptionMessage): boolean {
    if (message.kind !== 'event') return true;
    const { streamPrefixes } = this.options;
    return streamPrefixes?.some((prefix) => message.event.stream.startsWith(prefix)) ?? true;
  }

  /** A method, since the flag may change during every wait. */
  #isClosed(): boolean {
    return this.#closed;
  }

  #leave({ feed, reader }: SharedRead): void {
    this.#along = null;
    feed.leave(reader);
  }
}
