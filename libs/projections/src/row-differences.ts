import type { QueryRunner } from 'typeorm';
import type { TableShape } from './table-shape.js';

/** A row that is not what the events say; its values stay in the database. */
export type RowDifference = {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
  /** `extra`: no event says so; `missing`: an event does. */
  readonly kind: 'changed' | 'missing' | 'extra';
  /** Whose values differ. */
  readonly columns: readonly string[];
};

export type RowDifferences = {
  /** How many rows differ. */
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly RowDifference[];
};

const ROWS_MAX = 20;

type Row = Readonly<Record<string, unknown>>;
type Pair = { readonly live: Row | null; readonly rebuilt: Row | null; readonly total: string };

/** Rows of the live schema against those that were built from the events. */
export async function rowDifferences(
  connection: QueryRunner,
  { live, rebuilt }: { readonly live: string; readonly rebuilt: string },
  tables: readonly TableShape[],
): Promise<RowDifferences> {
  let count = 0;
  const rows: RowDifference[] = [];
  for (const table of tables) {
    const pairs = (await connection.query(pairsOf(live, rebuilt, table))) as readonly Pair[];
    count += Number(pairs[0]?.total ?? 0);
    rows.push(...pairs.map((pair) => differenceOf(table, pair)));
  }
  return { count, rows: rows.slice(0, ROWS_MAX) };
}

function pairsOf(live: string, rebuilt: string, { name, primaryKey }: TableShape): string {
  const sameKey = primaryKey.map((column) => `l."${column.name}" = r."${column.name}"`);
  return `
    SELECT to_jsonb(l) AS live, to_jsonb(r) AS rebuilt, count(*) OVER ()::text AS total
    FROM "${live}"."${name}" l FULL JOIN "${rebuilt}"."${name}" r ON ${sameKey.join(' AND ')}
    WHERE l::text IS DISTINCT FROM r::text
    LIMIT ${ROWS_MAX}`;
}

function differenceOf({ name, primaryKey }: TableShape, { live, rebuilt }: Pair): RowDifference {
  const there = live ?? rebuilt ?? {};
  const key = Object.fromEntries(
    primaryKey.map((column) => [column.name, String(there[column.name])]),
  );
  if (live === null) return { table: name, key, kind: 'missing', columns: [] };
  if (rebuilt === null) return { table: name, key, kind: 'extra', columns: [] };
  const columns = Object.keys(live).filter(
    (column) => JSON.stringify(live[column]) !== JSON.stringify(rebuilt[column]),
  );
  return { table: name, key, kind: 'changed', columns };
}
