import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ListQuery } from './list.request.js';
import { pageOf, type Order, type Page } from './page.js';
import { NOT_ASKED, totalOf, type Total } from './total.js';

/** One page of a list, and how long the whole list is where that was asked. */
export async function listOf<Row extends ObjectLiteral>(
  manager: EntityManager,
  select: (manager: EntityManager) => SelectQueryBuilder<Row>,
  { order, query }: { readonly order: Order<Row>; readonly query: ListQuery },
): Promise<Page<Row> & Total> {
  const page = await pageOf(select(manager), order, query);
  const total = query.total === true ? await totalOf(manager, select(manager)) : NOT_ASKED;
  return { ...page, ...total };
}
