import { randomUUID } from 'node:crypto';
import type { EventStore, ExpectedRevision, NewEvent } from '#event-store';

/** What one adapter reaches; the same load runs in process and through the door. */
export type StoreFigures = {
  readonly appends_per_s: Readonly<Record<string, number>>;
  readonly batch_events_per_s: Readonly<Record<string, number>>;
  readonly read_per_s: number;
  readonly catch_up_per_s: number;
  readonly delivery_p50_ms: number;
  readonly delivery_p99_ms: number;
};

export type RateFigures = { readonly appends_per_s: number; readonly read_per_s: number };

export const IN_FLIGHT = [1, 16, 64, 256];
const BATCHES = [10, 100];
const EVENTS_PER_STREAM = 5;
const READ_MAX = 50_000;
const DELIVERIES = 1_000;
const DELIVERY_EVERY_MS = 2;

const TEXT = 'x'.repeat(120);

/** Measures everything, `seconds` for each rate. */
export async function measureStore(store: EventStore, seconds: number): Promise<StoreFigures> {
  const appends: Record<string, number> = {};
  for (const inFlight of IN_FLIGHT) {
    appends[inFlight] = await appendRate(store, { inFlight, seconds });
  }
  const batches: Record<string, number> = {};
  for (const events of BATCHES) {
    batches[events] = await appendRate(store, { inFlight: 16, seconds, events });
  }
  return {
    appends_per_s: appends,
    batch_events_per_s: batches,
    read_per_s: await readRate(store),
    catch_up_per_s: await catchUpRate(store),
    ...(await deliveryLatency(store)),
  };
}

export type AppendLoad = {
  /** Appends on their way at any time. */
  readonly inFlight: number;
  readonly seconds: number;
  /** Events per append. */
  readonly events?: number;
};

/** Events written per second, each to its stream at an exact revision, as payments are. */
export async function appendRate(store: EventStore, load: AppendLoad): Promise<number> {
  const { inFlight, seconds, events = 1 } = load;
  const endMs = performance.now() + seconds * 1000;
  let written = 0;
  const writer = async () => {
    while (performance.now() < endMs) {
      const stream = `payment-${randomUUID()}`;
      let expected: ExpectedRevision = 'no-stream';
      for (let step = 0; step < EVENTS_PER_STREAM && performance.now() < endMs; step += 1) {
        const batch = Array.from({ length: events }, anEvent);
        expected = (await store.append(stream, batch, expected)).revision;
        written += events;
      }
    }
  };
  const startMs = performance.now();
  await Promise.all(Array.from({ length: inFlight }, writer));
  return rate(written, startMs);
}

/** Events read per second, across all streams; the first pass only makes the code warm. */
export async function readRate(store: EventStore): Promise<number> {
  await readThrough(store);
  const startMs = performance.now();
  return rate(await readThrough(store), startMs);
}

async function readThrough(store: EventStore): Promise<number> {
  let read = 0;
  for await (const { type } of store.readAll({ maxCount: READ_MAX })) read += type === '' ? 0 : 1;
  return read;
}

async function catchUpRate(store: EventStore): Promise<number> {
  const subscription = store.subscribe({ after: 'start' });
  const startMs = performance.now();
  let read = 0;
  for await (const message of subscription) {
    if (message.kind === 'event') read += 1;
    if (message.kind === 'caught-up' || read === READ_MAX) break;
  }
  const perSecond = rate(read, startMs);
  await subscription.close();
  return perSecond;
}

/** From the call of append to the event's arrival at a subscriber, at 500 appends a second. */
async function deliveryLatency(store: EventStore) {
  const prefix = `delivery-${randomUUID()}`;
  const sentMs = new Map<string, number>();
  const latencies: number[] = [];
  const subscription = store.subscribe({ after: 'end', streamPrefixes: [prefix] });
  const receiving = (async () => {
    for await (const message of subscription) {
      if (message.kind !== 'event') continue;
      latencies.push(performance.now() - (sentMs.get(message.event.id) ?? 0));
      if (latencies.length === DELIVERIES) return;
    }
  })();
  await pause(200);
  for (let count = 0; count < DELIVERIES; count += 1) {
    const event = anEvent();
    sentMs.set(event.id, performance.now());
    void store.append(`${prefix}-${count}`, [event], 'no-stream');
    await pause(DELIVERY_EVERY_MS);
  }
  await receiving;
  await subscription.close();
  latencies.sort((a, b) => a - b);
  return {
    delivery_p50_ms: percentile(latencies, 0.5),
    delivery_p99_ms: percentile(latencies, 0.99),
  };
}

/** About as large as a payment's event: 300 bytes of data, 200 of metadata. */
function anEvent(): NewEvent {
  return {
    id: randomUUID(),
    type: 'PaymentInitiated',
    data: { paymentId: randomUUID(), amount: { amount: '1050', currency: 'EUR' }, note: TEXT },
    metadata: { client: 'bench', actor: 'bench', correlationId: randomUUID(), schemaVersion: 1 },
  };
}

function rate(count: number, startMs: number): number {
  return Math.round(count / ((performance.now() - startMs) / 1000));
}

function percentile(sorted: readonly number[], share: number): number {
  return Number((sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(2));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
