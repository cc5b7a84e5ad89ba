import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { idOf, SharedEventStore, type EventStore } from '#event-store';
import { evolve, NO_PAYMENT, statusOf, type PaymentEvent, type ProviderName } from '#payments';
import { digestOfView, migrate, ProjectionRunner, schemaOf, ViewLost } from '#projections';
import { OrderPayment } from '../../apps/projection-service/src/orders/order-payment.entity.js';
import { openDatabase, PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { paymentHistory } from '../support/payment-histories.js';
import { captured, initiated } from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import {
  allReach,
  appendInterleaved,
  appendPayment,
  emptyViews,
  jsonOf,
  runViews,
} from '../support/postgres-views.js';

let seed = 20_261_121;

let postgres: TestPostgres;
let dataSource: DataSource;
let store: InMemoryEventStore;
let cleanUp: (() => Promise<void>)[] = [];

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

beforeEach(async () => {
  dataSource = await emptyViews(await postgres.createDatabase());
  store = new InMemoryEventStore();
});

afterEach(async () => {
  for (const clean of cleanUp) await clean();
  cleanUp = [];
  await dataSource.destroy();
});

describe('the tables', () => {
  it('are what the entities say, so that generating a migration gives none', async () => {
    expect(await differences(dataSource)).toEqual([]);
  });

  it('are the same whichever migration landed first', async () => {
    const late = openDatabase(await postgres.createDatabase());
    const { migrations } = late.options;
    const early = (migrations as (new () => object)[]).filter(
      ({ name }) => name !== 'CreateReconciliationView41795240000000',
    );
    expect(early.map(({ name }) => name)).toContain('CreateJournalView61795240000001');
    late.setOptions({ migrations: early });
    await late.initialize();
    cleanUp.push(() => late.destroy());
    await migrate(late);
    expect(await differences(late)).not.toEqual([]);
    const again = openDatabase((late.options as { url: string }).url);
    await again.initialize();
    cleanUp.push(() => again.destroy());
    await migrate(again);
    expect(await differences(again)).toEqual([]);
  });

  it('can be taken back', async () => {
    for (let i = 0; i < dataSource.migrations.length; i += 1) {
      await dataSource.undoLastMigration();
    }
    const tables: unknown = await dataSource.query(
      `SELECT table_name FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables).toEqual([{ table_name: 'migration' }]);
  });
});

/** What a migration would have to do so that the tables are as the entities say. */
async function differences(tables: DataSource): Promise<string[]> {
  const { upQueries } = await tables.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

describe('the views of random payments', () => {
  const histories = sample(120);

  beforeEach(async () => {
    run();
    await allReach(dataSource, await appendInterleaved(store, histories));
  });

  it('have a trial balance of zero per currency', async () => {
    const totals: unknown = await dataSource.query(
      `SELECT currency, sum(amount)::text AS total, count(*) > 0 AS booked
       FROM journal_view_6.journal_posting GROUP BY currency ORDER BY currency`,
    );
    expect(totals).toEqual(
      ['EUR', 'JPY', 'OMR', 'USD'].map((currency) => ({ currency, total: '0', booked: true })),
    );
  });

  it('have balances that are the sums of their postings', async () => {
    const wrong: unknown = await dataSource.query(
      `SELECT account, currency FROM journal_view_6.journal_account FULL JOIN (
         SELECT account, currency, sum(amount) AS balance
         FROM journal_view_6.journal_posting GROUP BY account, currency
       ) posted USING (account, currency)
       WHERE debits - credits IS DISTINCT FROM balance`,
    );
    expect(wrong).toEqual([]);
  });

  it('show every payment where its own events put it', async () => {
    const rows = await dataSource.manager.find(OrderPayment);
    const shown = Object.fromEntries(rows.map(({ paymentId, status }) => [paymentId, status]));
    expect(shown).toEqual(
      Object.fromEntries(
        histories.map((events) => [
          events[0]?.data.paymentId,
          statusOf(events.reduce(evolve, NO_PAYMENT)),
        ]),
      ),
    );
  });

  it('agree on what was captured and refunded', async () => {
    const [sums] = await dataSource.query<[Record<string, string>]>(
      `SELECT (SELECT sum(captured - refunded) FROM order_view_4.order_payment)::text AS orders,
              (SELECT sum(credits - debits) FROM journal_view_6.journal_account
               WHERE account LIKE 'merchant:%')::text AS journal,
              (SELECT sum(our_gross) FROM reconciliation_view_4.reconciliation_total)::text
                AS reconciliation`,
    );
    expect(sums['journal']).toBe(sums['orders']);
    expect(sums['reconciliation']).toBe(sums['orders']);
    expect(Number(sums['orders'])).toBeGreaterThan(0);
  });

  it.each(Object.values(PROJECTIONS))('are the same after a rebuild: $name', async (projection) => {
    const before = await digestOfView(dataSource, projection);
    const rebuilt = await runnerOf(projection.name).rebuild();
    const after = await digestOfView(dataSource, projection);
    expect(rebuilt.equal).toBe(true);
    expect(after).toEqual(before);
    expect(before.result.rows).toBeGreaterThan(0);
  });
});

describe('a rebuild', () => {
  it('shows a row that was tampered with, and mends it', async () => {
    run();
    await allReach(dataSource, await appendInterleaved(store, sample(5)));
    const honest = await digestOfView(dataSource, PROJECTIONS.orders);
    await dataSource.query('UPDATE order_view_4.order_payment SET amount = amount + 1');

    const rebuilt = await runnerOf('order-view-4').rebuild();

    expect(rebuilt.equal).toBe(false);
    expect(await digestOfView(dataSource, PROJECTIONS.orders)).toEqual(honest);
  });

  it('that only compares names the row that was tampered with, and leaves it', async () => {
    run();
    await allReach(dataSource, await appendInterleaved(store, sample(5)));
    const [row] = await dataSource.query<{ payment_id: string }[]>(
      'UPDATE order_view_4.order_payment SET amount = amount + 1 WHERE payment_id IN ' +
        '(SELECT payment_id FROM order_view_4.order_payment LIMIT 1) RETURNING payment_id',
    );
    const tampered = await digestOfView(dataSource, PROJECTIONS.orders);
    const found = await runnerOf('order-view-4').rebuild({ swap: false });
    expect(found).toMatchObject({ equal: false, swapped: false, before: tampered.result });
    expect(found.differing.count).toBe(1);
    expect(JSON.stringify(row)).toContain(found.differing.rows[0]?.key['payment_id'] ?? 'none');
    expect(found.differing.rows).toMatchObject([
      { table: 'order_payment', kind: 'changed', columns: ['amount'] },
    ]);
    expect(await digestOfView(dataSource, PROJECTIONS.orders)).toEqual(tampered);
  });

  it('names the row that was put in, and the one that was taken out', async () => {
    run();
    await allReach(dataSource, await appendInterleaved(store, sample(5)));
    await dataSource.query(
      `UPDATE order_view_4.order_payment SET payment_id = gen_random_uuid() WHERE payment_id IN
        (SELECT payment_id FROM order_view_4.order_payment LIMIT 1)`,
    );
    const { differing } = await runnerOf('order-view-4').rebuild({ swap: false });
    expect(differing.rows.map(({ kind }) => kind).sort()).toEqual(['extra', 'missing']);
  });

  it('loses nothing that happens meanwhile', async () => {
    run();
    await allReach(dataSource, await appendInterleaved(store, sample(60)));
    const rebuilding = runnerOf('journal-view-6').rebuild();
    const last = await appendInterleaved(store, sample(60));
    expect((await rebuilding).equal).toBe(true);
    await allReach(dataSource, last);
    expect((await runnerOf('journal-view-6').rebuild()).equal).toBe(true);
  });

  it('says so when the view is lost meanwhile, and leaves it as it is', async () => {
    run();
    await allReach(dataSource, await appendInterleaved(store, sample(5)));
    const blocker = await blockCheckpoint('journal_view_6');
    const last = await appendInterleaved(store, sample(5));
    await untilBlocked();
    const rebuilding = expect(runnerOf('journal-view-6').rebuild()).rejects.toThrow(ViewLost);
    expect(await killOwner('journal_view_6')).toBe(1);
    await rebuilding;
    await blocker.release();
    await allReach(dataSource, last);
    const schemas = await dataSource.query<unknown[]>(
      `SELECT 1 FROM pg_namespace WHERE nspname LIKE 'journal_view_6%'`,
    );
    expect(schemas).toHaveLength(1);
  });

  it('leaves the tables as the entities say', async () => {
    run();
    await allReach(dataSource, await appendInterleaved(store, sample(3)));
    for (const { name } of Object.values(PROJECTIONS)) await runnerOf(name).rebuild();
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});

describe('a view', () => {
  it('loses and doubles nothing, however often its database connections are killed', async () => {
    run();
    const killing = killConnections(20);
    let last = await appendInterleaved(store, sample(100));
    for (let i = 0; i < 20; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      last = await appendInterleaved(store, sample(10));
    }
    expect(await killing).toBeGreaterThan(5);
    await allReach(dataSource, last);
    for (const projection of Object.values(PROJECTIONS)) {
      const rebuilt = await eventually(() =>
        runnerOf(projection.name)
          .rebuild()
          .catch(() => null),
      );
      expect([projection.name, rebuilt.equal]).toEqual([projection.name, true]);
    }
  });

  it('goes on with the next payment whenever its connection was killed between two', async () => {
    run(sharedStore());
    for (let i = 0; i < 5; i += 1) {
      const last = await appendPayment(store, initiated({ paymentId: `p-${i}` }), 0);
      await allReach(dataSource, last);
      for (const { name } of Object.values(PROJECTIONS)) await killOwner(schemaOf(name));
    }
    await allReach(dataSource, await appendPayment(store, initiated({ paymentId: 'p-5' }), 0));
  });

  it('goes on by itself when the database was restarted', async () => {
    const { runners } = run(sharedStore());
    await allReach(dataSource, await appendInterleaved(store, sample(3)));
    await postgres.restart();
    const last = await appendInterleaved(store, sample(3));
    await eventually(() =>
      allReach(dataSource, last).then(
        () => true,
        () => false,
      ),
    );
    await eventually(() => runners.every(({ state }) => state.status === 'live'));
  });

  it('writes rows and checkpoint together or not at all', async () => {
    run();
    await allReach(dataSource, await appendInterleaved(store, sample(2)));
    const before = await digestOfView(dataSource, PROJECTIONS.journal);
    const blocker = await blockCheckpoint('journal_view_6');

    const last = await appendInterleaved(store, sample(20));
    await untilBlocked();
    expect(await killOwner('journal_view_6')).toBe(1);
    expect(await digestOfView(dataSource, PROJECTIONS.journal)).toEqual(before);

    await blocker.release();
    await allReach(dataSource, last);
    expect((await runnerOf('journal-view-6').rebuild()).equal).toBe(true);
  });

  it('is built by one process at a time, and taken over when that one stops', async () => {
    const first = run();
    const position = await appendInterleaved(store, sample(3));
    await allReach(dataSource, position);
    const second = new ProjectionRunner(PROJECTIONS.orders, { dataSource, store });
    second.start();
    cleanUp.unshift(() => second.stop());
    await eventually(() => second.state.status === 'standing-by');
    await first.stop();
    await eventually(() => second.state.status === 'live');
    await allReach(dataSource, await appendInterleaved(store, sample(2)), ['orders']);
  });

  it('goes on with the store when others write', async () => {
    run();
    const event = { id: idOf('model'), type: 'ModelTrained', data: {}, metadata: {} };
    const { position } = await store.append('model-fraud', [event], 'any');
    await allReach(dataSource, position);
  });

  it('keeps what PostgreSQL cannot store as a replacement character', async () => {
    run();
    const odd = initiated({ paymentId: 'p-1', metadata: { note: 'a\0b\ud800c' } });
    await allReach(dataSource, await appendPayment(store, odd, 0));
    const row = await dataSource.manager.findOneByOrFail(OrderPayment, { paymentId: 'p-1' });
    expect(row.payment.initiated).toMatchObject({ metadata: { note: 'a\uFFFDb\uFFFDc' } });
  });
});

describe('reconciliation', () => {
  it('matches our captures with lines of the same reference, once per line', async () => {
    run();
    const [first] = await appendMatching('stripe');
    await appendLine(first, { day: '2026-03-03' });
    await allReach(dataSource, await appendLine({ ...first, reference: 'ch_stranger' }));
    const rows: unknown = await dataSource.query(
      `SELECT reference, status, jsonb_array_length(theirs) AS lines
       FROM reconciliation_view_4.reconciliation_match ORDER BY opened, reference`,
    );
    expect(rows).toEqual([
      { reference: 'ch_c1', status: 'matched', lines: 1 },
      { reference: 'ch_stranger', status: 'missing-internally', lines: 1 },
    ]);
  });
});

type Line = {
  readonly provider: ProviderName;
  readonly reference: string;
  readonly amount: string;
};

let appended = 0;

async function appendMatching(provider: ProviderName): Promise<[Line]> {
  const capture = captured('c1', '10.00');
  await appendPayment(store, initiated({ paymentId: capture.data.paymentId, provider }), 0);
  await appendPayment(store, capture, 1);
  const { reference } = capture.data as { readonly reference: string };
  const line = { provider, reference, amount: '1000' };
  await appendLine(line);
  return [line];
}

async function appendLine(line: Line, { day = '2026-03-02' } = {}) {
  appended += 1;
  const { provider, reference, amount } = line;
  const money = (digits: string) => ({ amount: digits, currency: 'EUR' });
  const data = { provider, lineId: `txn_${reference}`, kind: 'capture', reference };
  const event = {
    id: idOf('line', String(appended)),
    type: 'SettlementLineRecorded',
    data: jsonOf({
      ...data,
      paymentId: null,
      amount: money(amount),
      fee: money('0'),
      at: `${day}T00:00:00.000Z`,
    }),
    metadata: {},
  };
  return (await store.append(`settlement-${provider}-${day}`, [event], 'any')).position;
}

let running: ReturnType<typeof runViews>;

function run(on: EventStore = store): ReturnType<typeof runViews> {
  running = runViews(dataSource, on);
  const started = running;
  cleanUp.push(() => started.stop());
  return started;
}

/** As projection-service follows its store. */
function sharedStore(): EventStore {
  const prefixes = Object.values(PROJECTIONS).flatMap(({ streamPrefixes }) => streamPrefixes);
  return new SharedEventStore(store, [...new Set(prefixes)]);
}

function runnerOf(name: string): ProjectionRunner {
  const runner = running.runners.find(({ projection }) => projection.name === name);
  if (!runner) throw new Error(`${name} does not run`);
  return runner;
}

/** Different payments every time, the same in every run of the suite. */
function sample(count: number): PaymentEvent[][] {
  seed += 1;
  return fc.sample(paymentHistory, { numRuns: count, seed });
}

/** @returns how many times an owner's connection was there to be killed. */
async function killConnections(times: number): Promise<number> {
  const schemas = Object.values(PROJECTIONS).map(({ name }) => schemaOf(name));
  let killed = 0;
  for (let i = 0; i < times; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const count = await killOwner(schemas[i % schemas.length] ?? '');
    killed += count;
  }
  return killed;
}

async function killOwner(schema: string): Promise<number> {
  const killed = await dataSource.query<unknown[]>(
    `SELECT pg_terminate_backend(pid) FROM pg_locks
     WHERE locktype = 'advisory' AND granted
       AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)`,
    [schema],
  );
  return killed.length;
}

/** Holds a view's checkpoint, so that its next batch cannot commit. */
async function blockCheckpoint(schema: string): Promise<{ release(): Promise<void> }> {
  const blocker = dataSource.createQueryRunner();
  await blocker.startTransaction();
  await blocker.query('SELECT * FROM checkpoint WHERE view = $1 FOR UPDATE', [schema]);
  return {
    release: async () => {
      await blocker.rollbackTransaction();
      await blocker.release();
    },
  };
}

/** Waits until a batch has written its rows and wants the checkpoint that is locked. */
async function untilBlocked(): Promise<void> {
  await eventually(async () => {
    const blocked = await dataSource.query<unknown[]>(
      `SELECT 1 FROM pg_stat_activity
       WHERE wait_event_type = 'Lock' AND query LIKE 'UPDATE public.checkpoint%'`,
    );
    return blocked.length > 0;
  });
}
