import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Problem } from '#platform';
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
 * @throws Problem `request-invalid` for a cursor that no page gave.
 */
export async function pageOf<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { by, direction }: Order<Row>,
  { limit, cursor }: Pick<PageQuery, 'limit' | 'cursor'>,
): Promise<Page<Row>> {
  if (cursor !== undefined) {
    const place = decode(cursor, by.length);
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
  return { rows, nextCursor: more ? encode(by.map((field) => String(last[field]))) : null };
}

function encode(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function decode(cursor: string, length: number): string[] {
  const place = parse(Buffer.from(cursor, 'base64url').toString());
  const fits = Array.isArray(place) && place.length === length && place.every(isPlace);
  if (fits) return place as string[];
  const message = 'must be the nextCursor of the page before';
  throw new Problem('request-invalid', undefined, [{ field: 'cursor', message }]);
}

/** The first field is a position in every list here. */
function isPlace(value: unknown, i: number): boolean {
  return typeof value === 'string' && !value.includes('\0') && (i > 0 || /^\d{1,18}$/.test(value));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
