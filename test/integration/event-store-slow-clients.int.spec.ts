import { randomUUID } from 'node:crypto';
import {
  binaryEvent,
  type EventStoreDBClient,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import { eventually } from '../support/eventually.js';
import { aStream, ServedStore } from './event-store-fixture.js';
import { RawClient } from './event-store-raw-client.js';

const EVENT_BYTES = 1_000;
const EVENTS = 10_000;

describe("clients of the embedded store's door that do not keep up", () => {
  let served: ServedStore;
  let client: EventStoreDBClient;
  let stream: string;

  beforeEach(async () => {
    served = await ServedStore.start(4 * 1024 * 1024);
    ({ client } = served);
    stream = aStream();
    const events = () => Array.from({ length: 2_000 }, () => binaryEvent({ type: 'T', data }));
    for (let done = 0; done < EVENTS; done += 2_000) await client.appendToStream(stream, events());
  });

  afterEach(async () => {
    await served.stop();
  });

  it('hold up a subscription instead of filling memory, and miss nothing', async () => {
    const subscription = client.subscribeToStream(stream, { fromRevision: START });
    await standstill(() => served.embedded.metrics().readEvents);
    expect(served.embedded.metrics().readEvents).toBeLessThan(EVENTS / 10);
    await client.appendToStream(stream, binaryEvent({ type: 'T', data }));
    let next = 0n;
    for await (const { event } of subscription) {
      expect(event?.revision).toBe(next);
      next += 1n;
      if (next > BigInt(EVENTS)) break;
    }
  });

  it('are sent no more by a persistent subscription, however large their buffer', async () => {
    const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START });
    await client.createPersistentSubscriptionToStream(stream, 'group', settings);
    const subscription = client.subscribeToPersistentSubscriptionToStream(stream, 'group', {
      bufferSize: 1_000_000,
    });
    const inFlight = () => served.embedded.metrics().persistentGroups[0]?.inFlight ?? 0;
    await eventually(() => inFlight() > 0);
    await standstill(inFlight);
    expect(inFlight()).toBeLessThan(EVENTS / 10);
    const seen = new Set<string>();
    for await (const event of subscription) {
      seen.add(event.event?.id ?? '');
      void subscription.ack(event);
      if (seen.size === EVENTS) break;
    }
  });

  it('are read no more when they leave the answers to their appends unread', async () => {
    const appends = () => served.embedded.metrics().appends;
    const before = appends();
    const raw = new RawClient(served.port);
    const call = raw.batchAppend();
    // Until it reads for the first time, a client of grpc-js takes what comes without limit.
    let answers = 0;
    const take = () => {
      answers += 1;
      if (answers === 1) call.pause();
    };
    call.on('data', take);
    for (let sent = 0; sent < 15_000; sent += 1) call.write(appendOfOne(stream));
    await eventually(() => appends() > before);
    await standstill(appends);
    expect(appends() - before).toBeLessThan(5_000);
    call.resume();
    await eventually(() => answers === 15_000);
    await new Promise((resolve) => call.on('end', resolve).end());
    raw.close();
  });
});

const data = Buffer.alloc(EVENT_BYTES, 1);

/** Resolves once the number has stayed the same for a while. */
async function standstill(read: () => number): Promise<void> {
  let last = NaN;
  await eventually(async () => {
    const before = last;
    last = read();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return last === before && last === read();
  });
}

function appendOfOne(streamName: string): object {
  const metadata = { type: 'T', 'content-type': 'application/octet-stream' };
  return {
    correlationId: { string: randomUUID() },
    options: { streamIdentifier: { streamName: Buffer.from(streamName) }, any: {} },
    proposedMessages: [{ id: { string: randomUUID() }, metadata, data: Buffer.alloc(10) }],
    isFinal: true,
  };
}
