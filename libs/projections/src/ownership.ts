import type { DataSource, QueryRunner } from 'typeorm';

/**
 * Takes a view for this process: one connection that holds an advisory lock. All writes go through
 * it, so a process that loses the connection loses the lock and can write nothing any more.
 *
 * @returns null when another process has it.
 */
export async function own(dataSource: DataSource, schema: string): Promise<QueryRunner | null> {
  const connection = dataSource.createQueryRunner();
  try {
    const [{ locked }] = (await connection.query(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
      [schema],
    )) as [{ locked: boolean }];
    if (locked) return connection;
  } catch (error) {
    await connection.release();
    throw error;
  }
  await connection.release();
  return null;
}

export async function disown(connection: QueryRunner, schema: string): Promise<void> {
  // The connection may be gone, and the lock with it.
  await connection
    .query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [schema])
    .catch(() => undefined);
  await connection.release().catch(() => undefined);
}
