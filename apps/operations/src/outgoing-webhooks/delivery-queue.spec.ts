import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import type { WebhookEndpoint } from '#outgoing-webhooks';
import { DeliveryQueue } from './delivery-queue.js';
import type { Delivery, KnownEndpoint } from './delivery.js';

const SEVENTH = { position: { commit: 7n, prepare: 7n }, eventId: 'seventh' };
const EIGHTH = { position: { commit: 8n, prepare: 8n }, eventId: 'eighth' };

let folder: string;
let queue: DeliveryQueue;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-delivery-queue-'));
  queue = DeliveryQueue.open(folder);
});

afterEach(async () => {
  await queue.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what is due', () => {
  it('is the first message of each payment, the longest waiting first', async () => {
    await queue.add([message('p1', 2), message('p1', 1)], 100);
    await queue.add([message('p0', 1)], 200);
    expect(due(99)).toEqual([]);
    expect(due(100)).toEqual(['p1/1']);
    expect(due(200)).toEqual(['p1/1', 'p0/1']);
    expect(due(200, 1)).toEqual(['p1/1']);
    expect(queue.due('other', 200, 9)).toEqual([]);
  });

  it('is the next one once the first has arrived', async () => {
    await queue.add([message('p1', 1), message('p1', 2)], 100);
    await queue.finish(message('p1', 1), 150, 'arrived');
    expect(due(149)).toEqual([]);
    expect(due(150)).toEqual(['p1/2']);
    await queue.finish(message('p1', 2), 160, 'arrived');
    expect(due(999)).toEqual([]);
    expect(queue.waitingCount('e1', 9)).toBe(0);
  });

  it('waits for the retry of the first one, and no other payment does', async () => {
    await queue.add([message('p1', 1), message('p1', 2), message('p2', 1)], 100);
    await queue.retryAt({ ...message('p1', 1), attempts: 1 }, 500);
    await queue.add([message('p1', 3)], 200);
    expect(due(499)).toEqual(['p2/1']);
    expect(due(500)).toEqual(['p2/1', 'p1/1']);
    expect(queue.due('e1', 500, 9)[1]).toMatchObject({ attempts: 1 });
  });

  it('is not a message that is added twice', async () => {
    await queue.add([message('p1', 1)], 100);
    await queue.retryAt({ ...message('p1', 1), attempts: 1 }, 500);
    await queue.add([message('p1', 1)], 200, { last: SEVENTH });
    expect(due(499)).toEqual([]);
    expect(queue.progress.last).toEqual(SEVENTH);
  });

  it('is the same after the process ended', async () => {
    await queue.add([message('p1', 1)], 100, { last: SEVENTH });
    await queue.close();
    queue = DeliveryQueue.open(folder);
    expect(due(100)).toEqual(['p1/1']);
    expect(queue.progress.last).toEqual(SEVENTH);
  });
});

describe('a message that is not what was put into the queue', () => {
  it.each<readonly [string, (kept: Delivery) => unknown]>([
    ['another body', (kept) => ({ ...kept, body: '{ }' })],
    ['another payment', (kept) => ({ ...kept, checksum: 1 })],
    ['no record', () => 7],
  ])('is never due, and holds up its payment alone: %s', async (_what, damage) => {
    await queue.add([message('p1', 1), message('p1', 2), message('p2', 1)], 100);
    await queue.close();
    const raw = open<unknown, string[]>({ path: folder, overlappingSync: false });
    const key = ['message', 'e1', 'p1', '1'];
    await raw.put(key, damage(raw.get(key) as Delivery));
    await raw.close();
    queue = DeliveryQueue.open(folder);
    expect(due(100)).toEqual(['p2/1']);
    const place = { endpointId: 'e1', paymentId: 'p1', order: '1' };
    expect(queue.takeDamaged()).toEqual([place]);
    await queue.restore([message('p1', 1)]);
    expect(due(100)).toEqual(['p1/1', 'p2/1']);
    expect(queue.takeDamaged()).toEqual([]);
  });
});

describe('a message that was given up', () => {
  it('lets the next one go, and is sent again when asked', async () => {
    await queue.add([message('p1', 1), message('p1', 2)], 100);
    await queue.finish({ ...message('p1', 1), attempts: 9 }, 200, 'dead');
    expect(due(200)).toEqual(['p1/2']);
    expect(queue.dead('e1', 9)).toMatchObject([{ order: '1', attempts: 9 }]);
    await queue.finish(message('p1', 2), 200, 'arrived');
    expect(await queue.revive('e1', 'p1/1', 300)).toBe(true);
    expect(queue.due('e1', 300, 9)).toMatchObject([{ order: '1', attempts: 0 }]);
    expect(queue.dead('e1', 9)).toEqual([]);
    expect(await queue.revive('e1', 'p1/1', 300)).toBe(false);
  });
});

describe('an endpoint', () => {
  it('that is enabled again gets at once what waits', async () => {
    await standing('disabled');
    await queue.add([message('p1', 1)], 100);
    await queue.retryAt(message('p1', 1), 9_000);
    await queue.failSince('e1', 50);
    await standing('active', 200);
    expect(due(200)).toEqual(['p1/1']);
    expect(queue.failingSinceMs('e1')).toBeNull();
  });

  it('that is removed leaves nothing behind, whether or not messages are under way', async () => {
    await standing('active');
    const underWay = [message('p1', 1), message('p2', 1), message('p3', 1)] as const;
    await queue.add(underWay, 100);
    await queue.add([message('p1', 2)], 100);
    await queue.finish(message('p3', 1), 100, 'dead');
    await standing('removed');
    await queue.retryAt(underWay[0], 200);
    await queue.finish(underWay[1], 200, 'dead');
    await queue.add([message('p4', 1)], 200, { last: EIGHTH });
    expect(queue.waitingCount('e1', 9)).toBe(0);
    expect(due(9_999)).toEqual([]);
    expect(queue.dead('e1', 9)).toEqual([]);
    // Others may be told by the same events.
    expect(queue.progress.last).toEqual(EIGHTH);
  });

  it('that is removed is among the others no longer, and stays known as removed', async () => {
    await standing('active');
    expect(queue.endpoints()).toHaveLength(1);
    await standing('removed');
    expect(queue.endpoints()).toEqual([]);
    expect(queue.endpoint('e1')?.endpoint.status).toBe('removed');
    await queue.close();
    queue = DeliveryQueue.open(folder);
    expect(queue.endpoint('e1')?.endpoint.status).toBe('removed');
  });
});

function message(paymentId: string, order: number): Delivery {
  return {
    endpointId: 'e1',
    paymentId,
    order: String(order),
    messageId: `${paymentId}/${order}`,
    type: 'payment.captured',
    body: '{}',
    attempts: 0,
    lastFailure: null,
  };
}

function due(nowMs: number, countMax = 9): string[] {
  return queue.due('e1', nowMs, countMax).map(({ messageId }) => messageId);
}

async function standing(status: WebhookEndpoint['status'], nowMs = 0): Promise<void> {
  const endpoint = { endpointId: 'e1', status } as WebhookEndpoint;
  const known: KnownEndpoint = { endpoint, revision: '0', since: '1/1' };
  await queue.changeEndpoint('e1', nowMs, () => known);
}
