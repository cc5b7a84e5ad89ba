import type { DataSource } from 'typeorm';
import { Money } from '#money';
import { evolve, NO_PAYMENT, timelineEntryOf, type ProviderName } from '#payments';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { toJson } from '../../apps/projection-service/src/orders/payment-json.js';
import { initiated } from './payment-events.js';

export type PaymentRow = { readonly [Field in keyof OrderPayment]: OrderPayment[Field] };

/** A row of the order view, without the events behind it. */
export function paymentRow(fields: Partial<PaymentRow> & { paymentId: string }): PaymentRow {
  const row = {
    client: 'shop',
    orderId: 'order-1',
    merchantId: 'merchant-1',
    customerId: 'customer-1',
    provider: 'stripe',
    status: 'captured',
    currency: 'EUR',
    amount: '1000',
    captured: '1000',
    refunded: '0',
    disputed: '0',
    providerReferences: [],
    metadata: null,
    createdAt: new Date('2026-03-01T10:00:00Z'),
    updatedAt: new Date('2026-03-01T10:00:00Z'),
    opened: '1',
    ...fields,
  };
  return { ...foldOf(row), ...row };
}

/** As if only the initiation of a row's payment were recorded. */
function foldOf(
  row: Pick<PaymentRow, 'paymentId' | 'amount' | 'currency' | 'provider' | 'metadata'>,
): Pick<PaymentRow, 'payment' | 'timeline'> {
  const { paymentId, provider, metadata } = row;
  const amount = Money.of(BigInt(row.amount), row.currency);
  const facts = { paymentId, amount, provider: provider as ProviderName };
  const event = initiated({ ...facts, metadata: metadata ?? {} });
  return { payment: toJson(evolve(NO_PAYMENT, event)), timeline: [timelineEntryOf(event)] };
}

/** Writes rows as a projection would, all at once. */
export async function insertPayments(
  dataSource: DataSource,
  rows: readonly PaymentRow[],
): Promise<void> {
  const atOnce = 500;
  for (let i = 0; i < rows.length; i += atOnce) {
    await dataSource.getRepository(OrderPayment).insert(rows.slice(i, i + atOnce));
  }
}

/** Fills the table with so many payments, spread over what they can be told apart by. */
export async function fillPayments(dataSource: DataSource, count: number): Promise<void> {
  const { tablePath } = dataSource.getMetadata(OrderPayment);
  const { payment, timeline } = paymentRow({ paymentId: 'of-the-row' });
  await dataSource.query(
    `
    INSERT INTO ${tablePath} (
      payment_id, client, order_id, merchant_id, customer_id, provider, status, currency, amount,
      captured, refunded, disputed, created_at, updated_at, opened, provider_references, metadata,
      payment, timeline)
    SELECT
      '5b8d3b5e-0000-5000-8000-' || lpad(n::text, 12, '0'),
      'client-' || n % 20, 'order-' || n, 'merchant-' || n % 500, 'customer-' || n % 50000,
      CASE WHEN n % 10 = 0 THEN 'paypal' ELSE 'stripe' END,
      (ARRAY['captured', 'refunded', 'declined', 'held'])[1 + CASE WHEN n % 100 = 0 THEN 3 ELSE n % 3 END],
      (ARRAY['EUR', 'USD', 'JPY', 'OMR'])[1 + n % 4],
      100 + (n * 7919) % 1000000, 0, 0, 0,
      timestamptz '2026-01-01' + n * interval '7 seconds', timestamptz '2026-01-01', n,
      ARRAY['pi_' || n, 'ch_' || n],
      CASE WHEN n % 2 = 0 THEN jsonb_build_object('basket', n::text, 'shop', (n % 50)::text) END,
      replace($1, 'of-the-row', '5b8d3b5e-0000-5000-8000-' || lpad(n::text, 12, '0'))::json, $2::json
    FROM generate_series(1, ${count}) AS n`,
    [JSON.stringify(payment), JSON.stringify(timeline)],
  );
  await dataSource.query(`ANALYZE ${tablePath}`);
}
