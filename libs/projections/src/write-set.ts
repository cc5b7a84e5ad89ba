import type { QueryRunner } from 'typeorm';
import type { Read, Table, View } from './projection.js';
import { cleanText, storableJson } from './storable.js';
import { shapeOf, type TableShape } from './table-shape.js';

type Row = Record<string, unknown>;

/** What one batch loaded and changed in one table. */
type TableChanges = {
  readonly shape: TableShape;
  /** `column=value` of everything that was loaded; a row of it that is missing does not exist. */
  readonly loaded: Set<string>;
  readonly rows: Map<string, Row>;
  readonly changed: Map<string, Row>;
  readonly inserted: Row[];
  readonly added: Map<string, Row>;
};

/** The rows of one batch in memory: loaded with few queries, written with few queries. */
export class WriteSet implements View {
  readonly #tables = new Map<Table<object>, TableChanges>();

  constructor(
    private readonly connection: QueryRunner,
    private readonly schema: string,
  ) {}

  async load(reads: readonly Read[]): Promise<void> {
    const wanted = new Map<Table<object>, Map<string, Set<string>>>();
    for (const { table, column, value } of reads) {
      const columns = wanted.get(table) ?? new Map<string, Set<string>>();
      wanted.set(table, columns.set(column, (columns.get(column) ?? new Set()).add(value)));
    }
    for (const [table, columns] of wanted) {
      for (const [column, values] of columns) await this.#loadRows(table, column, values);
    }
  }

  hasLoaded({ table, column, value }: Read): boolean {
    return this.#tables.get(table)?.loaded.has(`${column}=${value}`) ?? false;
  }

  async #loadRows(table: Table<object>, field: string, values: Set<string>): Promise<void> {
    const { shape, rows, loaded } = this.#changesOf(table);
    const column = shape.columns.find((candidate) => candidate.field === field);
    if (!column) throw new TypeError(`${shape.name} has no field ${field}`);
    const names = shape.columns.map(({ name, field: as }) => `"${name}" AS "${as}"`).join(', ');
    const found = (await this.connection.query(
      `SELECT ${names} FROM ${this.#nameOf(shape)} WHERE "${column.name}" = ANY($1::text[])`,
      [[...values].map(cleanText)],
    )) as Row[];
    for (const row of found) rows.set(keyOf(shape, row), row);
    for (const value of values) loaded.add(`${field}=${value}`);
  }

  find<Found extends object>(table: Table<Found>, key: Partial<Found>): Found | null {
    const { shape, rows, loaded } = this.#changesOf(table);
    const row = rows.get(keyOf(shape, key));
    if (row) return row as Found;
    if (Object.entries(key).some(([field, value]) => loaded.has(`${field}=${String(value)}`))) {
      return null;
    }
    throw new Error(`${shape.name} was not loaded for ${JSON.stringify(key)}; name it in reads`);
  }

  /** As `find`; null for a row that is not loaded, too. */
  peek<Found extends object>(table: Table<Found>, key: Partial<Found>): Found | null {
    const { shape, rows } = this.#changesOf(table);
    return (rows.get(keyOf(shape, key)) as Found | undefined) ?? null;
  }

  put<Put extends object>(table: Table<Put>, row: Put): void {
    const { shape, rows, changed } = this.#changesOf(table);
    const key = keyOf(shape, row as Row);
    rows.set(key, row as Row);
    changed.set(key, row as Row);
  }

  insert<Inserted extends object>(table: Table<Inserted>, row: Inserted): void {
    this.#changesOf(table).inserted.push(row as Row);
  }

  add<Added extends object>(
    table: Table<Added>,
    key: Partial<Added>,
    column: keyof Added & string,
    delta: bigint,
  ): void {
    const { shape, added } = this.#changesOf(table);
    const name = keyOf(shape, key);
    const row = added.get(name) ?? { ...zeroes(shape), ...(key as Row) };
    row[column] = ((row[column] as bigint | undefined) ?? 0n) + delta;
    added.set(name, row);
  }

  /** Writes everything; the caller commits. */
  async flush(): Promise<void> {
    for (const { shape, changed, inserted, added } of this.#tables.values()) {
      await this.#write(shape, [...changed.values()], overwrite(shape));
      await this.#write(shape, inserted, '');
      await this.#write(shape, [...added.values()], increase(shape));
    }
  }

  async #write(shape: TableShape, rows: readonly Row[], onConflict: string): Promise<void> {
    if (rows.length === 0) return;
    const table = this.#nameOf(shape);
    await this.connection.query(
      `INSERT INTO ${table} AS t
       SELECT * FROM json_populate_recordset(NULL::${table}, $1::json) ${onConflict}`,
      [storableJson(rows.map((row) => stored(shape, row)))],
    );
  }

  #nameOf({ name }: TableShape): string {
    return `"${this.schema}"."${name}"`;
  }

  #changesOf(table: Table<object>): TableChanges {
    const known = this.#tables.get(table);
    if (known) return known;
    const changes: TableChanges = {
      shape: shapeOf(this.connection.dataSource, table),
      loaded: new Set(),
      rows: new Map(),
      changed: new Map(),
      inserted: [],
      added: new Map(),
    };
    this.#tables.set(table, changes);
    return changes;
  }
}

function keyOf({ primaryKey }: TableShape, row: Row): string {
  const [first] = primaryKey;
  if (first && primaryKey.length === 1) return String(row[first.field]);
  return JSON.stringify(primaryKey.map(({ field }) => String(row[field])));
}

function stored({ columns }: TableShape, row: Row): Row {
  const result: Row = {};
  for (const { field, name } of columns) {
    const value = row[field];
    result[name] = typeof value === 'bigint' ? value.toString() : value;
  }
  return result;
}

function overwrite(shape: TableShape): string {
  const changes = valueColumns(shape).map((name) => `"${name}" = excluded."${name}"`);
  return onConflict(shape, changes);
}

function increase(shape: TableShape): string {
  const changes = valueColumns(shape).map((name) => `"${name}" = t."${name}" + excluded."${name}"`);
  return onConflict(shape, changes);
}

function onConflict({ primaryKey }: TableShape, changes: readonly string[]): string {
  const key = primaryKey.map(({ name }) => `"${name}"`).join(', ');
  const action = changes.length === 0 ? 'NOTHING' : `UPDATE SET ${changes.join(', ')}`;
  return `ON CONFLICT (${key}) DO ${action}`;
}

function valueColumns({ columns, primaryKey }: TableShape): string[] {
  const key = new Set(primaryKey.map(({ name }) => name));
  return columns.map(({ name }) => name).filter((name) => !key.has(name));
}

function zeroes({ columns, primaryKey }: TableShape): Row {
  const key = new Set(primaryKey.map(({ field }) => field));
  return Object.fromEntries(
    columns.filter(({ field }) => !key.has(field)).map(({ field }) => [field, 0n]),
  );
}
