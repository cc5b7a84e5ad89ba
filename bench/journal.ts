import type { DataSource, EntityManager } from 'typeorm';
import { balancesAt } from '../apps/projection-service/src/journal/balances.js';
import { statementOf } from '../apps/projection-service/src/journal/statement.js';
import { SeededRandom } from '#fraud';
import { startPostgres } from '../test/support/postgres.js';
import { emptyViews } from '../test/support/postgres-views.js';
import { progress } from './support/processes.js';

/**
 * `npm run bench -- journal [postings] [questions]`: balances, statement pages and trial balances
 * at random pairs of times, beside a sum over the postings, as a table without sums of days would
 * do it. A fifth of the postings is of one account; a year of payments, learnt up to 90 days after.
 */
const POSTINGS = Number(process.argv[2] ?? 1_000_000);
const QUESTIONS = Number(process.argv[3] ?? 100);
const PLAIN_QUESTIONS = Math.min(10, QUESTIONS);
const MERCHANTS = 50;
const YEAR_SECONDS = 31_536_000;
const SCHEMA = 'journal_view_5';

const random = new SeededRandom(7);
const postgres = await startPostgres();
const dataSource = await emptyViews(await postgres.createDatabase());
try {
  progress(`writing ${POSTINGS} postings`);
  await fill(dataSource);
  const { manager } = dataSource;
  const largest = { account: 'provider:stripe:pending', currency: 'EUR', waitMs: 0 };
  const result = {
    postings: POSTINGS,
    largest_account_postings: await countOf(largest.account),
    balance_p95_ms: await p95Of(QUESTIONS, () =>
      statementOf(manager, { ...largest, ...closing(), limit: 1 }),
    ),
    statement_page_p95_ms: await p95Of(QUESTIONS, () =>
      statementOf(manager, { ...largest, ...month() }),
    ),
    trial_balance_p95_ms: await p95Of(QUESTIONS, () => balancesAt(manager, pair())),
    plain_sum_p95_ms: await p95Of(PLAIN_QUESTIONS, () => plainSum(manager, largest.account)),
    disk_mb: await diskMb(['journal_entry', 'journal_posting', 'journal_day']),
    disk_of_day_sums_mb: await diskMb(['journal_day']),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await dataSource.destroy();
  await postgres.stop();
}

/** Five postings an entry, as a capture with hold and fee has; one is of the largest account. */
async function fill(source: DataSource): Promise<void> {
  const entries = Math.ceil(POSTINGS / 5);
  await source.query(`
    CREATE TEMP TABLE moved AS
    SELECT md5(i::text)::uuid AS entry_id, i AS commit, 1 + (i * 7919) % 50000 AS amount,
           'm-' || (i * 31) % ${MERCHANTS} AS merchant,
           timestamptz '2025-01-01Z' + make_interval(secs => i * ${YEAR_SECONDS}::float8 / ${entries}) AS effective_at,
           timestamptz '2025-01-01Z' + make_interval(secs => i * ${YEAR_SECONDS}::float8 / ${entries}
             + (CASE WHEN i % 20 = 0 THEN ((i * 104729) % 7776000)::float8 ELSE 1 END)) AS recorded_at
    FROM generate_series(1::bigint, ${entries}) AS i`);
  await source.query(`
    INSERT INTO ${SCHEMA}.journal_entry
    SELECT entry_id, commit, commit, entry_id::text, NULL, NULL, 'PaymentCaptured', effective_at, recorded_at FROM moved`);
  await source.query(`
    INSERT INTO ${SCHEMA}.journal_posting
    SELECT entry_id, line, account, 'EUR', units, effective_at, recorded_at FROM moved,
    LATERAL (VALUES (0, 'memo:held:stripe', -amount), (1, 'memo:merchant:' || merchant, amount),
                    (2, 'provider:stripe:pending', amount - 1), (3, 'fees:stripe', 1),
                    (4, 'merchant:' || merchant || ':payable', -amount)) AS posted (line, account, units)
    WHERE units <> 0`);
  await source.query(`
    INSERT INTO ${SCHEMA}.journal_day
    SELECT account, currency, (effective_at AT TIME ZONE 'UTC')::date, (recorded_at AT TIME ZONE 'UTC')::date,
           'PaymentCaptured', coalesce(sum(amount) FILTER (WHERE amount > 0), 0),
           coalesce(-sum(amount) FILTER (WHERE amount < 0), 0), count(*)
    FROM ${SCHEMA}.journal_posting GROUP BY 1, 2, 3, 4`);
  for (const table of ['journal_entry', 'journal_posting', 'journal_day']) {
    await source.query(`VACUUM ANALYZE ${SCHEMA}.${table}`);
  }
}

function someTime(): string {
  return new Date(Date.parse('2025-01-02Z') + random.next() * 360 * 86_400_000).toISOString();
}

function pair(): { asOfEffective: string; asOfRecorded: string } {
  return { asOfEffective: someTime(), asOfRecorded: someTime() };
}

function closing(): { from: string; to: string; asOfRecorded: string } {
  const to = someTime();
  return { from: new Date(Date.parse(to) - 1).toISOString(), to, asOfRecorded: someTime() };
}

function month(): { from: string; to: string; asOfRecorded: string } {
  const from = someTime();
  const to = new Date(Date.parse(from) + 30 * 86_400_000).toISOString();
  return { from, to, asOfRecorded: someTime() };
}

function plainSum(manager: EntityManager, account: string): Promise<unknown> {
  const { asOfEffective, asOfRecorded } = pair();
  return manager.query(
    `SELECT sum(amount) FROM ${SCHEMA}.journal_posting
     WHERE account = $1 AND currency = 'EUR' AND effective_at <= $2 AND recorded_at <= $3`,
    [account, asOfEffective, asOfRecorded],
  );
}

async function countOf(account: string): Promise<number> {
  const rows = await dataSource.query<readonly { count: number }[]>(
    `SELECT count(*)::int AS count FROM ${SCHEMA}.journal_posting WHERE account = $1`,
    [account],
  );
  return rows[0]?.count ?? Number.NaN;
}

async function diskMb(tables: readonly string[]): Promise<number> {
  const rows = await dataSource.query<readonly { mb: number }[]>(
    `SELECT round(sum(pg_total_relation_size(name::regclass)) / 1e6)::int AS mb FROM unnest($1::text[]) AS name`,
    [tables.map((table) => `${SCHEMA}.${table}`)],
  );
  return rows[0]?.mb ?? Number.NaN;
}

async function p95Of(times: number, ask: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const startedMs = performance.now();
    await ask();
    took.push(performance.now() - startedMs);
  }
  took.sort((a, b) => a - b);
  return Math.round((took[Math.floor(times * 0.95)] ?? Number.NaN) * 10) / 10;
}
