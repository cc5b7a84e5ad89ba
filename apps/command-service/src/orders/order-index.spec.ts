import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POSITION_START, type RecordedEvent } from '#event-store';
import type { Logger } from '#platform';
import type { Config } from '../config.js';
import { OrderIndex } from './order-index.js';
import { orderKeyOf, orderStream } from './order-stream.js';

let folder: string;
let index: OrderIndex;
let warnings: string[];

beforeEach(async () => {
  warnings = [];
  folder = mkdtempSync(join(tmpdir(), 'assay-order-index-'));
  index = await opened();
});

afterEach(async () => {
  await index.onApplicationShutdown();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(): Promise<OrderIndex> {
  const logger = { warn: (_facts: object, message: string) => void warnings.push(message) };
  const fresh = new OrderIndex({ DATA_DIR: folder } as Config, logger as unknown as Logger);
  await fresh.onApplicationBootstrap();
  return fresh;
}

async function reopened(): Promise<OrderIndex> {
  await index.onApplicationShutdown();
  index = await opened();
  return index;
}

const KEY = orderKeyOf('shop', 'order-1');
/** As long as the first, so that nothing moves in the file. */
const OTHER_KEY = KEY.replace(/.$/, '!');

describe('the index of orders', () => {
  it('tells the payments of an order apart by client and order', async () => {
    await told(
      begun(1, 'p2'),
      begun(2, 'p1'),
      begun(3, 'p3', 'rival'),
      begun(4, 'p4', 'shop', 'x'),
    );
    expect(index.paymentsOf(KEY)).toEqual(['p1', 'p2']);
    expect((await reopened()).paymentsOf(KEY)).toEqual(['p1', 'p2']);
    expect(index.position.commit).toBe(4n);
  });

  it('reads on behind a payment that names no order or no client', async () => {
    const nameless = begun(1, 'p1');
    await told({ ...nameless, metadata: {} }, { ...begun(2, 'p2'), data: null }, begun(3, 'p3'));
    expect(index.paymentsOf(KEY)).toEqual(['p3']);
    expect(index.position.commit).toBe(3n);
  });

  it('goes on where its file ends, and takes what comes again as known', async () => {
    await told(begun(1, 'p1'));
    await reopened();
    await told(begun(1, 'p1'), begun(2, 'p2'));
    expect(index.paymentsOf(KEY)).toEqual(['p1', 'p2']);
  });

  it.each([
    ['another order in an entry', (text: string) => text.replaceAll(KEY, OTHER_KEY)],
    ['garbage in its place', (text: string) => 'x'.repeat(text.length)],
  ])('begins again when its file has %s', async (_name, damage) => {
    await told(begun(1, 'p1'), begun(2, 'p2'));
    await index.onApplicationShutdown();
    const file = join(folder, 'command-service', 'orders', 'data.mdb');
    writeFileSync(file, damage(readFileSync(file, 'latin1')), 'latin1');
    index = await opened();
    expect(index.position).toEqual(POSITION_START);
    expect(warnings).toHaveLength(1);
    await told(begun(1, 'p1'), begun(2, 'p2'));
    expect((await reopened()).paymentsOf(KEY)).toEqual(['p1', 'p2']);
  });

  it('keeps what is told while it writes', async () => {
    for (let place = 1; place <= 1_000; place += 1) await told(begun(place, `p${place}`));
    const writing = index.save();
    await told(begun(1_001, 'p1001'));
    expect(index.paymentsOf(KEY)).toHaveLength(1_001);
    await writing;
    expect(index.paymentsOf(KEY)).toHaveLength(1_001);
    expect((await reopened()).paymentsOf(KEY)).toHaveLength(1_001);
  });

  it('loses nothing when it is stopped while it writes', async () => {
    for (let place = 1; place <= 1_000; place += 1) await told(begun(place, `p${place}`));
    const writing = index.save();
    await told(begun(1_001, 'p1001'));
    await reopened();
    await writing;
    expect(index.position).toEqual(at(1_001));
    expect(index.paymentsOf(KEY)).toHaveLength(1_001);
  });

  it('keeps a cancelled order open until its payments were told, over restarts too', async () => {
    await told(begun(1, 'p1'), cancelled(2));
    expect((await reopened()).open).toEqual([KEY]);
    index.markDone(KEY);
    expect((await reopened()).open).toEqual([]);
    expect(index.isCancelled('shop', 'order-1')).toBe(true);
    expect(index.isCancelled('rival', 'order-1')).toBe(false);
  });

  it('opens it again for a payment that was begun after all', async () => {
    await told(cancelled(1));
    index.markDone(KEY);
    await told(begun(2, 'late'));
    expect(index.open).toEqual([KEY]);
  });

  it('is waited for, within bounds', async () => {
    const seen = index.untilSeen(at(2), 10_000);
    await told(begun(1, 'p1'), begun(2, 'p2'));
    expect(await seen).toBe(true);
    expect(await index.untilSeen(at(3), 5)).toBe(false);
  });
});

async function told(...events: RecordedEvent[]): Promise<void> {
  for (const event of events) await index.observe(event);
}

function at(place: number): RecordedEvent['position'] {
  return { commit: BigInt(place), prepare: BigInt(place) };
}

function begun(
  place: number,
  paymentId: string,
  client = 'shop',
  orderId = 'order-1',
): RecordedEvent {
  const data = { paymentId, orderId };
  return event(place, { stream: `payment-${paymentId}`, type: 'PaymentInitiated', data }, client);
}

function cancelled(place: number): RecordedEvent {
  const data = { orderId: 'order-1' };
  return event(place, { stream: orderStream(KEY).stream, type: 'OrderCancelled', data }, 'shop');
}

function event(
  place: number,
  rest: Pick<RecordedEvent, 'stream' | 'type' | 'data'>,
  client: string,
): RecordedEvent {
  const recordedAt = '2026-11-21T10:00:00.000Z';
  return {
    ...rest,
    id: String(place),
    metadata: { client },
    revision: 0n,
    position: at(place),
    recordedAt,
  };
}
