import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Caller } from '#platform';
import type { SealedTexts } from '#privacy';
import { amountColumns, type Columns } from '../lists/csv.js';
import type { Exportable } from '../lists/exports.js';
import { narrow, type Filters } from '../lists/filters.js';
import type { PageOnly } from '../lists/list.request.js';
import type { Order } from '../lists/page.js';
import type { OrderPayment } from './order-payment.entity.js';
import type { Plain } from '#projections';
import { resourceOf } from './payment.response.js';
import type { PaymentsQuery, PaymentsSort } from './payments.request.js';
import { visiblePayments } from './visible.js';

export const PAYMENT_FILTERS: Filters<Omit<Asked, PageOnly>, OrderPayment> = {
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
  metadata: ({ metadata, payment }) => metadata && JSON.stringify(wordsOf(payment)),
};

function wordsOf({ initiated }: Plain<OrderPayment>['payment']): unknown {
  return (initiated as { readonly metadata?: unknown }).metadata;
}

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
  texts?: SealedTexts,
): (manager: EntityManager) => SelectQueryBuilder<OrderPayment> {
  const { metadata, ...others } = query as Omit<PaymentsQuery, never>;
  const pairs = texts ? metadata?.map(eitherIn(texts)) : metadata;
  const asked: Asked = pairs ? { ...others, metadata: pairs } : others;
  return (manager) => narrow(visiblePayments(manager, caller), PAYMENT_FILTERS, asked);
}

/** What is asked for; of a list in the metadata one has to be there. */
type Asked = Omit<PaymentsQuery, 'metadata'> & {
  readonly metadata?: readonly (string | readonly string[])[];
};

/** A pair as it was before texts were sealed, or by the link of its sealed value. */
function eitherIn(texts: SealedTexts): (pair: string) => string | readonly string[] {
  return (pair) => {
    const end = pair.indexOf('=');
    const link = end === -1 ? null : texts.linkOf(pair.slice(end + 1));
    return link === null ? pair : [pair, `${pair.slice(0, end)}=${link}`];
  };
}
