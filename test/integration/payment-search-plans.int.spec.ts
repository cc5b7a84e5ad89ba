import { sort } from '../../apps/projection-service/src/lists/page.js';
import type { PAYMENT_FILTERS } from '../../apps/projection-service/src/orders/payment-list.js';
import {
  PAYMENT_ORDERS,
  paymentsFor,
} from '../../apps/projection-service/src/orders/payment-list.js';
import {
  PaymentsQuery,
  type PaymentsSort,
} from '../../apps/projection-service/src/orders/payments.request.js';
import type { DataSource } from 'typeorm';
import { totalOf } from '../../apps/projection-service/src/lists/total.js';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { fillPayments } from '../support/payment-rows.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { emptyViews } from '../support/postgres-views.js';

const ROWS = 60_000;

let postgres: TestPostgres;
let dataSource: DataSource;

beforeAll(async () => {
  postgres = await startPostgres();
  dataSource = await emptyViews(await postgres.createDatabase());
  await fillPayments(dataSource, ROWS);
});

afterAll(async () => {
  await dataSource.destroy();
  await postgres.stop();
});

/** One value at least of every filter; the compiler asks for what is missing. */
const ASKED: Readonly<Record<keyof typeof PAYMENT_FILTERS, readonly Partial<PaymentsQuery>[]>> = {
  client: [{ client: 'client-3' }],
  status: [{ status: ['held'] }, { status: ['captured'] }, { status: ['held', 'declined'] }],
  orderId: [{ orderId: 'order-77' }],
  merchantId: [{ merchantId: 'merchant-7' }],
  customerId: [{ customerId: 'customer-7' }],
  provider: [{ provider: 'paypal' }, { provider: 'another' }],
  currency: [{ currency: 'JPY' }, { currency: 'XAF' }],
  amountMin: [
    { currency: 'JPY', amountMin: '999000' },
    { currency: 'JPY', amountMin: '5' },
  ],
  amountMax: [{ currency: 'JPY', amountMax: '200' }],
  from: [{ from: '2026-01-05T00:00:00Z' }, { from: '2027-01-05T00:00:00Z' }],
  to: [{ to: '2026-01-01T01:00:00Z' }, { to: '2025-01-01T00:00:00Z' }],
  reference: [{ reference: 'ch_77' }],
  metadata: [{ metadata: ['basket=78'] }, { metadata: ['nothing'] }],
};

const ALONE: readonly Partial<PaymentsQuery>[] = Object.values(ASKED).flat();
const SORTS = Object.keys(PAYMENT_ORDERS) as PaymentsSort[];

describe('a page of payments', () => {
  it.each(ALONE.map((asked) => [JSON.stringify(asked), asked] as const))(
    'by %s is found through an index, for every role and in every order',
    async (_shown, asked) => {
      for (const order of SORTS) {
        for (const role of ['auditor', 'service'] as const) {
          const currency = order === 'newest' || order === 'oldest' ? {} : { currency: 'JPY' };
          expect(await planOf({ ...currency, ...asked, sort: order }, role)).not.toContain(
            'Seq Scan',
          );
        }
      }
    },
  );

  it('by an id at a provider looks that up first, also in a long list', async () => {
    for (const order of ['newest', 'oldest'] as const) {
      const plan = await planOf({ reference: 'ch_77', sort: order }, 'auditor');
      expect(plan).toContain('order_payment_references');
    }
  });

  it('of a merchant in a time is one range of one index', async () => {
    const asked = {
      merchantId: 'merchant-7',
      from: '2026-01-02T00:00:00Z',
      to: '2026-01-04T00:00:00Z',
    };
    const plan = await planOf(asked, 'auditor');
    expect(plan).toMatch(
      /Index Cond: \(\(merchant_id = [^"]* AND \(created_at >= [^"]* AND \(created_at < /,
    );
  });
});

describe('a total', () => {
  it('is exact, and is not made up when counting takes too long', async () => {
    await dataSource.transaction(async (manager) => {
      const rows = manager.createQueryBuilder(OrderPayment, 'row');
      expect(await totalOf(manager, rows.clone())).toEqual({ total: ROWS, totalUnknown: null });
      const slow = rows.clone().where('pg_sleep(60) IS NOT NULL');
      expect(await totalOf(manager, slow, 20)).toEqual({
        total: null,
        totalUnknown: 'took-too-long',
      });
      // The transaction is whole, and its time limit gone.
      const [{ limit }] = await manager.query<[{ limit: string }]>(
        `SELECT current_setting('statement_timeout') AS limit`,
      );
      expect(limit).toBe('0');
    });
  });
});

async function planOf(asked: Partial<PaymentsQuery>, role: 'auditor' | 'service'): Promise<string> {
  const query = Object.assign(new PaymentsQuery(), asked);
  const select = paymentsFor({ client: 'client-3', role }, query)(dataSource.manager);
  const page = sort(select, PAYMENT_ORDERS[query.sort]).limit(51);
  const [sql, parameters] = page.getQueryAndParameters();
  const plan = await dataSource.query<unknown>(`EXPLAIN ${sql}`, parameters);
  return JSON.stringify(plan);
}
