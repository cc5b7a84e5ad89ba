import type { SelectQueryBuilder } from 'typeorm';
import { streamView } from '#projections';
import { sort } from '../apps/projection-service/src/lists/page.js';
import { OrderPayment } from '../apps/projection-service/src/orders/order-payment.entity.js';
import {
  PAYMENT_EXPORT,
  PAYMENT_ORDERS,
  paymentsFor,
} from '../apps/projection-service/src/orders/payment-list.js';
import { PaymentsQuery } from '../apps/projection-service/src/orders/payments.request.js';
import { PROJECTIONS } from '../apps/projection-service/src/catalogue.js';
import { fillPayments } from '../test/support/payment-rows.js';
import { startPostgres } from '../test/support/postgres.js';
import { emptyViews } from '../test/support/postgres-views.js';
import { memory } from './support/memory.js';
import { progress } from './support/processes.js';

/**
 * `npm run bench -- search [payments] [pages of each]`: a page of payments by each filter, beside a
 * page of `select … order by … limit` without any, and an export of 200,000 of them with the memory
 * that it takes.
 */
const PAYMENTS = Number(process.argv[2] ?? 1_000_000);
const PAGES = Number(process.argv[3] ?? 100);
const EXPORTED = Math.min(200_000, PAYMENTS);
const PAGE_ROWS = 51;

const ASKED: Readonly<Record<string, Partial<PaymentsQuery>>> = {
  none: {},
  client: { client: 'client-3' },
  status: { status: ['captured'] },
  status_rare: { status: ['held'] },
  statuses: { status: ['held', 'declined'] },
  order: { orderId: 'order-777' },
  merchant: { merchantId: 'merchant-7' },
  merchant_in_a_day: {
    merchantId: 'merchant-7',
    from: '2026-01-02T00:00:00Z',
    to: '2026-01-03T00:00:00Z',
  },
  customer: { customerId: 'customer-7' },
  provider: { provider: 'paypal' },
  amounts: { currency: 'JPY', amountMin: '5000', amountMax: '6000' },
  largest: { currency: 'JPY', sort: 'largest' },
  time: { from: '2026-01-02T00:00:00Z', to: '2026-01-03T00:00:00Z' },
  reference: { reference: 'ch_777' },
  metadata: { metadata: ['basket=778'] },
  metadata_common: { metadata: ['shop=8'] },
};

const postgres = await startPostgres();
const dataSource = await emptyViews(await postgres.createDatabase());
try {
  progress(`writing ${PAYMENTS} payments`);
  await fillPayments(dataSource, PAYMENTS);
  const plain = (): SelectQueryBuilder<OrderPayment> =>
    sort(dataSource.manager.createQueryBuilder(OrderPayment, 'row'), PAYMENT_ORDERS.newest);
  await p95Of(plain);
  const baseline = await p95Of(plain);
  const p95_ms: Record<string, number> = {};
  for (const [name, asked] of Object.entries(ASKED)) {
    p95_ms[name] = await p95Of(() => searched(asked));
    progress(`${name}: ${p95_ms[name]} ms`);
  }
  const result = {
    payments: PAYMENTS,
    baseline_p95_ms: baseline,
    p95_ms,
    export: await exported(),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await dataSource.destroy();
  await postgres.stop();
}

function searched(asked: Partial<PaymentsQuery>): SelectQueryBuilder<OrderPayment> {
  const query = Object.assign(new PaymentsQuery(), asked);
  const select = paymentsFor({ client: 'audit', role: 'auditor' }, query);
  return sort(select(dataSource.manager), PAYMENT_ORDERS[query.sort]);
}

async function p95Of(page: () => SelectQueryBuilder<OrderPayment>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < PAGES; i += 1) {
    const startedMs = performance.now();
    await page().limit(PAGE_ROWS).getMany();
    times.push(performance.now() - startedMs);
  }
  times.sort((a, b) => a - b);
  return Math.round((times[Math.floor(PAGES * 0.95)] ?? Number.NaN) * 10) / 10;
}

async function exported() {
  const before = memory();
  let most = before.rss_anonymous_mb;
  const startedMs = performance.now();
  const { result } = await streamView(dataSource, PROJECTIONS.orders.name, () => searched({}));
  let rows = 0;
  for await (const some of result) {
    for (const row of some) JSON.stringify(PAYMENT_EXPORT.item(row));
    rows += some.length;
    most = Math.max(most, memory().rss_anonymous_mb);
    if (rows >= EXPORTED) break;
  }
  const seconds = (performance.now() - startedMs) / 1000;
  const grown_mb = most - before.rss_anonymous_mb;
  return { rows, rows_per_second: Math.round(rows / seconds), grown_mb };
}
