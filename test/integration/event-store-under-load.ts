import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  EventStoreDBClient,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';

/**
 * A process that works on the store in its first argument until it is killed, and prints a line for
 * all that it may be held to, once it may: see `event-store-witness.ts`. The second argument says
 * what it does beside appending.
 */
const [path = '', beside = 'appends'] = process.argv.slice(2);
const WRITERS = 24;
/** Enough to have the index written in the background many times over. */
const STREAMS = 400;
/** Streams that keep their last events only, so that a scavenge finds something to remove. */
const TRIMMED_STREAMS = 20;
const TRIMMED_TO = 20;
const RETRIED_SHARE = 0.05;

const store = await EmbeddedEventStore.open({ path });
print('open');
const duties: Readonly<Record<string, () => Promise<never>>> = { scavenge, backup, group };
void duties[beside]?.();
await Promise.all(Array.from({ length: WRITERS }, write));

async function write(): Promise<never> {
  for (;;) {
    const append = randomUUID();
    const of = 1 + Math.floor(Math.random() * 4);
    const events = Array.from({ length: of }, (_, index) => ({
      id: randomUUID(),
      type: 'Loaded',
      data: { text: 'x'.repeat(Math.floor(Math.random() * 600)) },
      metadata: { append, of, index },
    }));
    const stream = aStream();
    const { revision, position } = await store.append(stream, events, 'any');
    print('appended', append, stream, String(revision), String(position.commit));
  }
}

function aStream(): string {
  const random = Math.random();
  if (beside === 'group' && random < 0.1) return 'queue';
  if (random < 0.3) return `trimmed-${Math.floor(Math.random() * TRIMMED_STREAMS)}`;
  return `load-${Math.floor(Math.random() * STREAMS)}`;
}

async function scavenge(): Promise<never> {
  for (let stream = 0; stream < TRIMMED_STREAMS; stream += 1) {
    const data = { $maxCount: TRIMMED_TO };
    const event = { id: randomUUID(), type: '$metadata', data, metadata: {} };
    await store.append(`$$trimmed-${stream}`, [event], 'any');
  }
  for (;;) {
    const { events } = await store.scavenge();
    print('scavenged', String(events));
  }
}

async function backup(): Promise<never> {
  for (let number = 0; ; number += 1) {
    const folder = join(`${path}-backups`, `${process.pid}-${number}`);
    const before = store.engine.log.durable;
    await store.backup(folder);
    print('backed-up', folder, String(before));
  }
}

/** A persistent subscription that takes each event, and now and then asks for it again. */
async function group(): Promise<never> {
  const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  const client = EventStoreDBClient.connectionString(`esdb://127.0.0.1:${door.port}?tls=false`);
  const settings = persistentSubscriptionToStreamSettingsFromDefaults({
    startFrom: START,
    checkPointAfter: 20,
    checkPointLowerBound: 1,
    checkPointUpperBound: 10,
    maxRetryCount: 1_000,
  });
  await client.createPersistentSubscriptionToStream('queue', 'group', settings).catch(() => null);
  print('grouped');
  const subscription = client.subscribeToPersistentSubscriptionToStream('queue', 'group');
  for await (const resolved of subscription) {
    if (Math.random() < RETRIED_SHARE) {
      await subscription.nack('retry', 'not yet', resolved);
      continue;
    }
    print('handled', resolved.event?.id ?? '');
    await subscription.ack(resolved);
  }
  throw new Error('the subscription ended by itself');
}

function print(...words: readonly string[]): void {
  process.stdout.write(`${words.join(' ')}\n`);
}
