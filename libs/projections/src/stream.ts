import type { DataSource, EntityManager, QueryRunner, SelectQueryBuilder } from 'typeorm';
import { readCheckpoint } from './checkpoint.js';
import { schemaOf, type Plain } from './projection.js';
import type { Answer } from './query.js';

const ROWS_AT_ONCE = 500;

/** A reader that does not ask for more for so long loses the snapshot. */
const STALLED_MS_MAX = 60_000;

export type StreamOptions = { readonly stalledMsMax?: number };

/**
 * Reads any number of rows of one view from one snapshot, a few hundred at a time and no faster
 * than the reader takes them.
 *
 * The snapshot is let go of at the end, after an error, and when the reader stops (`return`), also
 * in the middle of a query. PostgreSQL itself ends one whose reader went silent.
 */
export async function streamView<Row extends object>(
  dataSource: DataSource,
  name: string,
  select: (manager: EntityManager) => SelectQueryBuilder<Row>,
  { stalledMsMax = STALLED_MS_MAX }: StreamOptions = {},
): Promise<Answer<AsyncIterableIterator<readonly Plain<Row>[]>>> {
  const connection = dataSource.createQueryRunner();
  try {
    await connection.startTransaction('REPEATABLE READ');
    await connection.query('SET TRANSACTION READ ONLY');
    await connection.query(`SET LOCAL idle_in_transaction_session_timeout = ${stalledMsMax}`);
    const position = await readCheckpoint(connection, schemaOf(name));
    const [sql, parameters] = plainly(select(connection.manager)).getQueryAndParameters();
    await connection.query(`DECLARE streamed NO SCROLL CURSOR FOR ${sql}`, parameters);
    return { position, result: new Rows<Row>(connection, await backendOf(connection)) };
  } catch (error) {
    await letGo(connection);
    throw error;
  }
}

/** Columns under the names of their fields, so that a row is what the entity would be. */
function plainly<Row extends object>(query: SelectQueryBuilder<Row>): SelectQueryBuilder<Row> {
  const { alias, expressionMap } = query;
  query.select([]);
  for (const { propertyName } of expressionMap.mainAlias?.metadata.columns ?? []) {
    query.addSelect(`${alias}.${propertyName}`, propertyName);
  }
  return query;
}

async function backendOf(connection: QueryRunner): Promise<number> {
  const [row] = (await connection.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[];
  if (!row) throw new Error('PostgreSQL did not tell its process id');
  return row.pid;
}

async function letGo(connection: QueryRunner): Promise<void> {
  if (connection.isTransactionActive) await connection.rollbackTransaction().catch(() => undefined);
  await connection.release();
}

/** A generator that was never begun would not run its `finally`; this lets go in any case. */
class Rows<Row extends object> implements AsyncIterableIterator<readonly Plain<Row>[]> {
  #fetching = false;
  #ended = false;

  constructor(
    private readonly connection: QueryRunner,
    private readonly pid: number,
  ) {}

  async next(): Promise<IteratorResult<readonly Plain<Row>[], undefined>> {
    if (this.#ended) return DONE;
    try {
      const rows = await this.#fetch();
      return rows.length > 0 ? { done: false, value: rows } : await this.return();
    } catch (error) {
      await this.#end();
      throw error;
    }
  }

  async #fetch(): Promise<readonly Plain<Row>[]> {
    this.#fetching = true;
    try {
      const rows: unknown = await this.connection.query(`FETCH ${ROWS_AT_ONCE} FROM streamed`);
      return rows as readonly Plain<Row>[];
    } finally {
      this.#fetching = false;
    }
  }

  async return(): Promise<{ done: true; value: undefined }> {
    await this.#end();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #end(): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#fetching) {
      // Its rows are not wanted any more, and the roll-back waits behind it.
      const { dataSource } = this.connection;
      await dataSource.query('SELECT pg_cancel_backend($1)', [this.pid]).catch(() => undefined);
    }
    await letGo(this.connection);
  }
}

const DONE = { done: true, value: undefined } as const;
