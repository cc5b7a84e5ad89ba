import {
  BACKWARDS,
  binaryEvent,
  END,
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { eventually } from '../support/eventually.js';
import { aStream, ServedStore, someEvents, take } from './event-store-fixture.js';
import { RawClient } from './event-store-raw-client.js';

/** Where servers of this protocol are easily different from the real one. */
describe("the embedded store's door, like an EventStoreDB server,", () => {
  let served: ServedStore;

  beforeAll(async () => {
    served = await ServedStore.start();
  });

  afterAll(async () => {
    await served.stop();
  });

  describe('expected revisions', () => {
    it('are told with the actual one when a deletion is refused', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(3));
      for (const refused of [
        client.deleteStream(stream, { expectedRevision: 1n }),
        client.tombstoneStream(stream, { expectedRevision: 1n }),
      ]) {
        await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
        await expect(refused).rejects.toMatchObject({
          streamName: stream,
          expectedVersion: 1n,
          actualVersion: 2n,
        });
      }
      const missing = client.deleteStream(aStream(), { expectedRevision: 5n });
      await expect(missing).rejects.toMatchObject({ actualVersion: NO_STREAM });
    });

    it('make repeats certain, also after a restart', async () => {
      const stream = aStream();
      const events = someEvents(3);
      const first = await served.client.appendToStream(stream, events, {
        expectedRevision: NO_STREAM,
      });
      await served.client.appendToStream(stream, someEvents(2));
      await served.restart();
      const repeat = () =>
        served.client.appendToStream(stream, events, { expectedRevision: NO_STREAM });
      expect(await Promise.all([repeat(), repeat()])).toEqual([first, first]);
      const changed = [...events.slice(0, 2), ...someEvents(1)];
      const partly = served.client.appendToStream(stream, changed, { expectedRevision: NO_STREAM });
      await expect(partly).rejects.toBeInstanceOf(WrongExpectedVersionError);
      expect(await take(served.client.readStream(stream))).toHaveLength(5);
    });
  });

  describe('reads', () => {
    it('backwards from beyond the end start at the end', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(3));
      const options = { direction: BACKWARDS, fromRevision: 100n } as const;
      expect(await revisionsOf(stream, options)).toEqual([2n, 1n, 0n]);
    });

    it('forwards from before the first visible event start with it, and behind the end find none', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(5));
      await served.client.setStreamMetadata(stream, { truncateBefore: 3 });
      expect(await revisionsOf(stream, { fromRevision: 1n, maxCount: 2 })).toEqual([3n, 4n]);
      expect(await revisionsOf(stream, { fromRevision: 5n })).toEqual([]);
    });

    it('of $all still show what metadata hides, until it is scavenged', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(4));
      await served.client.setStreamMetadata(stream, { maxCount: 1 });
      const shown = async () => {
        const all = await take(served.client.readAll());
        return all.filter(({ event }) => event?.streamId === stream).length;
      };
      expect(await shown()).toBe(4);
      await served.embedded.scavenge();
      expect(await shown()).toBe(1);
    });

    it('tell when an event was created to the millisecond', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(1));
      const [remote] = await take(served.client.readStream(stream));
      for await (const { recordedAt } of served.embedded.read(stream)) {
        expect(remote?.event?.created.toISOString()).toBe(recordedAt);
      }
    });
  });

  it('writes a deletion as metadata that hides everything', async () => {
    const stream = aStream();
    await served.client.appendToStream(stream, someEvents(2));
    await served.client.deleteStream(stream);
    const [event] = await take(served.client.readStream(`$$${stream}`));
    expect(event?.event).toMatchObject({ type: '$metadata', data: { $tb: 9223372036854775807 } });
  });

  describe('batch appends', () => {
    it('are many at a time on one stream, each with its own answer', async () => {
      const stream = aStream();
      const appends = Array.from({ length: 50 }, (_, index) =>
        served.client.appendToStream(stream, someEvents(2), {
          expectedRevision: index === 0 ? NO_STREAM : BigInt(index * 2 - 1),
        }),
      );
      const revisions = (await Promise.all(appends)).map((result) => result.nextExpectedRevision);
      expect(revisions).toEqual(Array.from({ length: 50 }, (_, index) => BigInt(index * 2 + 1)));
    });

    it('of many frames are one append', async () => {
      const stream = aStream();
      const watched = take(served.client.subscribeToStream(stream), 2_000);
      await served.client.appendToStream(stream, someEvents(2_000), { batchAppendSize: 1_024 });
      expect((await watched).map(({ event }) => event?.revision)).toEqual(
        Array.from({ length: 2_000 }, (_, index) => BigInt(index)),
      );
      const late = served.client.appendToStream(stream, someEvents(2_000), {
        batchAppendSize: 1_024,
        expectedRevision: 7n,
      });
      await expect(late).rejects.toMatchObject({ actualVersion: 1_999n });
    });
  });

  it('refuses a filter that would never report a checkpoint', async () => {
    const raw = new RawClient(served.port);
    const filter = { streamIdentifier: { prefix: ['a'] }, checkpointIntervalMultiplier: 0 };
    const read = raw.read({ all: { start: {} }, subscription: {}, filter });
    await expect(read.next()).rejects.toMatchObject({
      code: 3,
      details: 'checkpointIntervalMultiplier must be at least 1',
    });
    raw.close();
  });

  it('is found by discovery, as a cluster of one', async () => {
    const stream = aStream();
    const client = EventStoreDBClient.connectionString(
      `esdb+discover://localhost:${served.port}?tls=false&nodePreference=leader`,
    );
    await client.appendToStream(stream, someEvents(1), { requiresLeader: true });
    expect(await take(client.readStream(stream))).toHaveLength(1);
    await client.dispose();
    (await client['getChannel']()).close();
  });

  describe('persistent subscriptions', () => {
    const settings = (changes: object = {}) =>
      persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START, ...changes });

    it('are kept in a stream of the system', async () => {
      const stream = aStream();
      await served.client.createPersistentSubscriptionToStream(stream, 'group', settings());
      const backwards = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
      const [config] = await take(
        served.client.readStream('$persistentSubscriptionConfig', backwards),
      );
      expect(JSON.stringify(config?.event?.data)).toContain(stream);
    });

    it('are answered by the link when links are resolved', async () => {
      const { client } = served;
      const [target, links] = [aStream('target'), aStream('links')];
      await client.appendToStream(target, someEvents(2));
      for (const revision of [0, 1]) {
        const data = Buffer.from(`${revision}@${target}`);
        await client.appendToStream(links, binaryEvent({ type: '$>', data }));
      }
      const resolving = settings({ resolveLinkTos: true, checkPointUpperBound: 1 });
      await client.createPersistentSubscriptionToStream(links, 'group', resolving);
      const subscription = client.subscribeToPersistentSubscriptionToStream(links, 'group');
      const seen: unknown[] = [];
      subscription
        .on('error', () => undefined)
        .on('data', (resolved) => {
          seen.push([resolved.event?.streamId, resolved.link?.streamId]);
          void subscription.ack(resolved);
        });
      const info = () => client.getPersistentSubscriptionToStreamInfo(links, 'group');
      await eventually(async () => (await info()).stats.lastCheckpointedEventRevision === 1n);
      expect(seen).toEqual([
        [target, links],
        [target, links],
      ]);
      await subscription.unsubscribe();
    });

    it('forget replayed events by truncating where they were parked', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(3));
      await client.createPersistentSubscriptionToStream(stream, 'group', settings());
      const subscription = client.subscribeToPersistentSubscriptionToStream(stream, 'group');
      let seen = 0;
      subscription
        .on('error', () => undefined)
        .on('data', (resolved) => {
          seen += 1;
          if (seen <= 3) void subscription.nack('park', 'for later', resolved);
          else void subscription.ack(resolved);
        });
      const info = () => client.getPersistentSubscriptionToStreamInfo(stream, 'group');
      await eventually(async () => (await info()).stats.parkedMessageCount === 3n);
      await client.replayParkedMessagesToStream(stream, 'group', { stopAt: 2 });
      await eventually(() => seen === 5);
      const parked = `$persistentsubscription-${stream}::group-parked`;
      await eventually(async () => {
        const { metadata } = await client.getStreamMetadata(parked);
        return metadata?.truncateBefore === 2;
      });
      await subscription.unsubscribe();
    });

    it('do not park what a consumer leaves behind, however few retries there are', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, jsonEvent({ type: 'Happened', data: {} }));
      const noRetries = settings({ maxRetryCount: 0 });
      await client.createPersistentSubscriptionToStream(stream, 'group', noRetries);
      for (let round = 0; round < 3; round += 1) {
        const subscription = client.subscribeToPersistentSubscriptionToStream(stream, 'group');
        const [got] = await take(subscription, 1);
        await subscription.unsubscribe();
        expect(got).toMatchObject({ retryCount: round, event: { revision: 0n } });
      }
      const { stats } = await client.getPersistentSubscriptionToStreamInfo(stream, 'group');
      expect(stats.parkedMessageCount).toBe(0n);
    });
  });

  async function revisionsOf(
    stream: string,
    options: Parameters<typeof served.client.readStream>[1],
  ): Promise<(bigint | undefined)[]> {
    const read = await take(served.client.readStream(stream, options));
    return read.map(({ event }) => event?.revision);
  }
});
