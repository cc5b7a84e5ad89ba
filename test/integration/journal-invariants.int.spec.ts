import { bookedHistories } from '../support/booked-histories.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

type Item = {
  readonly invariant: string;
  readonly checked: number;
  readonly violations: number;
};
type Posting = {
  readonly account: string;
  readonly currency: string;
  readonly entry_id: string;
  readonly line: number;
};

const SCHEMA = 'journal_view_6';

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  const store = new InMemoryEventStore(() => new Date('2026-04-03T10:00:00.000Z'));
  views = await ProjectionServiceUnderTest.start(postgres, {}, store);
  const histories = bookedHistories({ count: 20, seed: 8 });
  await allReach(views.dataSource, await appendInterleaved(store, histories));
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

describe('the invariants of the journal', () => {
  it.each(['true', 'false'])('hold for what events made (full: %s)', async (full) => {
    const { body } = await views.get(`/v1/journal/invariants?full=${full}`, 'audit');
    expect(body).toMatchObject({ holds: true });
    for (const { checked } of body['items'] as Item[]) expect(checked).toBeGreaterThan(0);
  });

  it.each([
    ['a posting', 'entries-balance sums-of-days streams', changed('journal_posting', 'amount')],
    ['a sum of a day', 'sums-of-days sums-of-accounts', changed('journal_day', 'debits')],
    ['a sum of an account', 'trial-balance sums-of-accounts', changed('journal_account', 'debits')],
    ['a hold', 'held-not-negative', `UPDATE ${SCHEMA}.journal_payment SET held = -1`],
    [
      'both postings of an entry, balanced',
      'sums-of-days streams',
      `UPDATE ${SCHEMA}.journal_posting SET amount = amount * 2 WHERE entry_id = (
         SELECT entry_id FROM ${SCHEMA}.journal_posting WHERE account LIKE 'merchant:%' LIMIT 1)`,
    ],
    [
      'an entry that no event made',
      'streams sums-of-days',
      `WITH made AS (
         INSERT INTO ${SCHEMA}.journal_entry SELECT gen_random_uuid(), commit, prepare, payment_id,
           payout_reference, line_id, adjustment_id, event_type, effective_at, recorded_at
         FROM ${SCHEMA}.journal_entry WHERE payment_id IS NOT NULL LIMIT 1 RETURNING *)
       INSERT INTO ${SCHEMA}.journal_posting
       SELECT entry_id, line, 'merchant:m-1:payable', 'EUR', amount, effective_at, recorded_at
       FROM made, (VALUES (0, 5), (1, -5)) AS lines (line, amount)`,
    ],
  ])('are broken by hands that change %s', async (_what, broken, sql) => {
    const { dataSource } = views;
    const backup = await snapshot();
    await dataSource.query(sql);
    try {
      await expectBroken(broken.split(' '));
    } finally {
      await backup.restore();
    }
  });
});

describe('why a balance is what it is', () => {
  it('is said by kinds of event, and by postings with what led to them', async () => {
    const [posting] = await views.dataSource.query<Posting[]>(
      `SELECT * FROM ${SCHEMA}.journal_posting WHERE account LIKE 'merchant:%' LIMIT 1`,
    );
    const { account = '', currency = '' } = posting ?? {};
    const query = new URLSearchParams({ account, currency, limit: '200' }).toString();
    const { body } = await views.get(`/v1/journal/why?${query}`, 'audit');
    const movements = body['movements'] as { change: string; postings: number }[];
    const items = body['items'] as { amount: string; balance: string; cause: object }[];
    const sum = movements.reduce((total, { change }) => total + BigInt(change), 0n);
    expect(sum.toString()).toBe(body['balance']);
    expect(items.at(-1)?.balance).toBe(body['balance']);
    expect(items).toHaveLength(movements.reduce((total, { postings }) => total + postings, 0));
    for (const { cause } of items) {
      expect(cause).toMatchObject({
        client: 'shop',
        stream: expect.stringMatching(/^payment-/) as string,
      });
    }
    const early = new URLSearchParams({ account, currency, asOfRecorded: '2026-04-01T00:00:00Z' });
    const before = await views.get(`/v1/journal/why?${early.toString()}`, 'audit');
    expect(before.body).toMatchObject({ balance: '0', items: [], learntLater: movements });
  });
});

async function expectBroken(broken: readonly string[]): Promise<void> {
  const { body } = await views.get('/v1/journal/invariants?full=true', 'audit');
  const found = (body['items'] as Item[]).filter(({ violations }) => violations > 0);
  expect(found.map(({ invariant }) => invariant).sort()).toEqual([...broken].sort());
  const metrics = await metricsOf();
  for (const invariant of broken) {
    const series = `assay_journal_invariant_violations\\{[^}]*invariant="${invariant}"[^}]*\\}`;
    expect(metrics).toMatch(new RegExp(`${series} [1-9]`));
  }
}

async function metricsOf(): Promise<string> {
  const headers = { authorization: 'Bearer ops' };
  return (await fetch(`${views.service.url}/metrics`, { headers })).text();
}

function changed(table: string, column: string): string {
  return `UPDATE ${SCHEMA}.${table} SET ${column} = ${column} + 1 WHERE ctid = (
    SELECT ctid FROM ${SCHEMA}.${table} WHERE account LIKE 'merchant:%' LIMIT 1)`;
}

/** Copies of the tables that the tests change. */
async function snapshot(): Promise<{ restore(): Promise<void> }> {
  const { dataSource } = views;
  const tables = ['entry', 'posting', 'day', 'account', 'payment'].map((name) => `journal_${name}`);
  for (const table of tables) {
    await dataSource.query(`CREATE TABLE public.kept_${table} AS TABLE ${SCHEMA}.${table}`);
  }
  return {
    restore: async () => {
      for (const table of tables) {
        await dataSource.query(`DELETE FROM ${SCHEMA}.${table}`);
        await dataSource.query(`INSERT INTO ${SCHEMA}.${table} TABLE public.kept_${table}`);
        await dataSource.query(`DROP TABLE public.kept_${table}`);
      }
    },
  };
}
