import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { cursorOf, placeOf, type Listing } from './cursor.js';
import { LIMIT_DEFAULT, type PageQuery } from './page.request.js';

export type Page<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null };

/** What rows are ordered by; together the fields must be unique, and never change. */
export type Order<Row> = {
  readonly by: readonly (keyof Row & string)[];
  readonly direction: 'ASC' | 'DESC';
};

/**
 * One page of a query whose alias is `row`. The cursor holds the last row's place, so pages stay
 * stable while rows are added: nothing is shown twice and nothing is left out.
 *
 * @param asked the whole query: its cursor goes on only where every filter is the same.
 * @throws Problem `request-invalid` for a cursor that no page of this list gave.
 */
export async function pageOf<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  order: Order<Row>,
  asked: PageQuery,
): Promise<Page<Row>> {
  const { limit = LIMIT_DEFAULT, cursor } = asked;
  const { by, direction } = order;
  const list: Listing = {
    name: [query.expressionMap.mainAlias?.metadata.tableName ?? '', direction, ...by].join(' '),
    types: by.map((field) => typeOf(query, field)),
    filter: filterOf(asked),
  };
  if (cursor !== undefined) {
    const place = placeOf(cursor, list);
    const fields = by.map((field) => `row.${field}`).join(', ');
    const places = by.map((_, i) => `:place${i}`).join(', ');
    const values = Object.fromEntries(place.map((value, i) => [`place${i}`, value]));
    query.andWhere(`(${fields}) ${direction === 'ASC' ? '>' : '<'} (${places})`, values);
  }
  sort(query, order);
  const found = await query.limit(limit + 1).getMany();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    rows,
    nextCursor: more
      ? cursorOf(
          list,
          by.map((field) => last[field]),
        )
      : null,
  };
}

export function sort<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { by, direction }: Order<Row>,
): SelectQueryBuilder<Row> {
  for (const field of by) query.addOrderBy(`row.${field}`, direction);
  return query;
}

/** What of a query says which rows a list has, and not which part of it or how it is answered. */
function filterOf(asked: PageQuery): object {
  const { limit: _l, cursor: _c, minPosition: _m, waitMs: _w, ...filter } = asked;
  const { total: _t, format: _f, ...rest } = filter as typeof filter & Record<string, unknown>;
  return rest;
}

function typeOf<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, field: string): string {
  const { metadata } = query.expressionMap.mainAlias ?? {};
  return String(metadata?.findColumnWithPropertyName(field)?.type);
}
