import type { AnyEvent } from '#event-shapes';
import { eventually } from '../../../test/support/eventually.js';
import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import {
  EventStoreUnavailable,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
  StoreDiverged,
  type Subscription,
  type SubscriptionMessage,
} from './event-store.js';
import { FoldedStream } from './folded-stream.js';
import type { StreamType } from './stream-type.js';

const STREAM = 'policy-x';

/** What a stream comes to is the types of its events. */
const TYPES: StreamType<AnyEvent, readonly string[]> = {
  initial: [],
  evolve: (state, { type }) => {
    if (type === 'broken') throw new RangeError('cannot be folded');
    return [...state, type];
  },
  upcast: (type, data) => ({ type, data: data as object }),
};

let store: WatchedStore;
let folded: FoldedStream<AnyEvent, readonly string[]>;
let failures: unknown[];

beforeEach(() => {
  store = new WatchedStore();
  failures = [];
  folded = new FoldedStream(store, {
    stream: STREAM,
    type: TYPES,
    onLost: (error) => failures.push(error),
    onFailed: (error) => failures.push(error),
  });
});

afterEach(async () => {
  await folded.close();
  expect(store.open).toBe(0);
});

describe('a folded stream', () => {
  it('is its initial state before the first event', async () => {
    expect(await folded.current()).toEqual([]);
  });

  it('has read everything at first use, and nothing of other streams', async () => {
    await write(STREAM, 'a', 'b');
    await write(`${STREAM}-2`, 'other');
    await write(STREAM, 'c');
    expect(await folded.current()).toEqual(['a', 'b', 'c']);
  });

  it('includes events that come after its first use', async () => {
    await write(STREAM, 'a');
    await folded.current();
    await write(`${STREAM}-2`, 'other', 'other', 'other');
    await write(STREAM, 'b');
    await untilSeen(2);
    await write(STREAM, 'c');
    await untilSeen(3);
    expect(await folded.current()).toEqual(['a', 'b', 'c']);
  });

  it('folds once what is written while it reads', async () => {
    await write(STREAM, 'a');
    store.beforeRead = () => write(STREAM, 'b');
    store.afterRead = () => write(STREAM, 'c');
    expect((await folded.current()).slice(0, 2)).toEqual(['a', 'b']);
    await write(STREAM, 'd');
    await untilSeen(4);
    expect(await folded.current()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is read once, however many use it first at the same time', async () => {
    await write(STREAM, 'a');
    await Promise.all([folded.current(), folded.current()]);
    await folded.current();
    expect(store.reads).toBe(1);
    await eventually(() => store.subscriptions === 1);
  });

  it('is read again at the next use when its first was not read to the end', async () => {
    await write(STREAM, 'a', 'b');
    store.breakAfter = 1;
    const both = [folded.current(), folded.current()];
    for (const each of both) await expect(each).rejects.toThrow(EventStoreUnavailable);
    expect(store.subscriptions).toBe(0);
    expect(await folded.current()).toEqual(['a', 'b']);
    await eventually(() => store.subscriptions === 1);
  });

  it('stays what it was, and says so, from an event on that cannot be folded', async () => {
    await write(STREAM, 'a');
    await folded.current();
    await write(STREAM, 'broken', 'b');
    await eventually(() => failures.length > 0);
    expect(failures).toEqual([new RangeError('cannot be folded')]);
    expect(await folded.current()).toEqual(['a']);
  });

  it('is read again when the store it finds again has another history', async () => {
    await write(STREAM, 'a', 'b');
    await folded.current();
    store.forget();
    await write(STREAM, 'c');
    store.loseConnections();
    await eventually(() => failures.some((failure) => failure instanceof StoreDiverged));
    expect(await folded.current()).toEqual(['c']);
    await write(STREAM, 'd');
    await untilSeen(2);
    expect(await folded.current()).toEqual(['c', 'd']);
  });

  it('is closed while it is read as well as before', async () => {
    let isRead = false;
    store.afterRead = async () => {
      await turns(10);
      isRead = true;
    };
    const reading = folded.current();
    await folded.close();
    expect(isRead).toBe(true);
    expect(store.open).toBe(0);
    expect(await reading).toEqual([]);
    await write(STREAM, 'a');
    await turns(10);
    expect(await folded.current()).toEqual([]);
  });
});

let written = 0;

async function write(stream: string, ...types: string[]): Promise<void> {
  const events = types.map((type) => ({ id: String(written++), type, data: null, metadata: {} }));
  await store.append(stream, events, 'any');
}

async function untilSeen(count: number): Promise<void> {
  await eventually(async () => (await folded.current()).length >= count);
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Counts what is asked of it, and breaks off when told to. */
class WatchedStore extends InMemoryEventStore {
  readonly #lose: (() => void)[] = [];
  reads = 0;
  subscriptions = 0;
  /** Subscriptions that were not closed. */
  open = 0;
  /** So many events into the next read the connection is lost. */
  breakAfter = Infinity;
  beforeRead: () => Promise<void> = () => Promise.resolve();
  afterRead: () => Promise<void> = () => Promise.resolve();

  override async *read(stream: string, options?: ReadOptions): AsyncIterable<RecordedEvent> {
    this.reads += 1;
    await this.beforeRead();
    let count = 0;
    for await (const event of super.read(stream, options)) {
      if (count === this.breakAfter) {
        this.breakAfter = Infinity;
        throw new EventStoreUnavailable('away');
      }
      yield event;
      count += 1;
    }
    await this.afterRead();
  }

  loseConnections(): void {
    for (const lose of this.#lose.splice(0)) lose();
  }

  override subscribe(options: SubscribeOptions): Subscription {
    this.subscriptions += 1;
    this.open += 1;
    const subscription = super.subscribe(options);
    let isOpen = true;
    let isLost = false;
    this.#lose.push(() => {
      isLost = true;
      void subscription.close();
    });
    async function* messages(): AsyncGenerator<SubscriptionMessage> {
      yield* subscription;
      if (isLost) throw new EventStoreUnavailable('away');
    }
    return {
      [Symbol.asyncIterator]: messages,
      close: async () => {
        if (isOpen) this.open -= 1;
        isOpen = false;
        await subscription.close();
      },
    };
  }
}
