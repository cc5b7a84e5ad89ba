import { randomUUID } from 'node:crypto';
import {
  BACKWARDS,
  CancelledError,
  DeadlineExceededError,
  END,
  eventTypeFilter,
  jsonEvent,
  MaxAppendSizeExceededError,
  NO_STREAM,
  type Position,
  RequiredMetadataPropertyMissingError,
  START,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { eventually } from '../support/eventually.js';
import { aStream, ServedStore, someEvents, take } from './event-store-fixture.js';

/** What the official client relies on, beyond what the EventStore contract asks for. */
describe("streams through the embedded store's door", () => {
  let served: ServedStore;

  beforeAll(async () => {
    served = await ServedStore.start(256 * 1024);
  });

  afterAll(async () => {
    await served.stop();
  });

  describe.each([
    ['batch append', {}],
    // Credentials make the client use the older call.
    ['plain append', { credentials: { username: 'admin', password: 'changeit' } }],
  ])('%s', (_name, call) => {
    it('tells a wrong expected version with both revisions', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(3), call);
      for (const expectedRevision of [1n, 9n]) {
        const append = served.client.appendToStream(stream, someEvents(1), {
          ...call,
          expectedRevision,
        });
        await expect(append).rejects.toBeInstanceOf(WrongExpectedVersionError);
        await expect(append).rejects.toMatchObject({
          streamName: stream,
          expectedVersion: expectedRevision,
          actualVersion: 2n,
        });
      }
      await expect(
        served.client.appendToStream(aStream(), someEvents(1), { ...call, expectedRevision: 0n }),
      ).rejects.toMatchObject({ expectedVersion: 0n, actualVersion: NO_STREAM });
      await expect(
        served.client.appendToStream(stream, someEvents(1), {
          ...call,
          expectedRevision: NO_STREAM,
        }),
      ).rejects.toMatchObject({ expectedVersion: NO_STREAM, actualVersion: 2n });
    });

    it('refuses a stream that was deleted for good', async () => {
      const stream = aStream('löschbar');
      await served.client.appendToStream(stream, someEvents(1), call);
      await served.client.tombstoneStream(stream);
      const append = served.client.appendToStream(stream, someEvents(1), call);
      await expect(append).rejects.toBeInstanceOf(StreamDeletedError);
    });

    it('refuses more bytes than one append may have', async () => {
      const events = [jsonEvent({ type: 'Large', data: { text: 'x'.repeat(300 * 1024) } })];
      const append = served.client.appendToStream(aStream(), events, call);
      await expect(append).rejects.toBeInstanceOf(MaxAppendSizeExceededError);
      await expect(append).rejects.toMatchObject({ maxAppendSize: 256 * 1024 });
    });

    it('keeps binary data, binary metadata and the content type', async () => {
      const stream = aStream();
      const data = Buffer.from([0, 255, 1, 128, 10]);
      const id = randomUUID();
      const event = {
        id,
        type: 'Bytes',
        contentType: 'application/octet-stream' as const,
        data,
        metadata: new Uint8Array([9, 200, 0]),
      };
      await served.client.appendToStream(stream, event, call);
      const [read] = await take(served.client.readStream(stream));
      expect(read?.event).toMatchObject({ id, type: 'Bytes', isJson: false });
      expect(Buffer.from(read?.event?.data as Uint8Array)).toEqual(data);
      expect([...(read?.event?.metadata as Uint8Array)]).toEqual([9, 200, 0]);
    });

    it('repeats an empty append at the head, and refuses one at an older revision', async () => {
      const stream = aStream();
      await served.client.appendToStream(stream, someEvents(2), call);
      const at = (expectedRevision: bigint) =>
        served.client.appendToStream(stream, [], { ...call, expectedRevision });
      expect(await at(1n)).toMatchObject({ success: true, nextExpectedRevision: 1n });
      await expect(at(0n)).rejects.toBeInstanceOf(WrongExpectedVersionError);
    });
  });

  it('gives up a batch append at its deadline', async () => {
    const append = served.client.appendToStream(aStream(), someEvents(2000), { deadline: 0 });
    await expect(append).rejects.toBeInstanceOf(DeadlineExceededError);
  });

  it('refuses an event without type', async () => {
    const append = served.client.appendToStream(
      aStream(),
      { ...jsonEvent({ type: 'x', data: {} }), type: '' },
      { credentials: { username: 'admin', password: 'changeit' } },
    );
    await expect(append).rejects.toBeInstanceOf(RequiredMetadataPropertyMissingError);
    await expect(append).rejects.toMatchObject({ requiredMetadataProperties: ['type'] });
  });

  describe('deleting', () => {
    it('hides a stream and goes on with the next revision when it is written to again', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(3));
      await client.deleteStream(stream, { expectedRevision: 2n });
      await expect(take(client.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError);
      await expect(
        client.appendToStream(stream, someEvents(1), { expectedRevision: STREAM_EXISTS }),
      ).rejects.toBeInstanceOf(StreamDeletedError);

      const again = await client.appendToStream(stream, someEvents(2), {
        expectedRevision: NO_STREAM,
      });
      expect(again.nextExpectedRevision).toBe(4n);
      expect(await revisionsOf(stream)).toEqual([3n, 4n]);
      expect((await client.getStreamMetadata(stream)).metadata).toEqual({ truncateBefore: 3 });
    });

    it('keeps other metadata when a truncated stream is revived', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(2));
      await client.appendToStream(`$$${stream}`, {
        ...jsonEvent({ type: '$metadata', data: {} }),
        contentType: 'application/octet-stream',
        data: Buffer.from('{"$tb":9223372036854775807,"$maxCount":7,"own":"mine"}'),
      });
      await expect(take(client.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError);
      await client.appendToStream(stream, someEvents(1), { expectedRevision: 1n });
      expect((await client.getStreamMetadata(stream)).metadata).toEqual({
        truncateBefore: 2,
        maxCount: 7,
        own: 'mine',
      });
      expect(await revisionsOf(stream)).toEqual([2n]);
    });

    it('revives a stream whose metadata is written', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(2));
      await client.deleteStream(stream);
      await client.setStreamMetadata(stream, { maxCount: 5 });
      await client.appendToStream(stream, someEvents(1), { expectedRevision: 1n });
      expect(await revisionsOf(stream)).toEqual([2n]);
      expect((await client.getStreamMetadata(stream)).metadata).toMatchObject({ maxCount: 5 });
    });

    it('refuses what does not exist, unless its metadata does', async () => {
      const { client } = served;
      const missing = aStream();
      const deletion = client.deleteStream(missing, { expectedRevision: NO_STREAM });
      await expect(deletion).rejects.toBeInstanceOf(WrongExpectedVersionError);
      await expect(deletion).rejects.toMatchObject({ streamName: missing });
      await client.setStreamMetadata(missing, { cacheControl: 10 });
      await client.deleteStream(missing, { expectedRevision: NO_STREAM });
    });

    it('for good cannot be undone, for the stream nor its metadata', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(2));
      await client.tombstoneStream(stream, { expectedRevision: 1n });
      for (const attempt of [
        () => take(client.readStream(stream)),
        () => client.appendToStream(stream, someEvents(1)),
        () => client.deleteStream(stream),
        () => client.tombstoneStream(stream),
      ]) {
        const refused = attempt();
        await expect(refused).rejects.toBeInstanceOf(StreamDeletedError);
        await expect(refused).rejects.toMatchObject({ streamName: stream });
      }
      const [last] = await take(client.readAll({ direction: BACKWARDS, fromPosition: END }), 1);
      expect(last?.event).toMatchObject({ streamId: stream, type: '$streamDeleted' });
      expect(last?.event?.revision).toBe(9223372036854775807n);
    });

    it('takes the name of a stream that never was', async () => {
      const stream = aStream();
      await served.client.tombstoneStream(stream);
      await expect(served.client.appendToStream(stream, someEvents(1))).rejects.toBeInstanceOf(
        StreamDeletedError,
      );
    });
  });

  describe('metadata', () => {
    it('shows the latest events only, by count, by truncation and by age', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(10));
      await client.setStreamMetadata(stream, { maxCount: 3 });
      expect(await revisionsOf(stream)).toEqual([7n, 8n, 9n]);
      await client.setStreamMetadata(stream, { truncateBefore: 8 });
      expect(await revisionsOf(stream)).toEqual([8n, 9n]);
      expect(await revisionsOf(stream, { direction: BACKWARDS, fromRevision: END })).toEqual([
        9n,
        8n,
      ]);
      expect(await revisionsOf(stream, { fromRevision: 2n })).toEqual([8n, 9n]);
      await client.setStreamMetadata(stream, { maxAge: 1 });
      await eventually(async () => (await revisionsOf(stream)).length === 0);
      await client.setStreamMetadata(stream, {});
      expect(await revisionsOf(stream)).toHaveLength(10);
    });

    it('is kept whole, access lists included, and survives a restart', async () => {
      const stream = aStream();
      const metadata = {
        maxCount: 4,
        cacheControl: 12,
        acl: { readRoles: ['ops'], writeRoles: ['admin'] },
        own: { nested: true },
      };
      await served.client.appendToStream(stream, someEvents(6));
      await served.client.setStreamMetadata(stream, metadata);
      await served.restart();
      expect((await served.client.getStreamMetadata(stream)).metadata).toEqual(metadata);
      expect(await revisionsOf(stream)).toEqual([2n, 3n, 4n, 5n]);
    });

    it('goes with scavenged events, and the store stays sound', async () => {
      const { client, embedded } = served;
      const stream = aStream();
      const gone = aStream();
      await client.appendToStream(stream, someEvents(20));
      await client.appendToStream(gone, someEvents(20));
      await client.setStreamMetadata(stream, { maxCount: 5 });
      await client.tombstoneStream(gone);
      const { events } = await embedded.scavenge();
      expect(events).toBeGreaterThanOrEqual(35);
      expect(await revisionsOf(stream)).toEqual([15n, 16n, 17n, 18n, 19n]);
      const everything = await take(client.readAll());
      const left = everything.filter(({ event }) => event?.streamId === gone);
      expect(left.map(({ event }) => event?.type)).toEqual(['$streamDeleted']);
      expect((await embedded.verify()).problems).toEqual([]);
      await client.appendToStream(stream, someEvents(1), { expectedRevision: 19n });
      await served.restart();
      expect((await served.embedded.verify()).problems).toEqual([]);
      expect(await revisionsOf(stream)).toEqual([16n, 17n, 18n, 19n, 20n]);
    });
  });

  describe('links', () => {
    it('are resolved when asked for, for every character of a stream name', async () => {
      const { client } = served;
      const target = aStream('with@sign');
      const links = aStream('links');
      await client.appendToStream(target, someEvents(2, 'Linked'));
      await client.appendToStream(links, [
        linkTo(`1@${target}`),
        linkTo(`7@${target}`),
        linkTo('nonsense'),
      ]);
      const plain = await take(client.readStream(links));
      expect(plain.map(({ event, link }) => [event?.type, link])).toEqual(
        Array(3).fill(['$>', undefined]),
      );
      const resolved = await take(client.readStream(links, { resolveLinkTos: true }));
      expect(resolved.map(({ event, link }) => [event?.type, link?.revision])).toEqual([
        ['Linked', 0n],
        [undefined, 1n],
        [undefined, 2n],
      ]);
      expect(resolved[0]?.event).toMatchObject({ streamId: target, revision: 1n });
      expect(resolved[0]?.commitPosition).toBe(resolved[0]?.link?.position?.commit);
    });

    it('come alone when their event was deleted', async () => {
      const { client } = served;
      const target = aStream();
      const links = aStream('links');
      await client.appendToStream(target, someEvents(1));
      await client.appendToStream(links, linkTo(`0@${target}`));
      await client.tombstoneStream(target);
      const [resolved] = await take(client.readStream(links, { resolveLinkTos: true }));
      expect(resolved?.event).toBeUndefined();
      expect(resolved?.link?.type).toBe('$>');
    });
  });

  describe('$all', () => {
    it('holds system events, each event with its own position', async () => {
      const read = await take(served.client.readAll());
      expect(read.some(({ event }) => event?.streamId.startsWith('$'))).toBe(true);
      const commits = read.map(({ event }) => event?.position.commit ?? 0n);
      expect(new Set(commits).size).toBe(read.length);
    });

    it('is read from a position, inclusive, and not from one that never was', async () => {
      const { client } = served;
      const [, second] = await take(client.readAll(), 2);
      const fromPosition = second?.event?.position as Position;
      const [again] = await take(client.readAll({ fromPosition, maxCount: 1 }));
      expect(again).toEqual(second);
      const beyond = { commit: 10n ** 12n, prepare: 10n ** 12n };
      await expect(take(client.readAll({ fromPosition: beyond }))).rejects.toThrow(
        'Trying to read from an invalid position',
      );
    });

    it('is read backwards from a position without the event there', async () => {
      const { client } = served;
      const [first, second] = await take(client.readAll(), 2);
      const fromPosition = second?.event?.position as Position;
      const before = await take(client.readAll({ fromPosition, direction: BACKWARDS }));
      expect(before).toEqual([first]);
      const start = first?.event?.position as Position;
      const none = client.readAll({ fromPosition: start, direction: BACKWARDS });
      expect(await take(none)).toEqual([]);
    });

    it('takes no events, and no name or type beyond its bound', async () => {
      const { client } = served;
      const long = 'x'.repeat(10_000);
      await expect(client.appendToStream('$all', someEvents(1))).rejects.toThrow('takes no events');
      await expect(client.appendToStream(long, someEvents(1))).rejects.toThrow('the stream name');
      const typed = client.appendToStream(aStream(), someEvents(1, long));
      await expect(typed).rejects.toThrow('the event type');
    });
  });

  describe('subscriptions', () => {
    it('to a stream start behind a revision and are told of its end', async () => {
      const { client } = served;
      const stream = aStream();
      await client.appendToStream(stream, someEvents(3));
      const seen: (bigint | string | undefined)[] = [];
      const subscription = client
        .subscribeToStream(stream, { fromRevision: 0n })
        .on('data', ({ event }) =>
          seen.push(event?.type === 'Happened' ? event.revision : event?.type),
        );
      const ended = new Promise<unknown>((resolve) => subscription.on('error', resolve));
      await eventually(() => seen.length === 2);
      await client.appendToStream(stream, someEvents(2));
      await eventually(() => seen.length === 4);
      await client.tombstoneStream(stream);
      expect(await ended).toBeInstanceOf(StreamDeletedError);
      expect(seen).toEqual([1n, 2n, 3n, 4n, '$streamDeleted']);
    });

    it('to a stream wait for it to exist', async () => {
      const { client } = served;
      const stream = aStream();
      const subscription = client.subscribeToStream(stream, { fromRevision: START });
      const first = take(subscription, 1);
      await client.appendToStream(stream, someEvents(1));
      expect((await first)[0]?.event?.revision).toBe(0n);
    });

    it('to $all go on behind a position', async () => {
      const { client } = served;
      const [last] = await take(client.readAll({ direction: BACKWARDS, fromPosition: END }), 1);
      const fromPosition = last?.event?.position as Position;
      const stream = aStream();
      const first = take(client.subscribeToAll({ fromPosition }), 1);
      await client.appendToStream(stream, someEvents(1));
      expect((await first)[0]?.event?.streamId).toBe(stream);
    });

    it.each([
      ['a prefix of the stream', (mark: string) => streamNameFilter({ prefixes: [mark] })],
      ['a pattern of the stream', (mark: string) => streamNameFilter({ regex: `^${mark}` })],
      ['a prefix of the type', (mark: string) => eventTypeFilter({ prefixes: [mark] })],
      ['a pattern of the type', (mark: string) => eventTypeFilter({ regex: `^${mark}.*` })],
    ])('are filtered by %s', async (_name, filterFor) => {
      const { client } = served;
      const mark = `mark${randomUUID().slice(0, 8)}`;
      await client.appendToStream(aStream(), someEvents(5));
      await client.appendToStream(`${mark}-1`, someEvents(2, `${mark}Type`));
      await client.appendToStream(aStream(), someEvents(5));
      const subscription = client.subscribeToAll({ filter: filterFor(mark), fromPosition: START });
      const got = take(subscription, 3);
      await client.appendToStream(`${mark}-2`, someEvents(1, `${mark}Type`));
      expect((await got).map(({ event }) => event?.streamId)).toEqual([
        `${mark}-1`,
        `${mark}-1`,
        `${mark}-2`,
      ]);
    });

    it('report a checkpoint for so many events looked at, when all are delivered too', async () => {
      const { client } = served;
      const mark = `whole${randomUUID().slice(0, 8)}`;
      const { position } = await client.appendToStream(aStream(), someEvents(1));
      await client.appendToStream(`${mark}-1`, someEvents(640));
      let checkpoints = 0;
      const filter = streamNameFilter({
        prefixes: [mark],
        checkpointInterval: 2,
        checkpointReached: () => void (checkpoints += 1),
      });
      const fromPosition = position as Position;
      await take(client.subscribeToAll({ filter, fromPosition }), 640);
      // 640 events in windows of 32, two to a checkpoint; the last one may come after the end.
      expect(checkpoints).toBeGreaterThanOrEqual(9);
      expect(checkpoints).toBeLessThanOrEqual(10);
    });

    it('report checkpoints that never pass an event by', async () => {
      const { client } = served;
      const mark = `check${randomUUID().slice(0, 8)}`;
      for (let round = 0; round < 5; round += 1) {
        await client.appendToStream(aStream(), someEvents(90));
        await client.appendToStream(`${mark}-1`, someEvents(1));
      }
      const reached: bigint[] = [];
      const filter = streamNameFilter({
        prefixes: [mark],
        maxSearchWindow: 10,
        checkpointInterval: 2,
        checkpointReached: (_subscription, { commit }) => void reached.push(commit),
      });
      const events = await take(client.subscribeToAll({ filter, fromPosition: START }), 5);
      expect(reached.length).toBeGreaterThan(15);
      for (const commit of reached) {
        const resumed = client.subscribeToAll({
          filter: streamNameFilter({ prefixes: [mark] }),
          fromPosition: { commit, prepare: commit },
        });
        const behind = events.filter(({ event }) => (event?.position.commit ?? 0n) > commit);
        const got = await take(resumed, behind.length);
        expect(got.map(({ event }) => event?.id)).toEqual(behind.map(({ event }) => event?.id));
      }
    });

    it('are cancelled, as the client expects, when the server stops', async () => {
      const own = await ServedStore.start();
      const subscription = own.client.subscribeToAll({ fromPosition: END });
      const ended = new Promise<unknown>((resolve) => subscription.on('error', resolve));
      await new Promise<void>((resolve) => subscription.on('confirmation', () => resolve()));
      await own.closeDoor();
      expect(await ended).toBeInstanceOf(CancelledError);
      await own.stop();
    });
  });

  async function revisionsOf(
    stream: string,
    options: Parameters<typeof served.client.readStream>[1] = {},
  ): Promise<(bigint | undefined)[]> {
    const read = await take(served.client.readStream(stream, options));
    return read.map(({ event }) => event?.revision);
  }
});

const linkTo = (target: string) => ({
  id: randomUUID(),
  type: '$>',
  contentType: 'application/octet-stream' as const,
  data: Buffer.from(target),
  metadata: undefined,
});
