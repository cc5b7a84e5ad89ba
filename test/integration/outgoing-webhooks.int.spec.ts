import { formatPosition } from '#event-store';
import { verifyWebhook } from '#client';
import { eventually } from '../support/eventually.js';
import type { Message } from '../support/webhook-receiver.js';
import { WebhooksUnderTest } from '../support/webhooks-under-test.js';

let system: WebhooksUnderTest;
let received: Message[];

beforeEach(async () => {
  system = await WebhooksUnderTest.start();
  received = system.receiver.received;
});

afterEach(async () => {
  await system.stop();
});

describe('outgoing webhooks', () => {
  it('tell the owner of a payment what happened, signed and in order', async () => {
    const { secret } = await system.register('/hooks');
    await system.pay('p1');
    await system.pay('p2', 'rival');
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
      await verifyWebhook({ headers, body: text }, { secrets: secret });
    }
    expect(JSON.stringify(system.store.events.map(({ data }) => data))).not.toContain(secret);
  });

  it('repeat what failed under the same id, before what came after it', async () => {
    await system.register('/hooks');
    system.receiver.answer = ({ id }) =>
      received.filter((each) => each.id === id).length < 3 ? 500 : 200;
    await system.pay('p1');
    await eventually(() => received.length === 6);
    const types = received.map(({ body }) => body.type);
    expect(types.slice(0, 3)).toEqual(Array(3).fill('payment.authorised'));
    expect(types.slice(3)).toEqual(Array(3).fill('payment.captured'));
    expect(new Set(received.map(({ id }) => id)).size).toBe(2);
    expect(new Set(received.map(({ text }) => text)).size).toBe(2);
  });

  it('go on to others while one endpoint and one payment never take any', async () => {
    await system.register('/silent');
    await system.register('/hooks');
    system.receiver.answer = ({ path, body }) => {
      if (path === '/silent') return null;
      return body.data['paymentId'] === 'poison' ? 500 : 200;
    };
    for (const id of ['poison', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']) await system.pay(id);
    const arrived = (): Message[] =>
      received.filter(({ path, body }) => path === '/hooks' && body.data['paymentId'] !== 'poison');
    await eventually(() => arrived().length === 12);
  });

  it('go on for everybody else behind an event that cannot be read, and count its payment', async () => {
    await system.register('/hooks');
    const amount = { amount: 'ten', currency: 'EUR' };
    const data = { paymentId: 'poison', captureId: 'c', amount, final: true, reference: 'ch' };
    const id = '5b8d3b5e-0000-5000-8000-000000000009';
    await system.store.append(
      'payment-poison',
      [{ id, type: 'PaymentCaptured', data, metadata: { client: 'shop' } }],
      'any',
    );
    await system.pay('p1');
    await eventually(() => received.length === 2);
    expect(received.map(({ body }) => body.data['paymentId'])).toEqual(['p1', 'p1']);
    await eventually(async () =>
      (await system.metrics()).includes('assay_webhook_payments_set_aside 1'),
    );
  });

  it('give up at last, say so in the store, and send again when asked', async () => {
    const { endpointId } = await system.register('/hooks');
    system.receiver.answer = () => 500;
    await system.pay('p1');
    const path = `/v1/webhook-endpoints/${endpointId}/abandoned-messages`;
    let listed: { messageId: string; attempts: number; lastFailure: string }[] = [];
    await eventually(async () => {
      listed = (await system.call('GET', path)).body as typeof listed;
      return listed.length === 2;
    });
    expect(listed[0]).toMatchObject({ attempts: 4, lastFailure: 'answered 500' });
    const given = system.store.events.filter(({ type }) => type === 'WebhookMessageAbandoned');
    expect(given).toMatchObject([{ data: { reason: 'answered 500', attempts: 4 } }, {}]);
    system.receiver.answer = () => 200;
    received.length = 0;
    expect(await system.call('POST', `${path}/${listed[0]?.messageId}/replay`)).toMatchObject({
      status: 202,
    });
    await eventually(() => received.length === 1);
    expect(received[0]?.id).toBe(listed[0]?.messageId);
  });

  it('stop at an endpoint that is gone, until it is enabled', async () => {
    const { endpointId } = await system.register('/hooks');
    const path = `/v1/webhook-endpoints/${endpointId}`;
    system.receiver.answer = () => 410;
    await system.pay('p1');
    await eventually(async () => {
      const { body } = await system.call('GET', path);
      return (body as { status: string }).status === 'disabled';
    });
    expect((await system.call('GET', path)).body).toMatchObject({ disabled: { reason: 'gone' } });
    expect(received).toHaveLength(1);
    system.receiver.answer = () => 200;
    await system.call('POST', `${path}/enable`);
    await eventually(() => received.length === 3);
  });

  it('go on after a restart with what had not arrived, from the queue on disk', async () => {
    await system.register('/hooks');
    system.receiver.answer = () => 500;
    await system.pay('p1');
    await eventually(() => received.length > 0);
    await system.stopOperations();
    system.receiver.answer = () => 200;
    const before = received.length;
    await system.startOperations();
    await eventually(() => received.length >= before + 2);
    const ids = new Set(received.map(({ id }) => id));
    expect(ids.size).toBe(2);
  });

  it('come again from a position, with the ids of the first time', async () => {
    const { endpointId } = await system.register('/hooks');
    await system.pay('p1');
    await eventually(() => received.length === 2);
    const ids = received.map(({ id }) => id);
    const fromPosition = formatPosition({ commit: 1n, prepare: 1n });
    const path = `/v1/webhook-endpoints/${endpointId}/replay`;
    const { body } = await system.call('POST', path, { fromPosition });
    expect(body).toEqual({ queued: 2, nextPosition: null });
    await eventually(() => received.length === 4);
    expect(received.slice(2).map(({ id }) => id)).toEqual(ids);
  });

  it('are signed with one new secret, however often its replacement is repeated', async () => {
    const { endpointId, secret: first } = await system.register('/hooks');
    const replace = async (key: string) => {
      const path = `/v1/webhook-endpoints/${endpointId}/secret`;
      const { status, body } = await system.call('POST', path, undefined, { key });
      return { status, secret: (body as { secret?: string }).secret };
    };
    const second = await replace('k-2');
    expect(await replace('k-2')).toEqual(second);
    expect(second.secret).not.toBe(first);
    const third = await replace('k-3');
    expect(third.secret).not.toBe(second.secret);
    // The one before signs still, and is not shown any more.
    expect(await replace('k-2')).toEqual({ status: 200, secret: undefined });
    expect(await replace('k-3')).toEqual(third);
  });

  it('are signed with old and new secret while it is replaced', async () => {
    const { endpointId, secret } = await system.register('/hooks');
    const { body } = await system.call('POST', `/v1/webhook-endpoints/${endpointId}/secret`);
    const next = (body as { secret: string }).secret;
    await system.pay('p1');
    await eventually(() => received.length === 2);
    for (const each of [secret, next]) {
      const { headers, text } = received[0] as Message;
      await verifyWebhook({ headers, body: text }, { secrets: each });
    }
    expect(next).not.toBe(secret);
  });

  it('go on when the store was restored from a backup, and tell what it has again at most', async () => {
    await system.register('/hooks');
    await system.pay('p1');
    await eventually(() => received.length === 2);
    const backedUp = system.store.events.length;
    await system.pay('p2');
    await eventually(() => received.length === 4);
    await system.stopOperations();
    const before = new Set(received.map(({ id }) => id));
    system.store.forget(backedUp);
    await system.startOperations();
    await system.pay('p3');
    const of = (paymentId: string) =>
      received.slice(4).filter(({ body: { data } }) => data['paymentId'] === paymentId);
    await eventually(() => of('p3').length === 2);
    expect(of('p2')).toEqual([]);
    for (const { id } of of('p1')) expect(before).toContain(id);
  });
});

describe('an endpoint', () => {
  it('shows its secret once, belongs to its client, and is removed', async () => {
    const { endpointId } = await system.register('/hooks');
    const path = `/v1/webhook-endpoints/${endpointId}`;
    const read = await system.call('GET', path);
    expect(read.body).not.toHaveProperty('secret');
    expect((await system.call('GET', path, undefined, 'rival')).status).toBe(404);
    expect((await system.call('DELETE', path)).status).toBe(204);
    expect((await system.call('GET', '/v1/webhook-endpoints')).body).toEqual([]);
    await system.pay('p1');
  });

  it('is refused with the name of the bad field', async () => {
    const wrong = { url: 'http://shop.example', messageTypes: ['payment.lost'] };
    const { status, body } = await system.call('POST', '/v1/webhook-endpoints', wrong);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('"field":"messageTypes"');
    const plain = await system.call('POST', '/v1/webhook-endpoints', {
      url: 'http://shop.example',
    });
    expect(plain.body).toMatchObject({ errors: [{ field: 'url' }] });
  });
});
