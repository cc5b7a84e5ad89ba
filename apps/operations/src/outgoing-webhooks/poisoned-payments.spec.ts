import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedEvent } from '#event-store';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import { DeliveryQueue } from './delivery-queue.js';
import type { Delivery } from './delivery.js';
import type { MessageFeed } from './message-feed.js';
import { PoisonedPayments } from './poisoned-payments.js';

let folder: string;
let queue: DeliveryQueue;
let store: InMemoryEventStore;
let payments: PoisonedPayments;
let isBroken: (event: RecordedEvent) => boolean;
let told: object[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-poisoned-'));
  queue = DeliveryQueue.open(folder);
  store = new InMemoryEventStore();
  isBroken = () => false;
  told = [];
  const feed = {
    deliveriesOf: async (event: RecordedEvent) => {
      await Promise.resolve();
      if (isBroken(event)) throw new RangeError('cannot mix EUR and USD');
      return [deliveryOf(event)];
    },
  };
  payments = new PoisonedPayments(store, queue, feed as unknown as MessageFeed, (facts) => {
    told.push(facts);
  });
});

afterEach(async () => {
  await queue.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a payment one of whose events makes no message', () => {
  it('is set aside and named, with what comes after it', async () => {
    isBroken = ({ type }) => type === 'b';
    expect(await happen('a')).toEqual(['0']);
    expect(await happen('b')).toEqual([]);
    expect(await happen('c')).toEqual([]);
    expect(queue.asides()).toEqual(['payment-1']);
    expect(told).toEqual([
      { stream: 'payment-1', eventType: 'b', revision: '1', reason: 'cannot mix EUR and USD' },
    ]);
  });

  it('gets its messages in order with the next event, once they can be made', async () => {
    isBroken = ({ type }) => type === 'a';
    await happen('a');
    await happen('b');
    isBroken = () => false;
    expect(await happen('c')).toEqual(['0', '1', '2']);
    expect(queue.asides()).toEqual([]);
    expect(await happen('d')).toEqual(['3']);
  });

  it('gets them as far as they can be made', async () => {
    isBroken = ({ type }) => type !== 'b';
    await happen('a');
    await happen('b');
    isBroken = ({ type }) => type === 'c';
    expect(await happen('c')).toEqual(['0', '1']);
    expect(queue.aside('payment-1')).toMatchObject({ revision: '2' });
    isBroken = () => false;
    const { position } = store.events.at(-1) as RecordedEvent;
    const { deliveries, change } = await payments.retry('payment-1', position);
    expect([deliveries.length, change]).toEqual([1, { stream: 'payment-1', aside: null }]);
  });
});

let count = 0;

/** @returns the places in the stream of the messages that it makes. */
async function happen(type: string): Promise<string[]> {
  count += 1;
  const event = { id: `event-${count}`, type, data: {}, metadata: {} };
  await store.append('payment-1', [event], 'any');
  const made = await payments.deliveriesOf(store.events.at(-1) as RecordedEvent);
  await queue.add(made.deliveries, 0, made.change ? { change: made.change } : {});
  return made.deliveries.map(({ order }) => order);
}

function deliveryOf({ id, type, revision }: RecordedEvent): Delivery {
  const lane = { endpointId: 'e1', paymentId: '1', order: revision.toString() };
  return { ...lane, messageId: id, type, body: '', attempts: 0, lastFailure: null };
}
