import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { isStorable, Problem } from '#platform';
import type { PageQuery } from './page.request.js';

export type Page<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null };

/** What rows are ordered by; together the fields must be unique, and never change. */
type Order<Row> = {
  readonly by: readonly (keyof Row & string)[];
  readonly direction: 'ASC' | 'DESC';
};

/**
 * One page of a query whose alias is `row`. The cursor holds the last row's place, so pages stay
 * stable while rows are added: nothing is shown twice and nothing is left out.
 *
 * @throws Problem `request-invalid` for a cursor that no page of this list gave.
 */
export async function pageOf<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { by, direction }: Order<Row>,
  { limit, cursor }: Pick<PageQuery, 'limit' | 'cursor'>,
): Promise<Page<Row>> {
  const list = [query.expressionMap.mainAlias?.metadata.tableName ?? '', direction, ...by].join(
    ' ',
  );
  if (cursor !== undefined) {
    const place = placeOf(
      cursor,
      list,
      by.map((field) => typeOf(query, field)),
    );
    const fields = by.map((field) => `row.${field}`).join(', ');
    const places = by.map((_, i) => `:place${i}`).join(', ');
    const values = Object.fromEntries(place.map((value, i) => [`place${i}`, value]));
    query.andWhere(`(${fields}) ${direction === 'ASC' ? '>' : '<'} (${places})`, values);
  }
  for (const field of by) query.addOrderBy(`row.${field}`, direction);
  const found = await query.limit(limit + 1).getMany();
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  const place = (): string[] => by.map((field) => String(last?.[field]));
  return { rows, nextCursor: more ? cursorOf(list, place()) : null };
}

/** A cursor says which list it is of: a place in another one would look like any other. */
function cursorOf(list: string, place: readonly string[]): string {
  return Buffer.from(JSON.stringify([list, ...place])).toString('base64url');
}

function placeOf(cursor: string, list: string, types: readonly string[]): string[] {
  const parts = parse(Buffer.from(cursor, 'base64url').toString());
  if (Array.isArray(parts) && parts.length === types.length + 1 && parts[0] === list) {
    const place: unknown[] = parts.slice(1);
    if (place.every((value, i) => isOfType(value, types[i] ?? ''))) return place as string[];
  }
  const message = 'must be the nextCursor of the page before';
  throw new Problem('request-invalid', undefined, [{ field: 'cursor', message }]);
}

function typeOf<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, field: string): string {
  const { metadata } = query.expressionMap.mainAlias ?? {};
  return String(metadata?.findColumnWithPropertyName(field)?.type);
}

/** What a column of a type takes; PostgreSQL would refuse anything else as our own fault. */
const TEXTS: Readonly<Record<string, RegExp>> = {
  text: /./,
  bigint: /^\d{1,18}$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

function isOfType(value: unknown, type: string): boolean {
  if (typeof value !== 'string' || !isStorable(value)) return false;
  return TEXTS[type]?.test(value) ?? false;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
