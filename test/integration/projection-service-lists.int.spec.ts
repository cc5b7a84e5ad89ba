import type { PaymentEvent } from '#payments';
import { assessed, captured, held, initiated } from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

const PAYMENTS = 203;

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  views = await ProjectionServiceUnderTest.start(postgres);
  const many = Array.from({ length: PAYMENTS }, (_, i) => paid(idOf(i), 'order-1', '1.00'));
  await appendInterleaved(views.store, many, 'shop');
  const heldOnes = [500, 501].map((i) => heldOne(idOf(i)));
  await appendInterleaved(views.store, heldOnes, 'shop');
  const last = await appendInterleaved(
    views.store,
    [paid(idOf(900), 'order-1', '5.00'), paid(idOf(901), 'order-only-the-other-has', '7.00')],
    'other',
  );
  await allReach(views.dataSource, last);
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

describe('an order', () => {
  it('adds up all of its payments, on whichever page they are', async () => {
    const { body } = await views.get('/v1/orders/order-1');
    const total = { amount: String(PAYMENTS * 100), currency: 'EUR' };
    expect(body).toMatchObject({ client: 'shop', paymentCount: PAYMENTS, captured: [total] });
    const first = idsOf(body['payments']);
    expect(first).toHaveLength(200);
    const next = await views.get(`/v1/orders/order-1?cursor=${String(body['nextCursor'])}`);
    expect(next.body).toMatchObject({
      paymentCount: PAYMENTS,
      captured: [total],
      nextCursor: null,
    });
    expect(new Set([...first, ...idsOf(next.body['payments'])]).size).toBe(PAYMENTS);
  });

  it('is one of one client: a number that two have must be asked for with its client', async () => {
    const { status, body } = await views.get('/v1/orders/order-1', 'audit');
    expect([status, body['code']]).toEqual([422, 'order-ambiguous']);
    expect(body['errors']).toEqual([
      { field: 'client', message: 'must name whose order it is: other, shop' },
    ]);
    const named = await views.get('/v1/orders/order-1?client=other', 'audit');
    expect(named.body).toMatchObject({
      client: 'other',
      paymentCount: 1,
      captured: [{ amount: '500', currency: 'EUR' }],
    });
  });

  it('needs no client where only one has its number, and shows a service none but its own', async () => {
    const only = await views.get('/v1/orders/order-only-the-other-has', 'audit');
    expect(only.body).toMatchObject({ client: 'other', paymentCount: 1 });
    const path = '/v1/orders/order-only-the-other-has?client=other';
    expect((await views.get(path, 'shop')).status).toBe(404);
  });
});

describe('a list', () => {
  it.each([
    ['/v1/payments?orderId=order-1', PAYMENTS],
    ['/v1/cases', 2],
  ])('%s says whose each payment is, and can be of one client', async (path, count) => {
    const address = `${path}${path.includes('?') ? '&' : '?'}limit=200`;
    const of = async (client: string): Promise<unknown[]> => {
      const { body } = await views.get(`${address}&client=${client}`, 'audit');
      return (body['items'] as { client: unknown }[]).map((item) => item.client);
    };
    expect(new Set(await of('shop'))).toEqual(new Set(['shop']));
    expect(await of('shop')).toHaveLength(Math.min(count, 200));
    expect(await of('unheard-of')).toEqual([]);
  });

  const LISTS = [
    '/v1/payments',
    '/v1/cases',
    '/v1/orders/order-1?client=shop',
    '/v1/journal/entries',
    '/v1/reconciliation/lines',
  ];

  it.each(LISTS)('%s refuses the cursor of any other list, and what is none', async (path) => {
    const own = await cursorOf(path);
    const others = await Promise.all(LISTS.filter((list) => list !== path).map(cursorOf));
    const [list, ...place] = JSON.parse(Buffer.from(own, 'base64url').toString()) as string[];
    const spoilt = [
      ...place.map((_, i) => place.with(i, '1\0')),
      ...place.map((_, i) => place.with(i, '')),
      place.with(0, 'x'),
      place.slice(1),
      [...place, '1'],
    ].map((texts) => Buffer.from(JSON.stringify([list, ...texts])).toString('base64url'));
    for (const cursor of [...others, ...spoilt, 'x', 'bm9uc2Vuc2U']) {
      const { status, body } = await views.get(`${path}${joint(path)}cursor=${cursor}`, 'audit');
      expect([cursor, status, body['code']]).toEqual([cursor, 400, 'request-invalid']);
      expect((body['errors'] as { field: string }[]).map(({ field }) => field)).toEqual(['cursor']);
    }
    expect((await views.get(`${path}${joint(path)}cursor=${own}`, 'audit')).status).toBe(200);
  });
});

async function cursorOf(path: string): Promise<string> {
  const { body } = await views.get(`${path}${joint(path)}limit=1`, 'audit');
  return String(body['nextCursor']);
}

function joint(path: string): string {
  return path.includes('?') ? '&' : '?';
}

function idsOf(payments: unknown): string[] {
  return (payments as { paymentId: string }[]).map(({ paymentId }) => paymentId);
}

function idOf(index: number): string {
  return `5b8d3b5e-0000-5000-8000-${String(index).padStart(12, '0')}`;
}

function paid(paymentId: string, orderId: string, amount: string): readonly PaymentEvent[] {
  const captureId = `c-${paymentId}`;
  return [initiated({ paymentId, orderId }), of(paymentId, captured(captureId, amount))];
}

function heldOne(paymentId: string): readonly PaymentEvent[] {
  return [
    initiated({ paymentId, orderId: 'order-2' }),
    of(paymentId, assessed()),
    of(paymentId, held),
  ];
}

function of(paymentId: string, event: PaymentEvent): PaymentEvent {
  return { ...event, data: { ...event.data, paymentId } } as PaymentEvent;
}
