import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { EventStoreUnavailable } from '#event-store';
import { verifyWebhook, WebhookRefused } from '#client';
import { RETRY_DELAYS_MS } from '#outgoing-webhooks';
import { DeliveryQueue } from '../../apps/operations/src/outgoing-webhooks/delivery-queue.js';
import { EndpointStreams } from '../../apps/operations/src/outgoing-webhooks/endpoint-streams.js';
import { MessageFeed } from '../../apps/operations/src/outgoing-webhooks/message-feed.js';
import { eventually } from '../support/eventually.js';
import { WebhooksUnderTest } from '../support/webhooks-under-test.js';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

/** Several looks at what is due; what was not sent by then is not due. */
const LOOKS_MS = 60;

let system: WebhooksUnderTest;
let nowMs: number;
/** Attempts whose failure was noted, at the time that the clock showed then. */
let failures: number;

beforeEach(async () => {
  failures = 0;
  const logger = pino({ level: 'warn' }, { write: noteFailure });
  nowMs = Date.parse('2026-11-01T00:00:00.000Z');
  const schedule = { delaysMs: RETRY_DELAYS_MS, now: () => nowMs, timeoutMs: 5_000, logger };
  system = await WebhooksUnderTest.start(schedule);
});

afterEach(async () => {
  await system.stop();
});

describe('the days of an endpoint that fails', () => {
  it('are tried on the schedule, neither earlier nor much later, and then no more', async () => {
    const { endpointId } = await system.register('/hooks');
    system.receiver.answer = ({ body }) => (body.type === 'payment.authorised' ? 500 : 204);
    await system.pay('p1');
    await eventually(() => failures === 1);
    for (const [index, delayMs] of RETRY_DELAYS_MS.entries()) {
      nowMs += delayMs - 1;
      await sleep(LOOKS_MS);
      expect(attempts()).toBe(index + 1);
      nowMs += delayMs * 0.1 + 1;
      await eventually(() => failures === index + 2);
    }
    // Given up, it holds up the next message of its payment no longer.
    await eventually(() => system.receiver.received.at(-1)?.body.type === 'payment.captured');
    expect(await read(endpointId, '/abandoned-messages')).toMatchObject([{ attempts: 10 }]);
    nowMs += 30 * DAY_MS;
    await sleep(LOOKS_MS);
    expect(attempts()).toBe(11);
  });

  it.each([
    ['seconds', '600'],
    ['a date', new Date(Date.parse('2026-11-01T00:10:00Z')).toUTCString()],
  ])('wait as long as it asks for in %s', async (_form, wish) => {
    await system.register('/hooks');
    system.receiver.answer = () =>
      attempts() === 1 ? (to) => to.writeHead(429, { 'retry-after': wish }).end() : 204;
    await system.pay('p1');
    await eventually(() => failures === 1);
    nowMs += 599 * SECOND_MS;
    await sleep(LOOKS_MS);
    expect(attempts()).toBe(1);
    nowMs += 61 * SECOND_MS;
    await eventually(() => attempts() === 3);
  });

  it('end after five: the endpoint is disabled, and an alert is raised', async () => {
    const { endpointId } = await system.register('/hooks');
    system.receiver.answer = () => 500;
    await untilDisabled(endpointId);
    const [event] = system.store.events.filter(({ type }) => type === 'WebhookEndpointDisabled');
    expect(event?.data).toMatchObject({ endpointId, reason: 'failing' });
    const path = '/v1/webhook-endpoints/attention';
    const attention = await system.call('GET', path, undefined, 'desk');
    expect(attention.body).toMatchObject([
      { endpointId, client: 'shop', status: 'disabled', trouble: 'failing' },
    ]);
    expect((await system.call('GET', path)).status).toBe(403);
    const metrics = await system.metrics();
    expect(metrics).toContain('assay_webhook_endpoints{state="disabled"} 1\n');
    expect(metrics).toMatch(/^assay_webhook_messages_waiting [1-9]/m);
  });

  it('lose nothing: what waits comes when it is enabled, what was missed when asked', async () => {
    const { endpointId } = await system.register('/hooks');
    system.receiver.answer = () => 500;
    const told = await untilDisabled(endpointId);
    for (const id of ['late-1', 'late-2']) await system.pay(id);
    await sleep(LOOKS_MS);
    system.receiver.received.length = 0;
    system.receiver.answer = () => 204;
    const { missedFrom } = (await read(endpointId)) as { missedFrom: string };
    await system.call('POST', `/v1/webhook-endpoints/${endpointId}/enable`);
    const given = (await read(endpointId, '/abandoned-messages')) as object[];
    // At once, although the last retry was a day away.
    await eventually(() => attempts() >= told.length * 2 - given.length);
    expect(paid().size).toBe(told.length);
    expect(attempts()).toBe(told.length * 2 - given.length);
    const replay = `/v1/webhook-endpoints/${endpointId}/replay`;
    const replayed = await system.call('POST', replay, { fromPosition: missedFrom });
    expect(replayed.body).toEqual({ queued: 4, nextPosition: null });
    await eventually(() => system.receiver.received.length === told.length * 2 - given.length + 4);
    expect([...paid()]).toEqual(expect.arrayContaining(['late-1', 'late-2']));
  });

  it('count from 0 after it was enabled', async () => {
    const { endpointId } = await system.register('/hooks');
    system.receiver.answer = () => 500;
    await untilDisabled(endpointId);
    await system.call('POST', `/v1/webhook-endpoints/${endpointId}/enable`);
    nowMs += HOUR_MS;
    await sleep(LOOKS_MS);
    expect(await read(endpointId)).toMatchObject({ status: 'active' });
    // Messages given up on the way write to the same stream, and must not restart the days.
    await untilDisabled(endpointId, 'again');
  });
});

describe('an endpoint that is disabled before the feed has come so far', () => {
  it('is still told what happened before', async () => {
    const queue = DeliveryQueue.open(join(system.folder, 'other-queue'));
    const streams = new EndpointStreams(system.store, queue, () => nowMs);
    const feed = new MessageFeed(system.store, queue);
    const { endpointId } = await system.register('/hooks');
    await system.pay('before');
    system.receiver.answer = () => 410;
    await eventually(() => isDisabled(endpointId));
    await system.pay('after');
    await streams.change(endpointId, () => [], { actor: 'x', commandId: 'y' });
    const told = await Promise.all(system.store.events.map((event) => feed.deliveriesOf(event)));
    const payments = told.flat().map(({ paymentId }) => paymentId);
    expect(payments).toEqual(['before', 'before']);
    await queue.close();
  });
});

describe('an outcome that cannot be kept', () => {
  it('makes its endpoint wait, and no other', async () => {
    const { endpointId } = await system.register('/hooks');
    const other = await system.register('/other');
    system.receiver.answer = ({ path }) => (path === '/hooks' ? 410 : 204);
    const append = system.store.append.bind(system.store);
    const away = new EventStoreUnavailable('away');
    system.store.append = (stream, ...rest) =>
      stream.includes(endpointId) ? Promise.reject(away) : append(stream, ...rest);
    await system.pay('p1');
    await eventually(() => attempts() === 3);
    nowMs += 10 * SECOND_MS - 1;
    await sleep(LOOKS_MS);
    expect(attempts()).toBe(3);
    nowMs += 1;
    await eventually(() => attempts() === 4);
    system.store.append = append;
    nowMs += 10 * SECOND_MS;
    await eventually(() => isDisabled(endpointId));
    expect(await read(other.endpointId)).toMatchObject({ status: 'active' });
  });
});

describe('the secret of an endpoint', () => {
  it('signs beside the next one for a day', async () => {
    const { endpointId, secret } = await system.register('/hooks');
    await system.call('POST', `/v1/webhook-endpoints/${endpointId}/secret`);
    nowMs += DAY_MS - 1;
    await system.pay('p1');
    await eventually(() => attempts() === 2);
    expect(await isSignedWith(secret)).toBe(true);
    nowMs += 1;
    await system.pay('p2');
    await eventually(() => attempts() === 4);
    expect(await isSignedWith(secret)).toBe(false);
  });

  it('holds messages back when its key is lost, until it is replaced', async () => {
    const { endpointId } = await system.register('/hooks');
    await system.stopOperations();
    await rm(join(system.folder, 'signing.key'));
    await system.startOperations();
    await system.pay('p1');
    const path = '/v1/webhook-endpoints/attention';
    await eventually(async () => {
      const [item] = (await system.call('GET', path, undefined, 'desk')).body as {
        waiting: number;
      }[];
      return item?.waiting === 2;
    });
    expect((await system.call('GET', path, undefined, 'desk')).body).toMatchObject([
      { endpointId, status: 'active', trouble: 'key-missing' },
    ]);
    expect(attempts()).toBe(0);
    const metrics = await system.metrics();
    expect(metrics).toContain('assay_webhook_endpoints{state="key-missing"} 1\n');
    expect(metrics).toContain('assay_webhook_endpoints{state="active"} 0\n');
    expect((await system.call('GET', '/health/ready')).body).toMatchObject({
      status: 'ready',
      parts: {
        'webhook-keys': `signing.key is not the one of ${endpointId}: 2 messages wait`,
      },
    });
    const { body } = await system.call('POST', `/v1/webhook-endpoints/${endpointId}/secret`);
    await eventually(() => attempts() === 2);
    expect(await isSignedWith((body as { secret: string }).secret)).toBe(true);
  });
});

function noteFailure(line: string): void {
  if (line.includes('did not arrive')) failures += 1;
}

function attempts(): number {
  return system.receiver.received.length;
}

function paid(): Set<unknown> {
  return new Set(system.receiver.received.map(({ body }) => body.data['paymentId']));
}

async function read(endpointId: string, path = ''): Promise<{ readonly status?: string }> {
  const { body } = await system.call('GET', `/v1/webhook-endpoints/${endpointId}${path}`);
  return body as { status?: string };
}

async function isDisabled(endpointId: string): Promise<boolean> {
  return (await read(endpointId)).status === 'disabled';
}

/** Pays twice a day until the endpoint is disabled. @returns the payments. */
async function untilDisabled(endpointId: string, name = 'p'): Promise<string[]> {
  const payments: string[] = [];
  for (let half = 0; half < 14; half += 1) {
    if (await isDisabled(endpointId)) {
      // Not before the five days, and soon after them.
      expect([10, 11, 12]).toContain(half);
      return payments;
    }
    const before = failures;
    payments.push(`${name}-${half}`);
    await system.pay(`${name}-${half}`);
    // A retry may have disabled it just before the payment.
    await eventually(async () => failures > before || (await isDisabled(endpointId)));
    await sleep(LOOKS_MS);
    nowMs += DAY_MS / 2;
  }
  throw new Error('it was never disabled');
}

async function isSignedWith(secret: string): Promise<boolean> {
  const { headers = {}, text = '' } = system.receiver.received.at(-1) ?? {};
  try {
    await verifyWebhook({ headers, body: text }, { secrets: secret, now: () => nowMs });
    return true;
  } catch (error) {
    if (error instanceof WebhookRefused) return false;
    throw error;
  }
}
