import {
  jsonEvent,
  NO_STREAM,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import type { StoreMetrics } from '#embedded-event-store';
import { eventually } from '../support/eventually.js';
import { aStream, ServedStore, someEvents, take } from './event-store-fixture.js';

describe("the embedded store's metrics", () => {
  let served: ServedStore;

  beforeEach(async () => {
    served = await ServedStore.start(100_000);
  });

  afterEach(async () => {
    await served.stop();
  });

  it('count what is appended, and what is refused by reason', async () => {
    const { client } = served;
    const before = metrics();
    const stream = aStream();
    await client.appendToStream(stream, someEvents(3));
    await client.appendToStream(stream, someEvents(2));
    const refused = client.appendToStream(stream, someEvents(1), { expectedRevision: NO_STREAM });
    await expect(refused).rejects.toThrow();
    const large = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(100_000) } });
    await expect(client.appendToStream(stream, large)).rejects.toThrow();
    const credentials = { username: 'any', password: 'any' };
    await expect(client.appendToStream(stream, large, { credentials })).rejects.toThrow();
    await client.tombstoneStream(stream);
    await expect(client.appendToStream(stream, someEvents(1))).rejects.toThrow();
    const after = metrics();
    expect(after.appends - before.appends).toBe(3);
    expect(after.appendedEvents - before.appendedEvents).toBe(6);
    expect(after.appendedBytes - before.appendedBytes).toBeGreaterThan(5 * 10);
    expect(after.position - before.position).toBe(6);
    expect(after.refusedAppends).toEqual({ conflict: 1, deleted: 1, 'too-large': 2, failed: 0 });
  });

  it('tell how large commits are, and how long they take', async () => {
    const before = metrics();
    await served.client.appendToStream(aStream(), someEvents(40));
    const { commitEvents, commitMs } = metrics();
    expect(commitEvents.sum - before.commitEvents.sum).toBe(40);
    const commits = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
    expect(commits(commitMs.counts)).toBe(commits(commitEvents.counts));
    expect(commits(commitMs.counts)).toBeGreaterThan(commits(before.commitMs.counts));
    expect(commitMs.sum).toBeGreaterThan(0);
  });

  it('count reads and open subscriptions, here and through the door', async () => {
    const { client, embedded } = served;
    const stream = aStream();
    await client.appendToStream(stream, someEvents(5));
    const before = metrics();
    await take(client.readStream(stream));
    for await (const { revision } of embedded.read(stream)) expect(revision).toBeLessThan(5n);
    await take(client.readAll({ maxCount: 2 }));
    const after = metrics();
    expect(after.reads).toEqual({
      stream: before.reads.stream + 2,
      all: before.reads.all + 1,
    });
    expect(after.readEvents - before.readEvents).toBe(12);

    const subscriptions = [client.subscribeToStream(stream), client.subscribeToAll()];
    const local = embedded.subscribe({ after: 'start' });
    await local[Symbol.asyncIterator]().next();
    await eventually(() => metrics().subscriptions.stream === 1);
    await eventually(() => metrics().subscriptions.all === 2);
    await Promise.all(subscriptions.map((subscription) => subscription.unsubscribe()));
    await eventually(() => metrics().subscriptions.stream + metrics().subscriptions.all === 1);
  });

  it('tell how far each persistent subscription is behind', async () => {
    const { client } = served;
    const stream = aStream();
    await client.appendToStream(stream, someEvents(10));
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START });
    await client.createPersistentSubscriptionToStream(stream, 'group', settings);
    const group = () => metrics().persistentGroups[0];
    expect(group()).toEqual({
      stream,
      group: 'group',
      lag: 10,
      inFlight: 0,
      parked: 0,
      consumers: 0,
    });

    const subscription = client.subscribeToPersistentSubscriptionToStream(stream, 'group');
    let seen = 0;
    subscription.on('data', (event) => {
      seen += 1;
      if (seen === 1) void subscription.nack('park', 'no good', event);
      else if (seen < 8) void subscription.ack(event);
    });
    subscription.on('error', () => undefined);
    await eventually(() => seen === 10 && group()?.inFlight === 3);
    await eventually(() => group()?.parked === 1);
    expect(group()).toMatchObject({ lag: 3, consumers: 1 });
    await subscription.unsubscribe();
    await client.deletePersistentSubscriptionToStream(stream, 'group');
    expect(metrics().persistentGroups).toEqual([]);
  });

  const metrics = (): StoreMetrics => served.embedded.metrics();
});
