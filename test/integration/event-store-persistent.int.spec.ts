import {
  DISPATCH_TO_SINGLE,
  END,
  jsonEvent,
  PARK,
  PersistentSubscriptionDoesNotExistError,
  PersistentSubscriptionDroppedError,
  PersistentSubscriptionExistsError,
  PersistentSubscriptionMaximumSubscribersReachedError,
  type PersistentSubscriptionToStream,
  type PersistentSubscriptionToStreamSettings,
  persistentSubscriptionToAllSettingsFromDefaults,
  persistentSubscriptionToStreamSettingsFromDefaults,
  PINNED,
  RETRY,
  ROUND_ROBIN,
  SKIP,
  START,
  STOP,
  streamNameFilter,
} from '@eventstore/db-client';
import { eventually } from '../support/eventually.js';
import { aStream, ServedStore, someEvents, take } from './event-store-fixture.js';

const GROUP = 'a group';

describe("persistent subscriptions through the embedded store's door", () => {
  let served: ServedStore;

  beforeAll(async () => {
    served = await ServedStore.start();
  });

  afterAll(async () => {
    await served.stop();
  });

  describe('defining', () => {
    it('tells the settings it was given, through changes and a restart', async () => {
      const stream = aStream();
      const settings = settingsWith({ startFrom: END, checkPointUpperBound: 1 });
      await served.client.createPersistentSubscriptionToStream(stream, GROUP, settings);
      expect(await infoOf(stream)).toMatchObject({
        eventSource: stream,
        groupName: GROUP,
        settings,
      });
      const changed = settingsWith({
        startFrom: 123n,
        maxSubscriberCount: 200,
        consumerStrategyName: PINNED,
        messageTimeout: 1234,
      });
      await served.client.updatePersistentSubscriptionToStream(stream, GROUP, changed);
      await served.restart();
      expect(await infoOf(stream)).toMatchObject({ settings: changed, connections: [] });
    });

    it('refuses to make one twice, and to touch one that is not there', async () => {
      const { client } = served;
      const stream = aStream();
      const settings = settingsWith({});
      await client.createPersistentSubscriptionToStream(stream, GROUP, settings);
      const missing = { streamName: 'none', groupName: GROUP };
      await expect(
        client.createPersistentSubscriptionToStream(stream, GROUP, settings),
      ).rejects.toBeInstanceOf(PersistentSubscriptionExistsError);
      for (const attempt of [
        () => client.updatePersistentSubscriptionToStream('none', GROUP, settings),
        () => client.deletePersistentSubscriptionToStream('none', GROUP),
        () => client.getPersistentSubscriptionToStreamInfo('none', GROUP),
        () => client.replayParkedMessagesToStream('none', GROUP),
        () => take(client.subscribeToPersistentSubscriptionToStream('none', GROUP)),
      ]) {
        const refused = attempt();
        await expect(refused).rejects.toBeInstanceOf(PersistentSubscriptionDoesNotExistError);
        await expect(refused).rejects.toMatchObject(missing);
      }
    });

    it('lists them by stream and all together', async () => {
      const { client } = served;
      const stream = aStream();
      await client.createPersistentSubscriptionToStream(stream, 'one', settingsWith({}));
      await client.createPersistentSubscriptionToStream(stream, 'two', settingsWith({}));
      const groups = await client.listPersistentSubscriptionsToStream(stream);
      expect(groups.map(({ groupName }) => groupName)).toEqual(['one', 'two']);
      expect((await client.listAllPersistentSubscriptions()).length).toBeGreaterThanOrEqual(2);
      await expect(client.listPersistentSubscriptionsToStream('none')).rejects.toBeInstanceOf(
        PersistentSubscriptionDoesNotExistError,
      );
    });

    it('drops its consumers when it is changed or deleted', async () => {
      const { client } = served;
      const stream = aStream();
      await client.createPersistentSubscriptionToStream(stream, GROUP, settingsWith({}));
      for (const change of [
        () => client.updatePersistentSubscriptionToStream(stream, GROUP, settingsWith({})),
        () => client.deletePersistentSubscriptionToStream(stream, GROUP),
      ]) {
        const consumer = await connect(stream);
        const ended = new Promise<unknown>((resolve) => consumer.on('error', resolve));
        await change();
        expect(await ended).toBeInstanceOf(PersistentSubscriptionDroppedError);
      }
    });
  });

  describe('consuming', () => {
    it.each([
      ['the start', START, 6],
      ['a revision, inclusive', 1n, 5],
      ['the end', END, 2],
    ] as const)('starts from %s', async (_name, startFrom, count) => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(4));
      await client.createPersistentSubscriptionToStream(stream, GROUP, settingsWith({ startFrom }));
      await client.appendToStream(stream, someEvents(2));
      const consumer = await connect(stream);
      const revisions: bigint[] = [];
      for await (const resolved of consumer) {
        revisions.push(resolved.event?.revision ?? -1n);
        await consumer.ack(resolved);
        if (revisions.length === count) break;
      }
      expect(revisions).toEqual(Array.from({ length: count }, (_, i) => BigInt(6 - count + i)));
    });

    it('sends no more than the buffer until something is answered', async () => {
      const { client } = served;
      const stream = await aGroup(20);
      const consumer = client.subscribeToPersistentSubscriptionToStream(stream, GROUP, {
        bufferSize: 3,
      });
      const seen: unknown[] = [];
      consumer.on('data', (resolved) => seen.push(resolved)).on('error', () => undefined);
      await eventually(async () => (await infoOf(stream)).stats.totalInFlightMessages === 3);
      expect(seen.length).toBeLessThanOrEqual(3);
      await consumer.unsubscribe();
    });

    it('sends again what is to be retried, counts, and parks it in the end', async () => {
      const stream = await aGroup(1, { maxRetryCount: 2 });
      const consumer = await connect(stream);
      const retries: number[] = [];
      consumer.on('data', (resolved) => {
        retries.push(resolved.retryCount);
        void consumer.nack(RETRY, 'once more', resolved);
      });
      await eventually(async () => (await infoOf(stream)).stats.parkedMessageCount === 1n);
      expect(retries).toEqual([0, 1, 2]);
      await consumer.unsubscribe();
    });

    it('sends again what is not answered in time', async () => {
      const stream = await aGroup(1, { messageTimeout: 200 });
      const consumer = await connect(stream);
      const got = await take(consumer, 2);
      expect(got.map(({ retryCount }) => retryCount)).toEqual([0, 1]);
      expect(got[1]?.event?.id).toBe(got[0]?.event?.id);
    });

    it('skips, and stops the consumer that asks for it', async () => {
      const stream = await aGroup(2);
      const consumer = await connect(stream);
      const ended = new Promise<unknown>((resolve) => consumer.on('error', resolve));
      consumer.on('data', (resolved) => {
        const first = resolved.event?.revision === 0n;
        void consumer.nack(first ? SKIP : STOP, 'as the test wants', resolved);
      });
      expect(await ended).toBeInstanceOf(PersistentSubscriptionDroppedError);
      const [next] = await take(await connect(stream), 1);
      expect(next?.event?.revision).toBe(1n);
    });

    it('gives to another consumer what one left unanswered', async () => {
      const stream = await aGroup(3);
      const first = await connect(stream);
      await take(first, 3);
      await first.unsubscribe();
      const second = await connect(stream);
      const got = await take(second, 3);
      expect(got.map(({ event }) => event?.revision).sort()).toEqual([0n, 1n, 2n]);
    });

    it('takes no more consumers than allowed', async () => {
      const stream = await aGroup(0, { maxSubscriberCount: 1 });
      const first = await connect(stream);
      const second = served.client.subscribeToPersistentSubscriptionToStream(stream, GROUP);
      await expect(take(second)).rejects.toBeInstanceOf(
        PersistentSubscriptionMaximumSubscribersReachedError,
      );
      await first.unsubscribe();
    });

    it.each([
      [ROUND_ROBIN, 2],
      [DISPATCH_TO_SINGLE, 1],
      [PINNED, 1],
    ])('shares events by %s', async (consumerStrategyName, busy) => {
      const { client } = served;
      const stream = await aGroup(0, { consumerStrategyName });
      const counts = [0, 0];
      const consumers = await Promise.all([connect(stream), connect(stream)]);
      for (const [index, consumer] of consumers.entries()) {
        consumer.on('data', (resolved) => {
          counts[index] = (counts[index] ?? 0) + 1;
          void consumer.ack(resolved);
        });
      }
      for (let count = 0; count < 6; count += 1) await client.appendToStream(stream, someEvents(1));
      await eventually(() => counts.reduce((sum, count) => sum + count, 0) === 6);
      expect(counts.filter((count) => count > 0)).toHaveLength(busy);
      await Promise.all(consumers.map((consumer) => consumer.unsubscribe()));
    });
  });

  describe('parked events', () => {
    it('are links in a stream of the group, and come again when they are replayed', async () => {
      const { client } = served;
      const stream = await aGroup(6);
      const consumer = await connect(stream);
      for (const resolved of await takeAll(consumer, 6)) {
        await consumer.nack(PARK, 'not now', resolved);
      }
      await eventually(async () => (await infoOf(stream)).stats.parkedMessageCount === 6n);
      const links = await take(
        client.readStream(`$persistentsubscription-${stream}::${GROUP}-parked`),
      );
      expect(links[0]?.event).toMatchObject({
        type: '$>',
        metadata: { reason: 'not now', subscriptionEventNumber: 0 },
      });
      const replayed = takeAll(consumer, 4);
      await client.replayParkedMessagesToStream(stream, GROUP, { stopAt: 4 });
      const again = await replayed;
      expect(again.map(({ event }) => event?.revision)).toEqual([0n, 1n, 2n, 3n]);
      for (const resolved of again) await consumer.ack(resolved);
      await eventually(async () => (await infoOf(stream)).stats.parkedMessageCount === 2n);
      await consumer.unsubscribe();
    });
  });

  describe('a restart', () => {
    it('goes on behind what was answered without a gap', async () => {
      const stream = await aGroup(10, { checkPointLowerBound: 1, checkPointUpperBound: 1 });
      const consumer = await connect(stream);
      const got = await takeAll(consumer, 10);
      // Event 4 stays open, so nothing behind it counts as done.
      for (const resolved of got) if (resolved.event?.revision !== 4n) await consumer.ack(resolved);
      await eventually(async () => (await infoOf(stream)).stats.totalInFlightMessages === 1);
      await consumer.unsubscribe();
      await served.restart();
      expect((await infoOf(stream)).stats.lastCheckpointedEventRevision).toBe(3n);
      const [next] = await take(await connect(stream), 1);
      expect(next?.event?.revision).toBe(4n);
    });

    it('of the subsystem alone drops the consumers and goes on as well', async () => {
      const { client } = served;
      const stream = await aGroup(2, { checkPointUpperBound: 1 });
      const consumer = await connect(stream);
      const [first] = await takeAll(consumer, 1);
      if (first) await consumer.ack(first);
      await eventually(
        async () => (await infoOf(stream)).stats.lastCheckpointedEventRevision === 0n,
      );
      await client.restartPersistentSubscriptionSubsystem();
      const [next] = await take(await connect(stream), 1);
      expect(next?.event?.revision).toBe(1n);
    });
  });

  describe('to $all', () => {
    it('start at a position, inclusive, hold system events too, and may be filtered', async () => {
      const { client } = served;
      const mine = aStream('mine');
      const { position } = await client.appendToStream(mine, someEvents(1));
      if (!position) throw new Error('the door tells every position');
      await client.setStreamMetadata(mine, { maxCount: 100 });
      await client.appendToStream(aStream('other'), someEvents(2));
      await client.appendToStream(mine, someEvents(1));
      const settings = persistentSubscriptionToAllSettingsFromDefaults({ startFrom: position });
      await client.createPersistentSubscriptionToAll('everything', settings);
      await client.createPersistentSubscriptionToAll('mine', settings, {
        filter: streamNameFilter({ prefixes: ['mine-'] }),
      });
      expect((await client.getPersistentSubscriptionToAllInfo('mine')).settings).toEqual(settings);

      const everything = await take(client.subscribeToPersistentSubscriptionToAll('everything'), 4);
      expect(everything[0]?.event?.position).toEqual(position);
      expect(everything[1]?.event?.streamId).toBe(`$$${mine}`);
      const filtered = await take(client.subscribeToPersistentSubscriptionToAll('mine'), 2);
      expect(filtered.map(({ event }) => event?.streamId)).toEqual([mine, mine]);
      await client.deletePersistentSubscriptionToAll('everything');
      await client.deletePersistentSubscriptionToAll('mine');
    });
  });

  describe('statistics', () => {
    it('name the connection, and its answer times when asked for', async () => {
      const stream = await aGroup(4, { extraStatistics: true });
      const consumer = await connect(stream);
      consumer.on('data', (resolved) => void consumer.ack(resolved));
      await eventually(async () => {
        const [connection] = (await infoOf(stream)).connections;
        return connection?.totalItems === 4n && connection.inFlightMessages === 0;
      });
      const [connection] = (await infoOf(stream)).connections;
      expect(connection?.connectionName).toBe(served.client.connectionName);
      expect(connection?.extraStatistics?.get('quintile 3')).toBeDefined();
      await consumer.unsubscribe();
    });
  });

  /** A stream with so many events, and a group that starts with the first. */
  async function aGroup(
    count: number,
    changes: Partial<PersistentSubscriptionToStreamSettings> = {},
  ): Promise<string> {
    const stream = aStream();
    if (count > 0) {
      const events = Array.from({ length: count }, (_, index) =>
        jsonEvent({ type: 'Happened', data: { index } }),
      );
      await served.client.appendToStream(stream, events);
    }
    await served.client.createPersistentSubscriptionToStream(
      stream,
      GROUP,
      settingsWith({ startFrom: START, ...changes }),
    );
    return stream;
  }

  async function connect(stream: string): Promise<PersistentSubscriptionToStream> {
    const consumer = served.client.subscribeToPersistentSubscriptionToStream(stream, GROUP);
    consumer.on('error', () => undefined);
    await new Promise<void>((resolve) => consumer.on('confirmation', () => resolve()));
    return consumer;
  }

  function infoOf(stream: string) {
    return served.client.getPersistentSubscriptionToStreamInfo(stream, GROUP);
  }
});

const settingsWith = (changes: Partial<PersistentSubscriptionToStreamSettings>) =>
  persistentSubscriptionToStreamSettingsFromDefaults(changes);

/** Takes events without giving up the consumer, so that they can be answered. */
function takeAll(consumer: PersistentSubscriptionToStream, count: number) {
  type Resolved = Parameters<PersistentSubscriptionToStream['ack']>[0];
  return new Promise<Resolved[]>((resolve) => {
    const taken: Resolved[] = [];
    const listen = (resolved: Resolved) => {
      taken.push(resolved);
      if (taken.length < count) return;
      consumer.off('data', listen);
      resolve(taken);
    };
    consumer.on('data', listen);
  });
}
