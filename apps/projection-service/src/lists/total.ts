import {
  QueryFailedError,
  type EntityManager,
  type ObjectLiteral,
  type SelectQueryBuilder,
} from 'typeorm';

/** How many rows there are, or why that is not known. */
export type Total =
  | { readonly total: number; readonly totalUnknown: null }
  | { readonly total: null; readonly totalUnknown: 'not-asked' | 'took-too-long' };

export const NOT_ASKED: Total = { total: null, totalUnknown: 'not-asked' };

const COUNTING_MS_MAX = 1_000;

/** Counts the rows of a query exactly, within the manager's transaction, as long as it may take. */
export async function totalOf<Row extends ObjectLiteral>(
  manager: EntityManager,
  query: SelectQueryBuilder<Row>,
  msMax = COUNTING_MS_MAX,
): Promise<Total> {
  await manager.query('SAVEPOINT counting');
  try {
    await manager.query(`SET LOCAL statement_timeout = ${msMax}`);
    const [sql, parameters] = query.select('count(*)', 'count').getQueryAndParameters();
    const [counted] = await manager.query<{ readonly count: string }[]>(sql, parameters);
    return { total: Number(counted?.count), totalUnknown: null };
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return { total: null, totalUnknown: 'took-too-long' };
  } finally {
    // Also takes the time limit back.
    await manager.query('ROLLBACK TO SAVEPOINT counting').catch(() => undefined);
  }
}

const QUERY_CANCELED = '57014';

function isTimeout(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  return (error.driverError as { readonly code?: unknown }).code === QUERY_CANCELED;
}
