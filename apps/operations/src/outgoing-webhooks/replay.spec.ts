import { formatPosition, parsePosition } from '#event-store';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import type { KnownEndpoint } from './delivery.js';
import type { OutgoingWebhooks } from './outgoing-webhooks.js';
import { replay, type ReplayResult } from './replay.js';

const EVENTS = 7;
const BOUNDS = { events: 100, lookMs: 600_000, waiting: 100 };

let store: InMemoryEventStore;
let waiting: string[];

beforeEach(async () => {
  [store, waiting] = [new InMemoryEventStore(), []];
  for (let i = 0; i < EVENTS; i += 1) {
    const event = { id: crypto.randomUUID(), type: 'PaymentCaptured', data: {}, metadata: {} };
    await store.append(`payment-${i}`, [event], 'no-stream');
  }
});

describe('a replay', () => {
  it.each([
    ['looks at so many events', { events: 3 }],
    ['looks for so long', { lookMs: 0 }],
    ['lets so many messages wait', { waiting: 3 }],
  ])('%s, and goes on where the one before ended', async (_bound, bound) => {
    let from = '0/0';
    const queued: number[] = [];
    for (let request = 0; request < 20; request += 1) {
      const replayed = await replayFrom(from, { ...BOUNDS, ...bound });
      queued.push(replayed.queued);
      if (replayed.nextPosition === null) break;
      expect(parsePosition(replayed.nextPosition)).not.toEqual(parsePosition(from));
      from = replayed.nextPosition;
      sent.push(...waiting.splice(0));
    }
    sent.push(...waiting);
    expect(Math.max(...queued)).toBeLessThan(EVENTS);
    expect(queued.reduce((sum, count) => sum + count, 0)).toBe(EVENTS);
    expect(sent).toEqual([...new Set(sent)]);
  });

  it('queues nothing while too much waits', async () => {
    waiting = ['one', 'two', 'three'];
    const { queued, nextPosition } = await replayFrom('0/0', { ...BOUNDS, waiting: 3 });
    expect([queued, nextPosition]).toEqual([0, formatPosition(await firstPosition())]);
  });
});

const sent: string[] = [];

beforeEach(() => {
  sent.length = 0;
});

function replayFrom(fromPosition: string, bounds: typeof BOUNDS): Promise<ReplayResult> {
  const webhooks = {
    feed: { deliveriesOf: (event: { readonly id: string }) => Promise.resolve([event.id]) },
    queue: {
      isAside: () => false,
      waitingCount: () => waiting.length,
      add: (ids: readonly string[]) => {
        waiting.push(...ids);
        return Promise.resolve();
      },
    },
    settings: { now: () => 0 },
  } as unknown as OutgoingWebhooks;
  const known = { endpoint: { endpointId: 'e1' } } as KnownEndpoint;
  return replay(store, webhooks, { known, fromPosition }, bounds);
}

async function firstPosition(): Promise<ReturnType<typeof parsePosition>> {
  for await (const { position } of store.readAll({ maxCount: 1 })) return position;
  throw new RangeError('no event');
}
