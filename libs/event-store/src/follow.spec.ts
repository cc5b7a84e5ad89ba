import { jest } from '@jest/globals';
import {
  type EventStore,
  EventStoreUnavailable,
  type Position,
  type ReadAllOptions,
  type RecordedEvent,
  StoreDiverged,
  type SubscribeOptions,
  type Subscription,
  type SubscriptionMessage,
} from './event-store.js';
import { follow, followOn, type FollowOptions } from './follow.js';

describe('follow', () => {
  it('hands over events, checkpoints and the end of history in order', async () => {
    const store = new ScriptedStore([[event(1), checkpoint(5), CAUGHT_UP, event(6)]]);
    const { seen } = await followUntil(store, 4);
    expect(seen).toEqual(['event 1', 'checkpoint 5', 'caught up', 'event 6']);
  });

  it('subscribes again behind the last event when the connection is lost', async () => {
    const store = new ScriptedStore([
      [event(1), event(2), LOST],
      [checkpoint(9), LOST],
      [event(10)],
    ]);
    const { seen, lost } = await followUntil(store, 4);
    expect(seen).toEqual(['event 1', 'event 2', 'checkpoint 9', 'event 10']);
    expect(store.askedAfter).toEqual([0n, 2n, 2n]);
    expect(lost).toHaveLength(2);
  });

  it('subscribes again behind an event of others when its own are long ago', async () => {
    const store = new ScriptedStore([[event(1), checkpoint(9), LOST], [event(10)]]);
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => store.nowMs);
    await followUntil(store, 3, { onCheckpoint: () => (store.nowMs += 2_000) });
    clock.mockRestore();
    expect(store.askedAfter).toEqual([0n, 9n]);
  });

  it.each([
    ['ends before it', { end: 1n }],
    ['has another event there', { idOf: () => 'another' }],
  ])('says so when the store it finds again %s, instead of waiting for more', async (_, change) => {
    const store = new ScriptedStore([[event(1), event(2), LOST], [event(3)]]);
    const following = followUntil(store, 3, { onLost: () => Object.assign(store, change) });
    await expect(following).rejects.toThrow(StoreDiverged);
    expect(store.askedAfter).toEqual([0n]);
  });

  it('waits longer with every failure in a row, and starts over after a success', async () => {
    const store = new ScriptedStore([[LOST], [LOST], [event(1), LOST], [event(2)]]);
    const { lost } = await followUntil(store, 2);
    expect(lost).toEqual([100, 200, 100]);
  });

  it('starts at the end that was when it began, even if the first connection is lost', async () => {
    const store = new ScriptedStore([[LOST], [event(8)]]);
    store.end = 7n;
    await followUntil(store, 1, { after: 'end' });
    expect(store.askedAfter).toEqual([7n, 7n]);
  });

  it("throws what a handler throws, and does not take it for the store's", async () => {
    const store = new ScriptedStore([[event(1)]]);
    const failure = new EventStoreUnavailable('from the handler');
    const following = follow(store.asStore(), {
      after: 'start',
      signal: new AbortController().signal,
      onEvent: () => Promise.reject(failure),
    });
    await expect(following).rejects.toBe(failure);
    expect(store.askedAfter).toHaveLength(1);
    expect(store.closed).toBe(1);
  });

  it('ends when its signal aborts, even while it waits for an event', async () => {
    const store = new ScriptedStore([[CAUGHT_UP]]);
    const stop = new AbortController();
    await follow(store.asStore(), {
      after: 'start',
      signal: stop.signal,
      onEvent: () => undefined,
      onCaughtUp: () => {
        setImmediate(() => stop.abort());
      },
    });
    expect(store.closed).toBeGreaterThan(0);
  });
});

const LOST = 'lost';
const CAUGHT_UP: SubscriptionMessage = { kind: 'caught-up' };

const at = (number: bigint): Position => ({ commit: number, prepare: number });

describe('following on', () => {
  it('begins again after every failure of a handler, until it is stopped', async () => {
    const stop = new AbortController();
    const failures: unknown[] = [];
    let begun = 0;
    const begin = async (): Promise<void> => {
      begun += 1;
      await Promise.resolve();
      if (begun < 3) throw new Error(`disk full, ${begun}`);
      stop.abort();
    };
    await followOn(stop.signal, begin, (error) => failures.push(String(error)));
    expect(begun).toBe(3);
    expect(failures).toEqual(['Error: disk full, 1', 'Error: disk full, 2']);
  });

  it('is stopped while it waits', async () => {
    const stop = new AbortController();
    const failing = () => Promise.reject(new Error('disk full'));
    await followOn(stop.signal, failing, () => stop.abort());
    expect(stop.signal.aborted).toBe(true);
  });
});

function event(number: number): SubscriptionMessage {
  const recorded = { id: `event ${number}`, position: at(BigInt(number)) } as RecordedEvent;
  return { kind: 'event', event: recorded };
}

function checkpoint(number: number): SubscriptionMessage {
  return { kind: 'checkpoint', position: at(BigInt(number)) };
}

/** Each subscription plays one script; one that ends without LOST waits to be closed. */
class ScriptedStore {
  readonly askedAfter: (bigint | string)[] = [];
  closed = 0;
  nowMs = 0;
  end = 100n;
  idOf = (position: bigint): string => `event ${position}`;

  constructor(private readonly scripts: (readonly (SubscriptionMessage | typeof LOST)[])[]) {}

  asStore(): EventStore {
    return this as unknown as EventStore;
  }

  async *readAll({ from }: ReadAllOptions): AsyncGenerator<RecordedEvent> {
    const commit = typeof from === 'object' ? from.commit : this.end;
    yield { id: this.idOf(commit), position: at(commit) } as RecordedEvent;
  }

  subscribe({ after }: SubscribeOptions): Subscription {
    this.askedAfter.push(typeof after === 'string' ? after : after.commit);
    const script = this.scripts.shift() ?? [];
    const closing = new AbortController();
    const closed = new Promise((resolve) => {
      closing.signal.addEventListener('abort', resolve);
    });
    return {
      close: async () => {
        this.closed += 1;
        closing.abort();
      },
      async *[Symbol.asyncIterator]() {
        for (const message of script) {
          if (message === LOST) throw new EventStoreUnavailable('lost');
          yield message;
        }
        await closed;
      },
    };
  }
}

/** Follows until so many messages were seen; waiting takes no time. */
async function followUntil(
  store: ScriptedStore,
  count: number,
  manner: { after?: FollowOptions['after']; onCheckpoint?: () => void; onLost?: () => void } = {},
) {
  const { after = 'start', onCheckpoint, onLost } = manner;
  const seen: string[] = [];
  const lost: number[] = [];
  const stop = new AbortController();
  const see = (text: string) => {
    seen.push(text);
    if (seen.length === count) stop.abort();
  };
  await follow(store.asStore(), {
    after,
    signal: stop.signal,
    onEvent: ({ position }) => see(`event ${position.commit}`),
    onCheckpoint: ({ commit }) => {
      onCheckpoint?.();
      see(`checkpoint ${commit}`);
    },
    onCaughtUp: () => see('caught up'),
    onLost: (_error, retryMs) => {
      onLost?.();
      lost.push(retryMs);
    },
  });
  return { seen, lost };
}
