import { CommandServiceUnderTest, payment } from '../support/command-service.js';

let service: CommandServiceUnderTest;

beforeAll(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterAll(async () => {
  await service.stop();
});

describe('the answer of a command', () => {
  it('that creates a payment says where it is, and where it was created before', async () => {
    const first = await send('/v1/payments', payment({ intent: 'capture' }), 'create');
    const { paymentId } = first.body as { paymentId: string };
    expect(first).toMatchObject({
      status: 201,
      location: `/v1/payments/${paymentId}`,
      replayed: null,
    });
    const again = await send('/v1/payments', payment({ intent: 'capture' }), 'create');
    expect(again).toEqual({ ...first, replayed: 'true' });
  });

  it.each(['capture', 'void', 'cancel', 'refund'])(
    'of a %s is marked as replayed',
    async (name) => {
      const intent = name === 'refund' ? 'capture' : name === 'cancel' ? 'initiate' : 'authorise';
      const { body } = await send('/v1/payments', payment({ intent }), `before-${name}`);
      const path = `/v1/payments/${String(body['paymentId'])}/${name}`;
      const first = await send(path, {}, name);
      expect(first).toMatchObject({ status: 200, replayed: null });
      expect(await send(path, {}, name)).toEqual({ ...first, replayed: 'true' });
    },
  );

  it('of a refused one is not, since nothing was recorded', async () => {
    const { body } = await send('/v1/payments', payment({ intent: 'authorise' }), 'for-refund');
    const path = `/v1/payments/${String(body['paymentId'])}/refund`;
    for (let time = 1; time <= 2; time += 1) {
      expect(await send(path, {}, 'refused')).toMatchObject({ status: 409, replayed: null });
    }
    const reused = await send('/v1/payments', payment({ intent: 'capture' }), 'for-refund');
    expect(reused).toMatchObject({ status: 422, replayed: null });
  });

  it('on an order is marked for the command that was recorded, not for another one', async () => {
    const { body } = await send('/v1/payments', payment({ orderId: 'order-9' }), 'of-order');
    expect(body).toMatchObject({ orderId: 'order-9' });
    const path = '/v1/orders/order-9/cancel';
    expect((await send(path, {}, 'cancel-9')).replayed).toBeNull();
    expect((await send(path, {}, 'cancel-9')).replayed).toBe('true');
    expect((await send(path, {}, 'cancel-again')).replayed).toBeNull();
  });
});

async function send(path: string, body: object, key: string) {
  const response = await fetch(service.url + path, {
    method: 'POST',
    headers: {
      authorization: 'Bearer shop-key',
      'content-type': 'application/json',
      connection: 'close',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    location: response.headers.get('location'),
    replayed: response.headers.get('idempotent-replayed'),
    body: (await response.json()) as Record<string, unknown>,
  };
}
