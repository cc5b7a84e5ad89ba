import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** @returns the name of a parameter that holds the value. */
type Bind = (value: unknown) => string;

/** @returns that a row is among those of the whole table, as `found`, that meet a condition. */
type Among = (condition: (alias: string) => string) => string;

type Compare<Value> = (column: string, value: Value, bind: Bind, among: Among) => string;

/** How a value of a query is compared with a column of `row`. */
const OPERATORS = {
  is: (column, value, bind) => `${column} = ${bind(value)}`,
  'one-of': (column, values: readonly unknown[], bind) =>
    // PostgreSQL reads an index in its order for one value, and sorts for a list of one.
    values.length === 1 ? `${column} = ${bind(values[0])}` : `${column} = ANY(${bind(values)})`,
  'at-least': (column, value, bind) => `${column} >= ${bind(value)}`,
  'at-most': (column, value, bind) => `${column} <= ${bind(value)}`,
  before: (column, value, bind) => `${column} < ${bind(value)}`,
  /**
   * A list of texts, hardly two rows of which share one. PostgreSQL takes one row in two hundred
   * to match and would walk the order of the list, so that they are looked up first.
   */
  includes: (column, value, bind, among) =>
    among((alias) => `${column.replace(/^row/, alias)} @> ARRAY[CAST(${bind(value)} AS text)]`),
  /** An object of texts: each `key=value`, or a key with any value; or the one of a list. */
  has: (column, pairs: readonly (string | readonly string[])[], bind) =>
    pairs
      .map((pair) => [pair].flat().map((each) => hasPair(column, each, bind)))
      .map((either) => `(${either.join(' OR ')})`)
      .join(' AND '),
} as const satisfies Record<string, Compare<never>>;

function hasPair(column: string, pair: string, bind: Bind): string {
  const end = pair.indexOf('=');
  if (end === -1) return `${column} ? ${bind(pair)}`;
  const wanted = { [pair.slice(0, end)]: pair.slice(end + 1) };
  return `${column} @> CAST(${bind(JSON.stringify(wanted))} AS jsonb)`;
}

type Filter<Row> = readonly [column: keyof Row & string, operator: keyof typeof OPERATORS];

/** For each field of a query that narrows a list down: its column, and how they compare. */
export type Filters<Query, Row> = { readonly [Field in keyof Query]-?: Filter<Row> };

/** Narrows rows down to what every field of a query allows that was sent. */
export function narrow<Query extends object, Row extends ObjectLiteral>(
  rows: SelectQueryBuilder<Row>,
  filters: Filters<Query, Row>,
  query: Query,
): SelectQueryBuilder<Row> {
  for (const [field, [column, operator]] of Object.entries<Filter<Row>>(filters)) {
    const value: unknown = query[field as keyof Query];
    if (value === undefined) continue;
    const parameters: Record<string, unknown> = {};
    const bind: Bind = (bound) => {
      const name = `filter_${field}_${Object.keys(parameters).length}`;
      parameters[name] = bound;
      return `:${name}`;
    };
    const compare = OPERATORS[operator] as Compare<unknown>;
    rows.andWhere(compare(`row.${column}`, value, bind, amongIn(rows)), parameters);
  }
  return rows;
}

function amongIn<Row extends ObjectLiteral>(rows: SelectQueryBuilder<Row>): Among {
  return (condition) => {
    const { target, primaryColumns } = rows.expressionMap.mainAlias?.metadata ?? {};
    const key = primaryColumns?.[0]?.propertyName;
    if (target === undefined || key === undefined) throw new TypeError('rows have no entity');
    const found = rows.subQuery().select(`found.${key}`).from(target, 'found');
    return `row.${key} = ANY(ARRAY${found.where(condition('found')).getQuery()})`;
  };
}
