import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { MoneyJson } from '#money';
import { Problem, type Caller } from '#platform';
import { pageOf, type Page } from '../lists/page.js';
import type { OrderPayment } from './order-payment.entity.js';
import type { OrderQuery } from './payments.request.js';
import { visiblePayments } from './visible.js';

export type Order = {
  readonly client: string;
  readonly page: Page<OrderPayment>;
  readonly totals: readonly Total[];
};

type Total = {
  readonly currency: string;
  readonly count: string;
  readonly captured: string;
  readonly refunded: string;
};

/**
 * The order of one client: a page of its payments, and the totals of all of them. Null when no
 * client that the caller may see has an order of this number.
 *
 * @throws Problem `order-ambiguous` when several have one and the query names none of them.
 */
export async function orderOf(
  manager: EntityManager,
  caller: Caller,
  orderId: string,
  query: OrderQuery,
): Promise<Order | null> {
  const payments = (): SelectQueryBuilder<OrderPayment> =>
    visiblePayments(manager, caller).andWhere('row.orderId = :orderId', { orderId });
  const client = await ownerOf(payments(), query.client);
  if (client === null) return null;
  const own = (): SelectQueryBuilder<OrderPayment> =>
    payments().andWhere('row.client = :owner', { owner: client });
  const order = { by: ['opened', 'paymentId'], direction: 'ASC' } as const;
  const page = await pageOf(own(), order, Object.assign({}, query, { orderId }));
  return { client, page, totals: await totalsOf(own()) };
}

/** Order numbers are the clients' own words: the same word of two clients is two orders. */
async function ownerOf(
  payments: SelectQueryBuilder<OrderPayment>,
  named: string | undefined,
): Promise<string | null> {
  if (named !== undefined) payments.andWhere('row.client = :named', { named });
  const owners = await payments
    .select('row.client', 'client')
    .distinct()
    .orderBy('row.client')
    .getRawMany<{ readonly client: string }>();
  const [first, ...others] = owners.map(({ client }) => client);
  if (first === undefined || others.length === 0) return first ?? null;
  const message = `must name whose order it is: ${[first, ...others].join(', ')}`;
  throw new Problem('order-ambiguous', undefined, [{ field: 'client', message }]);
}

/** Per currency, over every payment. */
function totalsOf(payments: SelectQueryBuilder<OrderPayment>): Promise<Total[]> {
  return payments
    .select('row.currency', 'currency')
    .addSelect('count(*)', 'count')
    .addSelect('sum(row.captured)', 'captured')
    .addSelect('sum(row.refunded)', 'refunded')
    .groupBy('row.currency')
    .orderBy('row.currency')
    .getRawMany<Total>();
}

export function moneyOf(totals: readonly Total[], field: 'captured' | 'refunded'): MoneyJson[] {
  return totals.map((total) => ({ amount: total[field], currency: total.currency }));
}
