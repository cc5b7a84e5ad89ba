import { Client } from 'pg';
import { startPostgres } from '../../test/support/postgres.js';

export type PlainFigures = {
  readonly load_seconds: number;
  readonly query_seconds: number;
  readonly differences: number;
};

/**
 * Both books in one table, and a window over each id: what is on one side only, twice, or differs
 * in amount or fee. The table is made inside PostgreSQL, so that only the disk bounds its loading.
 */
export async function plainReconciliation(size: number): Promise<PlainFigures> {
  const postgres = await startPostgres();
  try {
    const client = new Client({ connectionString: await postgres.createDatabase() });
    await client.connect();
    try {
      const load_seconds = await secondsOf(() => client.query(booksOf(size)));
      await client.query('ANALYZE books');
      let differences = Number.NaN;
      const query_seconds = await secondsOf(async () => {
        const { rows } = await client.query<{ differences: string }>(DIFFERENCES);
        differences = Number(rows[0]?.differences);
      });
      return { load_seconds, query_seconds, differences };
    } finally {
      await client.end();
    }
  } finally {
    await postgres.stop();
  }
}

const booksOf = (size: number): string => `
  CREATE TABLE books AS
  SELECT side, 'stripe' AS provider, 'ch_' || i AS reference,
         100 + (i * 7919) % 50000 + CASE WHEN side = 'theirs' AND i % 100 = 0 THEN 1 ELSE 0 END
           AS amount,
         30::bigint AS fee, timestamptz '2026-10-01Z' + make_interval(secs => i) AS at
  FROM generate_series(1::bigint, ${size}) AS i, unnest(ARRAY['ours', 'theirs']) AS side`;

const DIFFERENCES = `
  SELECT count(*) AS differences FROM (
    SELECT row_number() OVER same AS row,
           count(*) FILTER (WHERE side = 'ours') OVER same AS ours,
           count(*) FILTER (WHERE side = 'theirs') OVER same AS theirs,
           sum(CASE side WHEN 'ours' THEN amount ELSE -amount END) OVER same AS residual,
           sum(CASE side WHEN 'ours' THEN fee ELSE -fee END) OVER same AS fee_residual
    FROM books
    WINDOW same AS (PARTITION BY provider, reference)
  ) AS met
  WHERE row = 1 AND (ours <> 1 OR theirs <> 1 OR residual <> 0 OR fee_residual <> 0)`;

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return Math.round(performance.now() - startedMs) / 1000;
}
