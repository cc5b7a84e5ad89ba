import { EventStoreUnavailable, idOf } from '#event-store';
import { CommandServiceUnderTest, payment } from '../support/command-service.js';
import { eventually } from '../support/eventually.js';

const at = '2026-03-01T12:00:00.000Z';
const ORDER = '/v1/orders/order-1/cancel';

type Cancelled = {
  readonly payments: readonly {
    readonly result: string;
    readonly payment: { readonly paymentId: string; readonly status: string };
  }[];
};

let service: CommandServiceUnderTest;

beforeEach(async () => {
  service = await new CommandServiceUnderTest().start();
});

afterEach(async () => {
  await service.stop();
});

async function begun(change: Record<string, unknown> = {}): Promise<string> {
  const { body } = await service.post('/v1/payments', payment(change));
  return String(body['paymentId']);
}

async function cancel(headers: Record<string, string> = {}): Promise<Map<string, string>> {
  const { status, body } = await service.post(ORDER, {}, headers);
  expect(status).toBe(200);
  const { payments } = body as unknown as Cancelled;
  return new Map(payments.map(({ result, payment: { paymentId } }) => [paymentId, result]));
}

describe('an order that is cancelled', () => {
  it('keeps no payment, and says of each what became of it', async () => {
    const untouched = await begun({ intent: 'initiate' });
    const held = await begun();
    const captured = await begun({ intent: 'capture' });
    const url = 'https://bank.example/3ds';
    const waits = { status: 'payer-action-required', url, orderReference: 'pi_1', at } as const;
    service.provider.authorisations.push(waits);
    const waiting = await begun();
    const other = await begun({ orderId: 'order-2' });
    expect(await cancel()).toEqual(
      new Map([
        [untouched, 'cancelled'],
        [held, 'cancelled'],
        [captured, 'captured'],
        [waiting, 'cancelled'],
      ]),
    );
    expect(service.provider.calls.filter(({ operation }) => operation === 'void')).toHaveLength(1);
    const { body } = await service.get(`/v1/payments/${other}`);
    expect(body['status']).toBe('authorised');
  });

  it('gives up the rest of what was captured in part, and takes no more of it', async () => {
    const paymentId = await begun();
    const path = `/v1/payments/${paymentId}`;
    const part = { amount: { amount: '400', currency: 'EUR' }, final: false };
    await service.post(`${path}/capture`, part);
    expect(await cancel()).toEqual(new Map([[paymentId, 'captured']]));
    expect((await service.get(path)).body).toMatchObject({
      status: 'captured',
      authorised: { amount: '0' },
    });
    const more = await service.post(`${path}/capture`, {});
    expect(more).toMatchObject({ status: 409, body: { code: 'payment-voided' } });
  });

  it('is cancelled once, however often it is asked for', async () => {
    await begun();
    const first = await cancel();
    const events = service.store.events.length;
    expect(await cancel()).toEqual(first);
    expect(service.store.events).toHaveLength(events);
  });

  it('takes no more payments, but answers what was begun before', async () => {
    const key = { 'idempotency-key': 'begun-before' };
    const { body: before } = await service.post('/v1/payments', payment(), key);
    await cancel();
    const late = await service.post('/v1/payments', payment());
    expect(late).toMatchObject({ status: 409, body: { code: 'order-cancelled' } });
    const batch = { operation: 'initiate', idempotencyKey: 'in-a-batch', body: payment() };
    const { body } = await service.post('/v1/batch', { commands: [batch] });
    expect(body).toMatchObject({ results: [{ problem: { code: 'order-cancelled' } }] });
    const repeat = await service.post('/v1/payments', payment(), key);
    expect(repeat).toEqual({ status: 201, body: before });
  });

  it('is another order for another client', async () => {
    const held = await begun();
    const rival = { authorization: 'Bearer rival-key' };
    expect(await cancel(rival)).toEqual(new Map());
    expect((await service.get(`/v1/payments/${held}`)).body['status']).toBe('authorised');
    expect((await service.post('/v1/payments', payment())).status).toBe(201);
  });

  it('gives up what was under way once its outcome is known', async () => {
    service.provider.silences = 1_000;
    const unknown = await begun({ intent: 'capture' });
    expect(await cancel()).toEqual(new Map([[unknown, 'cancelling']]));
    service.provider.silences = 0;
    await eventually(() => service.history(unknown).includes('PaymentVoided'));
    expect(service.history(unknown)).not.toContain('CaptureRequested');
  });

  it('ends a payment that began meanwhile', async () => {
    await cancel();
    const paymentId = idOf('a payment of another process');
    const [known] = await startedElsewhere(paymentId);
    expect(known).toBe('PaymentInitiated');
    await eventually(() => service.history(paymentId).includes('PaymentCancelled'));
    expect(service.provider.calls).toEqual([]);
  });

  it('tells all others when one payment cannot be told, and that one later', async () => {
    const payments: string[] = [];
    for (let count = 0; count < 40; count += 1) payments.push(await begun({ intent: 'initiate' }));
    const [first] = payments.sort();
    const append = service.store.append.bind(service.store);
    const away = new EventStoreUnavailable('away');
    service.store.append = (stream, ...rest) =>
      stream === `payment-${first}` ? Promise.reject(away) : append(stream, ...rest);
    expect((await service.post(ORDER, {})).status).toBe(503);
    const isOver = (paymentId: string): boolean =>
      service.history(paymentId).includes('PaymentCancelled');
    await eventually(() => payments.filter(isOver).length === 39);
    service.store.append = append;
    await eventually(() => payments.every(isOver));
    expect(new Set((await cancel()).values())).toEqual(new Set(['cancelled']));
  });

  it('may have any id that a payment takes', async () => {
    const orderId = '\u0637\u0644\u0628 '.repeat(32);
    const held = await begun({ orderId });
    const { body } = await service.post(`/v1/orders/${encodeURIComponent(orderId)}/cancel`, {});
    expect(body).toMatchObject({ orderId, payments: [{ payment: { paymentId: held } }] });
  });

  it('has to be named by a service with its key', async () => {
    const analyst = { authorization: 'Bearer analyst-key' };
    expect((await service.post(ORDER, {}, analyst)).status).toBe(403);
    const field = await service.post(ORDER, { reason: 'changed my mind' });
    expect(field).toMatchObject({ status: 400, body: { errors: [{ field: 'reason' }] } });
    const long = await service.post(`/v1/orders/${'x'.repeat(129)}/cancel`, {});
    expect(long).toMatchObject({ status: 400, body: { errors: [{ field: 'orderId' }] } });
  });
});

/** Appends what another process would have, had it not read of the cancellation yet. */
async function startedElsewhere(paymentId: string): Promise<string[]> {
  const { provider, method, ...body } = payment({ intent: 'initiate' });
  const data = {
    ...body,
    paymentId,
    provider,
    method,
    card: null,
    deviceId: null,
    ipCountry: null,
    shippingCountry: null,
    metadata: {},
    occurredAt: at,
    initiatedAt: at,
  };
  const metadata = { client: 'shop', actor: 'service:shop', commandId: paymentId };
  const event = { id: paymentId, type: 'PaymentInitiated', data: data as never, metadata };
  await service.store.append(`payment-${paymentId}`, [event], 'no-stream');
  return service.history(paymentId);
}
