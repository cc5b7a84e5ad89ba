import type { DataSource } from 'typeorm';
import type { PaymentEvent } from '#payments';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import {
  AUTHORISED,
  captured,
  eur,
  initiated,
  NOW,
  PAYMENT_ID,
} from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved, emptyViews, runViews } from '../support/postgres-views.js';

const LATER = '2026-03-09T12:00:00.000Z';
const METADATA = { cart: '17', campaign: 'ramadan' };

const PAID: readonly PaymentEvent[] = [
  initiated({ metadata: METADATA }),
  ...AUTHORISED.slice(1),
  captured('c1', '10.00'),
  disputed(),
];

let postgres: TestPostgres;
let dataSource: DataSource;
let views: ReturnType<typeof runViews>;

beforeAll(async () => {
  postgres = await startPostgres();
  dataSource = await emptyViews(await postgres.createDatabase());
  const store = new InMemoryEventStore();
  views = runViews(dataSource, store, [PROJECTIONS.orders]);
  const without = initiated({ paymentId: 'p2', metadata: {} });
  await allReach(dataSource, await appendInterleaved(store, [PAID, [without]]), ['orders']);
});

afterAll(async () => {
  await views.stop();
  await dataSource.destroy();
  await postgres.stop();
});

describe('a payment in the order view', () => {
  it('can be found by what it is, and by every id that its provider has of it', async () => {
    const row = await dataSource.manager.findOneByOrFail(OrderPayment, { paymentId: PAYMENT_ID });
    expect(row).toMatchObject({
      customerId: 'customer-1',
      orderId: 'order-1',
      provider: 'stripe',
      currency: 'EUR',
      amount: '1000',
      captured: '1000',
      disputed: '1000',
      status: 'captured',
      metadata: METADATA,
      createdAt: new Date(NOW),
      updatedAt: new Date(LATER),
      providerReferences: ['pi_1', 'ch_c1', 'dp_1'],
    });
  });

  it('has no metadata where its client sent none', async () => {
    const row = await dataSource.manager.findOneByOrFail(OrderPayment, { paymentId: 'p2' });
    expect(row.metadata).toBeNull();
  });

  it.each([
    ['order_payment_references', `provider_references @> ARRAY['ch_c1']`],
    ['order_payment_metadata', `metadata @> '{"cart":"17"}'`],
    ['order_payment_metadata', `metadata ? 'campaign'`],
    ['order_payment_amount', `currency = 'EUR' AND amount BETWEEN 900 AND 1100`],
  ])('is found through the index %s', async (index, condition) => {
    const select = `SELECT payment_id FROM order_view_4.order_payment WHERE ${condition}`;
    const plan = await withoutScans(`EXPLAIN ${select}`);
    expect(JSON.stringify(plan)).toContain(index);
    const ids = await dataSource.query<{ payment_id: string }[]>(select);
    expect(ids.map((row) => row.payment_id)).toContain(PAYMENT_ID);
  });
});

/** With so few rows the planner would read the whole table. */
async function withoutScans(sql: string): Promise<unknown> {
  return dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL enable_seqscan = off');
    return manager.query<unknown>(sql);
  });
}

function disputed(): PaymentEvent {
  const paymentId = PAYMENT_ID;
  const facts = {
    reason: 'fraudulent',
    stage: 'chargeback',
    dueBy: null,
    openedAt: LATER,
  } as const;
  const data = { paymentId, disputeId: 'dp_1', captureId: 'c1', amount: eur('10.00'), ...facts };
  return { type: 'DisputeOpened', data };
}
