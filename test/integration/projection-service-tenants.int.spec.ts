import { formatPosition } from '#event-store';
import type { PaymentEvent } from '#payments';
import { assessed, captured, held, initiated } from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';
import { operations } from '../support/fuzz/operations.js';

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  views = await ProjectionServiceUnderTest.start(postgres);
  const first = await appendInterleaved(views.store, [HELD, CAPTURED], 'shop');
  const last = await appendInterleaved(views.store, [OF_THE_OTHER], 'other');
  expect(last.commit).toBeGreaterThan(first.commit);
  await allReach(views.dataSource, last);
  position = formatPosition(last);
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

const QUERIES = operations().filter(
  ({ service, method }) => service === 'projection-service' && method === 'GET',
);

describe('a service', () => {
  it.each(QUERIES.filter(({ roles }) => !roles?.includes('service')))(
    'may not ask $path',
    async ({ path }) => {
      const { status, body } = await views.get(addressOf(path));
      expect([status, body['code']]).toEqual([403, 'forbidden']);
    },
  );

  it.each(QUERIES.filter(({ roles }) => roles?.includes('service')))(
    'sees nothing of another in $path',
    async ({ path }) => {
      const address = addressOf(path);
      const all = await views.get(address, 'audit');
      expect(all.status).toBe(200);
      expect(SECRETS.some((secret) => JSON.stringify(all.body).includes(secret))).toBe(true);
      const { body } = await views.get(address, 'other');
      const seen = JSON.stringify({ ...body, title: null, detail: null });
      expect(SECRETS.filter((secret) => seen.includes(secret))).toEqual([]);
    },
  );

  it('is not asked for the whole books', () => {
    const open = QUERIES.filter(({ roles }) => roles?.includes('service'));
    expect(open.map(({ path }) => path).sort()).toEqual([
      '/v1/cases',
      '/v1/cases/{paymentId}',
      '/v1/orders/{orderId}',
      '/v1/payments',
      '/v1/payments/{paymentId}',
      '/v1/payments/{paymentId}/events',
    ]);
  });
});

const ID = '5b8d3b5e-0000-5000-8000-000000000001';
const CAPTURED_ID = '5b8d3b5e-0000-5000-8000-000000000002';
const OTHER_ID = '5b8d3b5e-0000-5000-8000-000000000003';
const ORDER_ID = 'order-of-the-shop';
const SECRETS = [ID, CAPTURED_ID, ORDER_ID, 'merchant-of-the-shop'];
const OF_THE_SHOP = { orderId: ORDER_ID, merchantId: 'merchant-of-the-shop' };
const HELD: readonly PaymentEvent[] = [
  initiated({ ...OF_THE_SHOP, paymentId: ID }),
  assessed(),
  held,
];
const CAPTURED = [
  initiated({ ...OF_THE_SHOP, paymentId: CAPTURED_ID }),
  of(CAPTURED_ID, captured('c1', '10.00')),
];
const OF_THE_OTHER = [initiated({ paymentId: OTHER_ID, orderId: 'order-of-the-other' })];
let position = '';

function of(paymentId: string, event: PaymentEvent): PaymentEvent {
  return { ...event, data: { ...event.data, paymentId } } as PaymentEvent;
}

/** An address about the shop's payments. */
function addressOf(path: string): string {
  const filled = path
    .replace('{paymentId}', ID)
    .replace('{orderId}', ORDER_ID)
    .replace('{name}', 'orders');
  const isOfView = !filled.startsWith('/v1/views') && !filled.endsWith('/events');
  return isOfView ? `${filled}?minPosition=${position}` : filled;
}
