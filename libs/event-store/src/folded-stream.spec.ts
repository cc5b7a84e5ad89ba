import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import {
  EventStoreUnavailable,
  type ReadOptions,
  type RecordedEvent,
  type SubscribeOptions,
  type Subscription,
} from './event-store.js';
import { FoldedStream } from './folded-stream.js';

const STREAM = 'policy-x';

let store: WatchedStore;
let folded: FoldedStream<readonly string[]>;
let failures: unknown[];

beforeEach(() => {
  store = new WatchedStore();
  failures = [];
  folded = new FoldedStream<readonly string[]>(store, {
    stream: STREAM,
    initial: [],
    evolve: (state, { type }) => {
      if (type === 'broken') throw new RangeError('cannot be folded');
      return [...state, type];
    },
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

  it('sees later events without being made anew', async () => {
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
    expect(store.subscriptions).toBe(1);
  });

  it('is read again at the next use when its first was not read to the end', async () => {
    await write(STREAM, 'a', 'b');
    store.breakAfter = 1;
    const both = [folded.current(), folded.current()];
    for (const each of both) await expect(each).rejects.toThrow(EventStoreUnavailable);
    expect(store.subscriptions).toBe(0);
    expect(await folded.current()).toEqual(['a', 'b']);
    expect(store.subscriptions).toBe(1);
  });

  it('stays what it was, and says so, from an event on that cannot be folded', async () => {
    await write(STREAM, 'a');
    await folded.current();
    await write(STREAM, 'broken', 'b');
    await until(() => failures.length > 0);
    expect(failures).toEqual([new RangeError('cannot be folded')]);
    expect(await folded.current()).toEqual(['a']);
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

function untilSeen(count: number): Promise<void> {
  return until(async () => (await folded.current()).length >= count);
}

/** Gives up after a while, so that what is expected then fails. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_000 && !(await condition()); tries += 1) await turns(1);
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Counts what is asked of it, and breaks off when told to. */
class WatchedStore extends InMemoryEventStore {
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

  override subscribe(options: SubscribeOptions): Subscription {
    this.subscriptions += 1;
    this.open += 1;
    const subscription = super.subscribe(options);
    let isOpen = true;
    return {
      [Symbol.asyncIterator]: () => subscription[Symbol.asyncIterator](),
      close: async () => {
        if (isOpen) this.open -= 1;
        isOpen = false;
        await subscription.close();
      },
    };
  }
}
