import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatPosition, idOf, type EventStore } from '#event-store';
import { verifyWebhook } from '#outgoing-webhooks';
import { paymentStream, type PaymentEvent } from '#payments';
import { hashKey, loadConfig, silentLogger } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import { OutgoingWebhooks } from '../../apps/operations/src/outgoing-webhooks/outgoing-webhooks.js';
import { serve, type Operations } from '../../apps/operations/src/serve.js';
import { eventually } from '../support/command-service.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import {
  authorised,
  authorisationRequested,
  captured,
  captureRequested,
  initiated,
} from '../support/payment-events.js';

type Message = {
  readonly path: string;
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly text: string;
  readonly body: { readonly type: string; readonly data: Record<string, unknown> };
};

let folder: string;
let store: InMemoryEventStore;
let operations: Operations;
let receiver: Server;
let received: Message[];
/** Status for a message, asked again at every attempt; null leaves it without an answer. */
let answer: (message: Message) => number | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-outgoing-webhooks-'));
  store = new InMemoryEventStore();
  received = [];
  answer = () => 204;
  receiver = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      const body = JSON.parse(text) as Message['body'];
      const id = headers['webhook-id'] ?? '';
      const message = { path: request.url ?? '', id, headers, text, body };
      received.push(message);
      const status = answer(message);
      if (status !== null) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  operations = await startOperations();
});

afterEach(async () => {
  await operations.stop();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

describe('outgoing webhooks', () => {
  it('tell the owner of a payment what happened, signed and in order', async () => {
    const { secret } = await register('/hooks');
    await pay('p1');
    await pay('p2', 'rival');
    await eventually(() => received.length === 2);
    expect(received.map(({ body }) => body)).toMatchObject([
      {
        type: 'payment.authorised',
        version: 1,
        data: { status: 'authorised', orderId: 'order-1' },
      },
      {
        type: 'payment.captured',
        data: {
          paymentId: 'p1',
          status: 'captured',
          captured: { amount: '1000', currency: 'EUR' },
        },
      },
    ]);
    for (const { headers, text } of received) {
      verifyWebhook(headers, text, { secrets: [secret], nowSeconds: Date.now() / 1_000 });
    }
    expect(JSON.stringify(store.events.map(({ data }) => data))).not.toContain(secret);
  });

  it('repeat what failed under the same id, before what came after it', async () => {
    await register('/hooks');
    answer = ({ id }) => (received.filter((each) => each.id === id).length < 3 ? 500 : 200);
    await pay('p1');
    await eventually(() => received.length === 6);
    const types = received.map(({ body }) => body.type);
    expect(types.slice(0, 3)).toEqual(Array(3).fill('payment.authorised'));
    expect(types.slice(3)).toEqual(Array(3).fill('payment.captured'));
    expect(new Set(received.map(({ id }) => id)).size).toBe(2);
    expect(new Set(received.map(({ text }) => text)).size).toBe(2);
  });

  it('go on to others while one endpoint and one payment never take any', async () => {
    await register('/silent');
    await register('/hooks');
    answer = ({ path, body }) => {
      if (path === '/silent') return null;
      return body.data['paymentId'] === 'poison' ? 500 : 200;
    };
    for (const id of ['poison', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']) await pay(id);
    const arrived = (): Message[] =>
      received.filter(({ path, body }) => path === '/hooks' && body.data['paymentId'] !== 'poison');
    await eventually(() => arrived().length === 12);
  });

  it('give up at last, say so in the store, and send again when asked', async () => {
    const { endpointId } = await register('/hooks');
    answer = () => 500;
    await pay('p1');
    const path = `/v1/webhook-endpoints/${endpointId}/abandoned-messages`;
    let listed: { messageId: string; attempts: number; lastFailure: string }[] = [];
    await eventually(async () => {
      listed = (await call('GET', path)).body as typeof listed;
      return listed.length === 2;
    });
    expect(listed[0]).toMatchObject({ attempts: 4, lastFailure: 'answered 500' });
    const given = store.events.filter(({ type }) => type === 'WebhookMessageAbandoned');
    expect(given).toMatchObject([{ data: { reason: 'answered 500', attempts: 4 } }, {}]);
    answer = () => 200;
    received.length = 0;
    expect(await call('POST', `${path}/${listed[0]?.messageId}/replay`)).toMatchObject({
      status: 202,
    });
    await eventually(() => received.length === 1);
    expect(received[0]?.id).toBe(listed[0]?.messageId);
  });

  it('stop at an endpoint that is gone, until it is enabled', async () => {
    const { endpointId } = await register('/hooks');
    const path = `/v1/webhook-endpoints/${endpointId}`;
    answer = () => 410;
    await pay('p1');
    await eventually(async () => {
      const { body } = await call('GET', path);
      return (body as { status: string }).status === 'disabled';
    });
    expect((await call('GET', path)).body).toMatchObject({ disabled: { reason: 'gone' } });
    expect(received).toHaveLength(1);
    answer = () => 200;
    await call('POST', `${path}/enable`);
    await eventually(() => received.length === 3);
  });

  it('go on after a restart with what had not arrived, from the queue on disk', async () => {
    await register('/hooks');
    answer = () => 500;
    await pay('p1');
    await eventually(() => received.length > 0);
    await operations.stop();
    answer = () => 200;
    const before = received.length;
    operations = await startOperations();
    await eventually(() => received.length >= before + 2);
    const ids = new Set(received.map(({ id }) => id));
    expect(ids.size).toBe(2);
  });

  it('come again from a position, with the ids of the first time', async () => {
    const { endpointId } = await register('/hooks');
    await pay('p1');
    await eventually(() => received.length === 2);
    const ids = received.map(({ id }) => id);
    const fromPosition = formatPosition({ commit: 1n, prepare: 1n });
    const path = `/v1/webhook-endpoints/${endpointId}/replay`;
    const { body } = await call('POST', path, { fromPosition });
    expect(body).toEqual({ queued: 2, nextPosition: null });
    await eventually(() => received.length === 4);
    expect(received.slice(2).map(({ id }) => id)).toEqual(ids);
  });

  it('are signed with old and new secret while it is replaced', async () => {
    const { endpointId, secret } = await register('/hooks');
    const { body } = await call('POST', `/v1/webhook-endpoints/${endpointId}/secret`);
    const next = (body as { secret: string }).secret;
    await pay('p1');
    await eventually(() => received.length === 2);
    for (const each of [secret, next]) {
      const { headers, text } = received[0] as Message;
      verifyWebhook(headers, text, { secrets: [each], nowSeconds: Date.now() / 1_000 });
    }
    expect(next).not.toBe(secret);
  });
});

describe('an endpoint', () => {
  it('shows its secret once, belongs to its client, and is removed', async () => {
    const { endpointId } = await register('/hooks');
    const path = `/v1/webhook-endpoints/${endpointId}`;
    const read = await call('GET', path);
    expect(read.body).not.toHaveProperty('secret');
    expect((await call('GET', path, undefined, 'rival')).status).toBe(404);
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', '/v1/webhook-endpoints')).body).toEqual([]);
    await pay('p1');
  });

  it('is refused with the name of the bad field', async () => {
    const wrong = { url: 'http://shop.example', messageTypes: ['payment.lost'] };
    const { status, body } = await call('POST', '/v1/webhook-endpoints', wrong);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('"field":"messageTypes"');
    const plain = await call('POST', '/v1/webhook-endpoints', { url: 'http://shop.example' });
    expect(plain.body).toMatchObject({ errors: [{ field: 'url' }] });
  });
});

async function startOperations(): Promise<Operations> {
  const eventStore: EventStore = store;
  const logger = silentLogger();
  const webhooks = await OutgoingWebhooks.open({
    eventStore,
    logger,
    folder,
    privateNetworks: 'allowed',
    timeoutMs: 200,
    delaysMs: [30, 30, 30],
    pollMs: 10,
  });
  return serve({
    config: loadConfig(Config, {
      PORT: '0',
      API_KEYS: `shop:service:${hashKey('shop')},rival:service:${hashKey('rival')}`,
      STRIPE_SECRET_KEY: 'sk_test_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
    }),
    logger,
    eventStore,
    providers: [],
    webhooks,
  });
}

async function register(path: string): Promise<{ endpointId: string; secret: string }> {
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`;
  const { status, body } = await call('POST', '/v1/webhook-endpoints', { url });
  expect(status).toBe(201);
  return body as { endpointId: string; secret: string };
}

async function call(
  method: string,
  path: string,
  body?: object,
  key = 'shop',
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(operations.url + path, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      connection: 'close',
      'idempotency-key': crypto.randomUUID(),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

async function pay(paymentId: string, client = 'shop'): Promise<void> {
  const events: PaymentEvent[] = [
    initiated({ paymentId }),
    authorisationRequested(),
    authorised(),
    captureRequested('c1', '10.00'),
    captured('c1', '10.00'),
  ];
  const stored = events.map((event, index) => ({
    id: idOf(paymentId, String(index)),
    type: event.type,
    data: JSON.parse(JSON.stringify({ ...event.data, paymentId })) as object,
    metadata: { client },
  }));
  await store.append(paymentStream(paymentId), stored as never, 'no-stream');
}
