import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '#platform';
import { amountColumns, type Columns } from '../lists/csv.js';
import type { Exportable } from '../lists/exports.js';
import { narrow, type Filters } from '../lists/filters.js';
import type { PageOnly } from '../lists/list.request.js';
import type { Order } from '../lists/page.js';
import type { OrderPayment } from './order-payment.entity.js';
import { resourceOf } from './payment.response.js';
import type { PaymentsQuery, PaymentsSort } from './payments.request.js';
import { visiblePayments } from './visible.js';

export const PAYMENT_FILTERS: Filters<Omit<PaymentsQuery, PageOnly>, OrderPayment> = {
  client: ['client', 'is'],
  status: ['status', 'one-of'],
  orderId: ['orderId', 'is'],
  merchantId: ['merchantId', 'is'],
  customerId: ['customerId', 'is'],
  provider: ['provider', 'is'],
  currency: ['currency', 'is'],
  amountMin: ['amount', 'at-least'],
  amountMax: ['amount', 'at-most'],
  from: ['createdAt', 'at-least'],
  to: ['createdAt', 'before'],
  reference: ['providerReferences', 'includes'],
  metadata: ['metadata', 'has'],
};

/** None of these fields ever changes: a payment that moves on stays in its place. */
export const PAYMENT_ORDERS: Readonly<Record<PaymentsSort, Order<OrderPayment>>> = {
  newest: { by: ['createdAt', 'paymentId'], direction: 'DESC' },
  oldest: { by: ['createdAt', 'paymentId'], direction: 'ASC' },
  largest: { by: ['amount', 'paymentId'], direction: 'DESC' },
  smallest: { by: ['amount', 'paymentId'], direction: 'ASC' },
};

const COLUMNS: Columns<OrderPayment> = {
  paymentId: ({ paymentId }) => paymentId,
  client: ({ client }) => client,
  orderId: ({ orderId }) => orderId,
  merchantId: ({ merchantId }) => merchantId,
  customerId: ({ customerId }) => customerId,
  provider: ({ provider }) => provider,
  status: ({ status }) => status,
  currency: ({ currency }) => currency,
  ...amountColumns('amount'),
  ...amountColumns('captured'),
  ...amountColumns('refunded'),
  ...amountColumns('disputed'),
  createdAt: ({ createdAt }) => createdAt.toISOString(),
  updatedAt: ({ updatedAt }) => updatedAt.toISOString(),
  revision: ({ timeline }) => timeline.length - 1,
  references: ({ providerReferences }) => providerReferences.join(' '),
  metadata: ({ metadata }) => metadata && JSON.stringify(metadata),
};

export const PAYMENT_EXPORT: Exportable<OrderPayment, ReturnType<typeof resourceOf>> = {
  view: 'orders',
  name: 'payments',
  columns: COLUMNS,
  item: resourceOf,
};

/** What a caller may see of what a query asks for. */
export function paymentsFor(
  caller: Caller,
  query: PaymentsQuery,
): (manager: EntityManager) => SelectQueryBuilder<OrderPayment> {
  return (manager) => narrow(visiblePayments(manager, caller), PAYMENT_FILTERS, query);
}
