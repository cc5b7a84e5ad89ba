import { randomUUID } from 'node:crypto';
import {
  EventStoreDBClient,
  jsonEvent,
  persistentSubscriptionToStreamSettingsFromDefaults,
  START,
} from '@eventstore/db-client';
import { RemoteEventStore } from '#event-store';

/**
 * The clients' side of the soak, as a process of its own: `<url> <seconds> <interval seconds>`.
 * Offers a steady mix of work and prints a line of JSON per interval.
 */
const [url = '', seconds = '60', intervalSeconds = '60'] = process.argv.slice(2);

/** Offered per second; far below what the store can do, so that latency means something. */
const MIX: readonly { readonly perS: number; readonly work: () => Promise<void> }[] = [
  { perS: 300, work: append },
  { perS: 10, work: appendBatch },
  { perS: 100, work: read },
  { perS: 4, work: readAll },
  { perS: 10, work: appendToGroup },
  { perS: 5, work: shortLife },
  { perS: 1, work: tombstone },
];
const TICK_MS = 10;
const UNANSWERED_MAX = 2_000;
const HOT_STREAMS = 50;
const TEXT = 'x'.repeat(200);

const store = RemoteEventStore.connect(url);
const client = EventStoreDBClient.connectionString(url);
const appendMs: number[] = [];
const readMs: number[] = [];
const counts = {
  appended: 0,
  read: 0,
  delivered: 0,
  handled: 0,
  deleted: 0,
  left_out: 0,
  errors: 0,
};
const firstErrors: string[] = [];
let unanswered = 0;

for (let stream = 0; stream < HOT_STREAMS; stream += 1) {
  await client.setStreamMetadata(`hot-${stream}`, { maxCount: 100 });
}
const subscription = store.subscribe({ after: 'end' });
const delivering = deliver();
const group = await joinGroup();
await offer(Number(seconds));
await subscription.close();
await delivering;
await group.unsubscribe();
await store.close();
await client.dispose();
process.exit(0);

/**
 * Starts what is due at every tick, whether or not earlier work was answered; leaves it out when
 * far too much is unanswered, because the machine cannot do it.
 */
async function offer(durationS: number): Promise<void> {
  const startMs = performance.now();
  const begun = MIX.map(() => 0);
  let reported = 0;
  for (;;) {
    const elapsedS = (performance.now() - startMs) / 1000;
    if (elapsedS >= (reported + 1) * Number(intervalSeconds)) {
      reported += 1;
      report(reported * Number(intervalSeconds));
    }
    if (elapsedS >= durationS) return;
    for (const [index, { perS, work }] of MIX.entries()) {
      for (; (begun[index] ?? 0) < elapsedS * perS; begun[index] = (begun[index] ?? 0) + 1) {
        begin(work);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
}

function begin(work: () => Promise<void>): void {
  if (unanswered >= UNANSWERED_MAX) {
    counts.left_out += 1;
    return;
  }
  unanswered += 1;
  void work()
    .catch(fail)
    .finally(() => (unanswered -= 1));
}

async function append(): Promise<void> {
  const stream = Math.random() < 0.5 ? `hot-${random(HOT_STREAMS)}` : `once-${randomUUID()}`;
  await timed(appendMs, () => store.append(stream, [anEvent()], 'any'));
  counts.appended += 1;
}

async function appendBatch(): Promise<void> {
  await store.append(`batch-${randomUUID()}`, Array.from({ length: 20 }, anEvent), 'no-stream');
  counts.appended += 20;
}

async function read(): Promise<void> {
  await timed(readMs, async () => {
    for await (const event of store.read(`hot-${random(HOT_STREAMS)}`, { maxCount: 20 })) {
      counts.read += event.type === '' ? 0 : 1;
    }
  });
}

async function readAll(): Promise<void> {
  for await (const event of store.readAll({ direction: 'backwards', maxCount: 500 })) {
    counts.read += event.type === '' ? 0 : 1;
  }
}

async function appendToGroup(): Promise<void> {
  await store.append('queue', [anEvent()], 'any');
  counts.appended += 1;
}

/** A stream that is written, deleted and written again. */
async function shortLife(): Promise<void> {
  const stream = `short-${randomUUID()}`;
  await store.append(stream, [anEvent(), anEvent()], 'no-stream');
  await client.deleteStream(stream);
  await store.append(stream, [anEvent()], 'no-stream');
  counts.appended += 3;
  counts.deleted += 1;
}

async function tombstone(): Promise<void> {
  const stream = `ended-${randomUUID()}`;
  await store.append(stream, [anEvent()], 'no-stream');
  await client.tombstoneStream(stream);
  counts.appended += 1;
  counts.deleted += 1;
}

/** Counts what arrives live, and an error when it goes back. */
async function deliver(): Promise<void> {
  let last = 0n;
  for await (const message of subscription) {
    if (message.kind !== 'event') continue;
    counts.delivered += 1;
    const { commit } = message.event.position;
    if (commit <= last) fail(new Error(`position ${commit} was delivered behind ${last}`));
    last = commit;
  }
}

async function joinGroup() {
  const settings = persistentSubscriptionToStreamSettingsFromDefaults({ startFrom: START });
  await client.createPersistentSubscriptionToStream('queue', 'soak', settings);
  const joined = client.subscribeToPersistentSubscriptionToStream('queue', 'soak');
  joined.on('data', (resolved) => {
    counts.handled += 1;
    void joined.ack(resolved);
  });
  joined.on('error', fail);
  return joined;
}

async function timed(latencies: number[], work: () => Promise<unknown>): Promise<void> {
  const startMs = performance.now();
  await work();
  latencies.push(performance.now() - startMs);
}

function report(atSeconds: number): void {
  const line = {
    minute: Number((atSeconds / 60).toFixed(2)),
    append_p50_ms: percentile(appendMs, 0.5),
    append_p99_ms: percentile(appendMs, 0.99),
    read_p50_ms: percentile(readMs, 0.5),
    read_p99_ms: percentile(readMs, 0.99),
    client_rss_mb: Math.round(process.memoryUsage().rss / 1e6),
    ...counts,
    first_errors: firstErrors,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  appendMs.length = 0;
  readMs.length = 0;
}

function fail(error: unknown): void {
  counts.errors += 1;
  if (firstErrors.length < 3) firstErrors.push(String(error));
}

function percentile(latencies: number[], share: number): number {
  latencies.sort((a, b) => a - b);
  return Number((latencies[Math.ceil(share * latencies.length) - 1] ?? 0).toFixed(2));
}

function anEvent() {
  return { ...jsonEvent({ type: 'Soaked', data: { text: TEXT } }), metadata: { by: 'soak' } };
}

function random(below: number): number {
  return Math.floor(Math.random() * below);
}
