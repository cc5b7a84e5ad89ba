import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import {
  END,
  eventTypeFilter,
  jsonEvent,
  KurrentDBClient,
  MaxAppendSizeExceededError,
  NO_STREAM,
  PersistentSubscriptionDoesNotExistError,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
  StreamDeletedError,
  StreamNotFoundError,
  streamNameFilter,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';

/**
 * Uses the store at the URL in its first argument through KurrentDB's client, and prints what held
 * as JSON. A process of its own: this client and EventStoreDB's cannot be loaded into one.
 */
const [url = ''] = process.argv.slice(2);
const client = KurrentDBClient.connectionString(url);

const CHECKS: Readonly<Record<string, () => Promise<void>>> = {
  'appends and reads': async () => {
    const stream = aStream();
    const { nextExpectedRevision } = await client.appendToStream(stream, events(5));
    assert.equal(nextExpectedRevision, 4n);
    assert.deepEqual(await revisions(client.readStream(stream)), [0n, 1n, 2n, 3n, 4n]);
    const backwards = { direction: 'backwards', fromRevision: END, maxCount: 2 } as const;
    assert.deepEqual(await revisions(client.readStream(stream, backwards)), [4n, 3n]);
  },
  'repeats an append, and is refused at another revision': async () => {
    const stream = aStream();
    const batch = events(2);
    const first = await client.appendToStream(stream, batch, { streamState: NO_STREAM });
    const again = await client.appendToStream(stream, batch, { streamState: NO_STREAM });
    assert.equal(again.nextExpectedRevision, first.nextExpectedRevision);
    const late = client.appendToStream(stream, events(1), { streamState: 0n });
    await assert.rejects(late, WrongExpectedVersionError);
  },
  'is refused too much at once': async () => {
    const large = jsonEvent({ type: 'Large', data: { text: 'x'.repeat(1_100_000) } });
    await assert.rejects(client.appendToStream(aStream(), large), MaxAppendSizeExceededError);
  },
  'tells missing, deleted and revived streams apart': async () => {
    const stream = aStream();
    await assert.rejects(collect(client.readStream(stream)), StreamNotFoundError);
    await client.appendToStream(stream, events(2));
    await client.deleteStream(stream);
    await assert.rejects(collect(client.readStream(stream)), StreamNotFoundError);
    await client.appendToStream(stream, events(1));
    assert.deepEqual(await revisions(client.readStream(stream)), [2n]);
    await client.tombstoneStream(stream);
    await assert.rejects(collect(client.readStream(stream)), StreamDeletedError);
  },
  'keeps metadata': async () => {
    const stream = aStream();
    const metadata = { maxCount: 2, acl: { readRoles: ['$all'] } };
    await client.appendToStream(stream, events(5));
    await client.setStreamMetadata(stream, metadata);
    assert.deepEqual((await client.getStreamMetadata(stream)).metadata, metadata);
    assert.deepEqual(await revisions(client.readStream(stream)), [3n, 4n]);
  },
  'reads all, filtered and backwards': async () => {
    const prefix = `mark${randomUUID().slice(0, 8)}`;
    await client.appendToStream(aStream(), events(3));
    await client.appendToStream(`${prefix}-1`, events(3));
    const filter = streamNameFilter({ prefixes: [prefix] });
    assert.equal((await collect(client.readAll({ filter }))).length, 3);
    const backwards = { direction: 'backwards', fromPosition: END, maxCount: 2 } as const;
    const [last] = await collect(client.readAll(backwards));
    assert.equal(last?.event?.streamId, `${prefix}-1`);
  },
  'subscribes to a stream, and learns that it caught up': async () => {
    const stream = aStream();
    await client.appendToStream(stream, events(3));
    const subscription = client.subscribeToStream(stream);
    const caughtUp = new Promise<unknown>((resolve) => subscription.on('caughtUp', resolve));
    const taken = collect(subscription, 4);
    assert.equal(((await caughtUp) as { revision?: bigint }).revision, 2n);
    await client.appendToStream(stream, events(1));
    assert.equal((await taken).length, 4);
  },
  'subscribes to all with checkpoints': async () => {
    const type = `Type${randomUUID().slice(0, 8)}`;
    await client.appendToStream(aStream(), events(100));
    await client.appendToStream(aStream(), events(2, type));
    let checkpoints = 0;
    const checkpointReached = () => void (checkpoints += 1);
    const filter = eventTypeFilter({ prefixes: [type], checkpointReached });
    const subscription = client.subscribeToAll({ fromPosition: START, filter });
    assert.equal((await collect(subscription, 2)).length, 2);
    assert.ok(checkpoints > 0);
  },
  'consumes a persistent subscription': async () => {
    const stream = aStream();
    await client.appendToStream(stream, events(5));
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START });
    await client.createPersistentSubscriptionToStream(stream, 'group', settings);
    const subscription = client.subscribeToPersistentSubscriptionToStream(stream, 'group');
    let seen = 0;
    for await (const resolved of subscription) {
      await subscription.ack(resolved);
      seen += 1;
      if (seen === 5) break;
    }
    const info = await client.getPersistentSubscriptionToStreamInfo(stream, 'group');
    assert.deepEqual(info.settings, settings);
    await client.deletePersistentSubscriptionToStream(stream, 'group');
    const again = client.deletePersistentSubscriptionToStream(stream, 'group');
    await assert.rejects(again, PersistentSubscriptionDoesNotExistError);
  },
};

const held: Record<string, string> = {};
for (const [name, check] of Object.entries(CHECKS)) {
  held[name] = await check().then(
    () => 'holds',
    (error: unknown) => String(error),
  );
}
process.stdout.write(`${JSON.stringify(held)}\n`, () => process.exit(0));

function aStream(): string {
  return `stream-${randomUUID()}`;
}

function events(count: number, type = 'Happened') {
  return Array.from({ length: count }, (_, index) => jsonEvent({ type, data: { index } }));
}

async function collect<E>(source: AsyncIterable<E>, count = Infinity): Promise<E[]> {
  const taken: E[] = [];
  for await (const event of source) {
    taken.push(event);
    if (taken.length >= count) break;
  }
  return taken;
}

async function revisions(
  source: AsyncIterable<{ event?: { revision: bigint } | undefined }>,
): Promise<(bigint | undefined)[]> {
  return (await collect(source)).map(({ event }) => event?.revision);
}
