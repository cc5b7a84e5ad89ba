import fc from 'fast-check';
import { InMemoryEventStore } from '../../../test/support/in-memory-event-store.js';
import {
  EventStoreUnavailable,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionMessage,
} from './event-store.js';
import { follow } from './follow.js';
import { SharedEventStore } from './shared-event-store.js';

/** Counts the subscriptions that are really open, and breaks them on request. */
class CountingStore extends InMemoryEventStore {
  readonly open = new Set<() => void>();

  override subscribe(options: SubscribeOptions): Subscription {
    const inner = super.subscribe(options);
    let broken = false;
    const cut = (): void => {
      broken = true;
      void inner.close();
    };
    this.open.add(cut);
    const forget = (): boolean => this.open.delete(cut);
    async function* messages(): AsyncGenerator<SubscriptionMessage> {
      yield* inner;
      if (broken) throw new EventStoreUnavailable('cut');
    }
    const close = (): Promise<void> => {
      forget();
      return inner.close();
    };
    return Object.assign(messages(), { close });
  }

  cutAll(): void {
    for (const cut of this.open) cut();
    this.open.clear();
  }
}

describe('subscribers to shared event streams', () => {
  it('read one subscription together once they are caught up', async () => {
    const { counting, shared } = await started(100);
    const followers = Array.from({ length: 4 }, () => new Follower(shared, ['payment-']));
    await all(followers, (follower) => follower.has(100));
    await write(counting, 50);
    await all(followers, (follower) => follower.has(150));
    expect(counting.open.size).toBe(1);
    await stop(followers);
    await eventually(() => counting.open.size === 0);
  });

  it('see only their own streams, and how far the others went', async () => {
    const { counting, shared } = await started(10, ['payment-', 'policy-']);
    const own = new Follower(shared, ['policy-']);
    const other = new Follower(shared, ['payment-']);
    await all([other], (follower) => follower.has(10));
    await write(counting, 30);
    await all([other], (follower) => follower.has(40));
    await eventually(() => own.reached === 40n);
    expect(own.seen).toEqual([]);
    await stop([own, other]);
  });

  it('are not held up for long by a slow one, which misses nothing', async () => {
    const { counting, shared } = await started(1);
    const quick = new Follower(shared, ['payment-']);
    const slow = new Follower(shared, ['payment-'], { untilTold: true });
    await all([quick], (follower) => follower.has(1));
    await write(counting, 5_000);
    await all([quick], (follower) => follower.has(5_001));
    slow.goOn();
    await all([slow], (follower) => follower.has(5_001));
    await stop([quick, slow]);
  });

  it('go on where they were after a lost connection', async () => {
    const { counting, shared } = await started(10);
    const followers = Array.from({ length: 3 }, () => new Follower(shared, ['payment-']));
    await all(followers, (follower) => follower.has(10));
    counting.cutAll();
    await write(counting, 10);
    await all(followers, (follower) => follower.has(20));
    await stop(followers);
  });

  it('end when they are closed while they handle an event and others read on', async () => {
    const { counting, shared } = await started(10);
    const other = new Follower(shared, ['payment-']);
    const closed = new Follower(shared, ['payment-']);
    await all([other, closed], (follower) => follower.has(10));
    const handling = closed.hold();
    await write(counting, 1);
    await handling;
    const stopped = closed.stop();
    closed.goOn();
    await stopped;
    expect(closed.seen).toHaveLength(11);
    await stop([other]);
  });

  it('each get every event of theirs once and in order, whenever they come and go', async () => {
    const arrival = fc.record({
      after: fc.nat(60),
      cut: fc.boolean(),
      wait: fc.nat(3),
      writes: fc.nat(30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(arrival, { minLength: 1, maxLength: 6 }), async (arrivals) => {
        const { counting, shared } = await started(60);
        const followers: Follower[] = [];
        for (const { after, cut, wait, writes } of arrivals) {
          followers.push(new Follower(shared, ['payment-'], { after: BigInt(after) }));
          for (let turn = 0; turn < wait; turn += 1) await turned();
          await write(counting, writes);
          if (cut) counting.cutAll();
        }
        const total = counting.events.length;
        await all(followers, (follower) => follower.has(total - follower.after));
        await stop(followers);
        await eventually(() => counting.open.size === 0);
      }),
      { numRuns: 25 },
    );
  });
});

type Manner = { readonly after?: bigint; readonly untilTold?: boolean };

/** Follows until it is stopped, and complains about a gap or a repeat. */
class Follower {
  readonly seen: bigint[] = [];
  readonly after: number;
  reached = 0n;
  goOn: () => void = () => undefined;
  #told = Promise.resolve();
  #holds: () => void = () => undefined;
  readonly #stopping = new AbortController();
  readonly #following: Promise<void>;

  constructor(
    store: SharedEventStore,
    streamPrefixes: readonly string[],
    { after = 0n, untilTold = false }: Manner = {},
  ) {
    this.after = Number(after);
    if (untilTold) void this.hold();
    this.#following = follow(store, {
      after: { commit: after, prepare: after },
      streamPrefixes,
      signal: this.#stopping.signal,
      onEvent: async ({ position: { commit } }) => {
        if (commit <= (this.seen.at(-1) ?? after)) throw new Error(`repeated ${commit}`);
        this.seen.push(commit);
        this.reached = commit;
        this.#holds();
        await this.#told;
      },
      onCheckpoint: ({ commit }) => {
        this.reached = commit;
      },
    });
    this.#following.catch(() => undefined);
  }

  /** Handles its next event until `goOn` is called. Resolves when it has begun to. */
  hold(): Promise<void> {
    this.#told = new Promise((resolve) => (this.goOn = resolve));
    return new Promise((resolve) => (this.#holds = resolve));
  }

  has(events: number): boolean {
    return this.seen.length >= events;
  }

  /** @throws what it complained about. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#following;
  }
}

async function started(events: number, prefixes: readonly string[] = ['payment-']) {
  const counting = new CountingStore();
  await write(counting, events);
  return { counting, shared: new SharedEventStore(counting, prefixes) };
}

async function write(store: InMemoryEventStore, events: number): Promise<void> {
  const first = store.events.length;
  for (let index = first; index < first + events; index += 1) {
    const event = { id: `event-${index}`, type: 'Happened', data: {}, metadata: {} };
    await store.append(`payment-${index % 7}`, [event], 'any');
  }
}

async function all(
  followers: readonly Follower[],
  arrived: (follower: Follower) => boolean,
): Promise<void> {
  await eventually(() => followers.every(arrived));
}

async function stop(followers: readonly Follower[]): Promise<void> {
  for (const follower of followers) await follower.stop();
}

/** @throws Error when it does not come true in ten seconds. */
async function eventually(isTrue: () => boolean): Promise<void> {
  const deadlineMs = Date.now() + 10_000;
  while (!isTrue()) {
    if (Date.now() > deadlineMs) throw new Error('it did not become true in time');
    await turned();
  }
}

function turned(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
