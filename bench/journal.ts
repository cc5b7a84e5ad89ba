import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { RemoteEventStore, type EventStore } from '#event-store';
import { SeededRandom } from '#fraud';
import { balancesAt } from '../apps/projection-service/src/journal/balances.js';
import { WhyQuery } from '../apps/projection-service/src/journal/journal.request.js';
import { statementOf } from '../apps/projection-service/src/journal/statement.js';
import { explaining, whyOf } from '../apps/projection-service/src/journal/why.js';
import { startPostgres } from '../test/support/postgres.js';
import { emptyViews } from '../test/support/postgres-views.js';
import { progress } from './support/processes.js';

/**
 * `npm run bench -- journal [postings] [questions]`: balances, statement pages, trial balances and
 * what a balance comes from, at random pairs of times, of an account with a fifth of the postings;
 * beside it a sum over the postings, as a table without sums of days would do it. A year of
 * payments, learnt up to 90 days after; every posting leads to one of a few events of a store
 * behind its door.
 */
const POSTINGS = Number(process.argv[2] ?? 10_000_000);
const QUESTIONS = Number(process.argv[3] ?? 100);
const PLAIN_QUESTIONS = Math.min(10, QUESTIONS);
const MERCHANTS = 50;
const YEAR_SECONDS = 31_536_000;
const EVENTS = 10_000;
const EVENTS_AN_APPEND = 100;
const SCHEMA = 'journal_view_6';

const random = new SeededRandom(7);
const load = loadavg()[0];
const folder = await mkdtemp(join(tmpdir(), 'bench-journal-'));
const postgres = await startPostgres();
const dataSource = await emptyViews(await postgres.createDatabase());
const embedded = await EmbeddedEventStore.open({ path: join(folder, 'events') });
const door = await EventStoreDoor.listen(embedded, { host: '127.0.0.1', port: 0 });
const store = RemoteEventStore.connect(`esdb://127.0.0.1:${door.port}?tls=false`);
try {
  progress(`writing ${EVENTS} events`);
  await fillEvents(embedded, dataSource);
  progress(`writing ${POSTINGS} postings`);
  await fill(dataSource);
  const { manager } = dataSource;
  const largest = { account: 'provider:stripe:pending', currency: 'EUR', waitMs: 0 };
  progress(`asking ${QUESTIONS} questions of each kind`);
  const result = {
    postings: POSTINGS,
    largest_account_postings: await countOf(largest.account),
    balance_p95_ms: await p95Of(QUESTIONS, () =>
      statementOf(manager, { ...largest, ...closing(), limit: 1 }),
    ),
    statement_page_p95_ms: await p95Of(QUESTIONS, () =>
      statementOf(manager, { ...largest, ...month() }),
    ),
    why_p95_ms: await p95Of(QUESTIONS, () => why(manager, largest)),
    trial_balance_p95_ms: await p95Of(QUESTIONS, () => balancesAt(manager, pair())),
    plain_sum_p95_ms: await p95Of(PLAIN_QUESTIONS, () => plainSum(manager, largest.account)),
    disk_mb: await diskMb(['journal_entry', 'journal_posting', 'journal_day']),
    disk_of_day_sums_mb: await diskMb(['journal_day']),
    disk_bytes_a_posting: 0,
    load_before: load,
  };
  result.disk_bytes_a_posting = Math.round((result.disk_mb * 1e6) / POSTINGS);
  process.stdout.write(`${JSON.stringify(result)}\n`);
} finally {
  await store.close();
  await door.close();
  await embedded.close();
  await dataSource.destroy();
  await postgres.stop();
  await rm(folder, { recursive: true });
}

/** A page with the cause of each posting, as the API gives it. */
async function why(
  manager: EntityManager,
  account: { readonly account: string; readonly currency: string },
): Promise<unknown> {
  const query = explaining(Object.assign(new WhyQuery(), { ...account, ...pair() }));
  const statement = await statementOf(manager, query);
  return whyOf(store, { ...statement, position: '0/0' });
}

async function fillEvents(target: EventStore, source: DataSource): Promise<void> {
  const metadata = { client: 'shop', actor: 'service:shop', correlationId: 'order-7' };
  for (let at = 0; at < EVENTS; at += EVENTS_AN_APPEND) {
    const events = Array.from({ length: EVENTS_AN_APPEND }, () => ({
      ...{ id: randomUUID(), type: 'PaymentCaptured', data: { paymentId: 'p' }, metadata },
    }));
    await target.append(`payment-${at}`, events, 'no-stream');
  }
  await source.query(
    'CREATE TABLE public.place (at bigint PRIMARY KEY, commit bigint, prepare bigint)',
  );
  const places: string[] = [];
  for await (const { position } of target.readAll()) {
    places.push(`(${places.length}, ${position.commit}, ${position.prepare})`);
  }
  await source.query(`INSERT INTO public.place VALUES ${places.join(', ')}`);
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
      (entry_id, commit, prepare, payment_id, event_type, effective_at, recorded_at)
    SELECT entry_id, place.commit, place.prepare, entry_id::text, 'PaymentCaptured', effective_at, recorded_at
    FROM moved JOIN public.place ON place.at = moved.commit % ${EVENTS}`);
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
