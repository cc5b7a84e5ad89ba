import { Clock } from '#platform';
import { bookedHistories } from '../support/booked-histories.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest, type Answer } from '../support/projection-service.js';

type Account = { readonly account: string; readonly currency: string; readonly balance: string };

/** Everything of the histories happened in this month. */
const PERIOD = '2026-03';
const EXPLAINED = {
  explanations: ['reconciliation', 'expected', 'provider-balances'].map((item) => ({
    item,
    reason: 'no books are imported in this test',
  })),
};

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;
const histories = bookedHistories({ count: 120, seed: 5 });
const THIRD = Math.floor(histories.length / 3);
/** What the store and the service take for the time. */
let now = '2026-04-03T10:00:00.000Z';

beforeAll(async () => {
  postgres = await startPostgres();
  const store = new InMemoryEventStore(() => new Date(now));
  const clock = new Clock(() => new Date(now));
  const limits = { JOURNAL_ADJUSTMENT_LIMITS: 'EUR:1000' };
  views = await ProjectionServiceUnderTest.start(postgres, limits, store, clock);
  await allReach(views.dataSource, await appendInterleaved(store, histories.slice(0, THIRD)));
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

/** One life of a month, in order. */
describe('a month of the ledger', () => {
  let asClosed: readonly Account[];
  let known: Answer;

  it('says what is open before it is closed, and is not closed by accident', async () => {
    const { body } = await views.get(`/v1/periods/${PERIOD}`, 'audit');
    expect(body).toMatchObject({ status: 'open', closings: 0, lateEntries: 0, history: [] });
    const items = body['checklist'] as { item: string; status: string }[];
    expect(Object.fromEntries(items.map(({ item, status }) => [item, status]))).toMatchObject({
      views: 'done',
      'trial-balance': 'done',
      reconciliation: 'open',
      'provider-balances': 'unknown',
    });
    const refused = await views.post(`/v1/periods/${PERIOD}/close`, {});
    expect(refused).toMatchObject({ status: 409, body: { code: 'period-has-open-items' } });
    expect(Object.keys(refused.body['details'] as object)).toEqual([
      'reconciliation',
      'provider-balances',
    ]);
    expect((await views.post(`/v1/periods/${PERIOD}/close`, {}, 'desk')).status).toBe(403);
  });

  it('is closed with its open items explained, and keeps what the books were', async () => {
    const earlier = (await views.get('/v1/periods', 'audit')).body['items'] as {
      period: string;
    }[];
    for (const { period } of [...earlier].reverse()) {
      if (period > PERIOD) continue;
      const closed = await views.post(
        `/v1/periods/${period}/close`,
        EXPLAINED,
        'ops',
        `c-${period}`,
      );
      expect(closed).toMatchObject({ status: 200, body: { status: 'closed', closings: 1 } });
    }
    asClosed = await booksOf(1);
    expect(asClosed.length).toBeGreaterThan(5);
    known = await balances('2026-03-31T23:59:59.999Z', now);
    expect(asClosed).toEqual(known.body['items']);
    const early = await views.post('/v1/periods/2026-04/close', EXPLAINED);
    expect(early.body).toMatchObject({ code: 'period-not-over' });
  });

  it('marks what comes later as late, and stays what it was', async () => {
    now = '2026-04-04T10:00:00.000Z';
    await allReach(
      views.dataSource,
      await appendInterleaved(views.store, histories.slice(THIRD, 2 * THIRD)),
    );
    const { body } = await views.get(`/v1/periods/${PERIOD}/late-entries`, 'audit');
    const late = body['items'] as { lateFor: string; effectiveAt: string }[];
    expect(late.length).toBeGreaterThan(0);
    expect(late.every(({ lateFor }) => lateFor === PERIOD)).toBe(true);
    const entries = await views.get('/v1/journal/entries?limit=200', 'audit');
    const marked = (entries.body['items'] as { lateFor: string | null; recordedAt: string }[]).map(
      ({ lateFor, recordedAt }) => [lateFor !== null, recordedAt >= '2026-04-04'],
    );
    expect(marked.every(([isMarked, cameLater]) => isMarked === cameLater)).toBe(true);
    expect(await booksOf(1)).toEqual(asClosed);
    const then = await balances('2026-03-31T23:59:59.999Z', '2026-04-03T10:00:00.000Z');
    expect(then.body['items']).toEqual(known.body['items']);
    const today = await balances('2026-03-31T23:59:59.999Z', now);
    expect(today.body['items']).not.toEqual(known.body['items']);
  });

  it('takes no adjustment any more, and says where it may go', async () => {
    const asked = await views.post('/v1/journal/adjustments', adjustment('2026-03-20'), 'ops', 'a');
    expect(asked).toMatchObject({
      status: 409,
      body: {
        code: 'adjustment-period-closed',
        details: { openFrom: '2026-04-01T00:00:00.000Z' },
      },
    });
    const moved = await views.post('/v1/journal/adjustments', adjustment('2026-04-01'), 'ops', 'b');
    expect(moved.status).toBe(200);
  });

  it('is reopened by two people, changed, and closed again, with all of it kept', async () => {
    const path = `/v1/periods/${PERIOD}/reopening`;
    const asked = await views.post(path, { reason: 'a charge is missing' });
    expect(asked.body).toMatchObject({ status: 'closed', reopening: { proposedBy: 'ops' } });
    const own = await views.post(`${path}/approval`, {});
    expect(own.body).toMatchObject({ code: 'period-needs-second-person' });
    const reopened = await views.post(`${path}/approval`, {}, 'boss');
    expect(reopened.body).toMatchObject({ status: 'open', reopening: null });
    const into = await views.post('/v1/journal/adjustments', adjustment('2026-03-20'), 'ops', 'c');
    expect(into.body).toMatchObject({ status: 'booked' });
    const { position } = into.body;
    await views.get(`/v1/journal/accounts?minPosition=${String(position)}`, 'audit');
    const closed = await views.post(`/v1/periods/${PERIOD}/close`, EXPLAINED, 'ops', 'again');
    expect(closed.body).toMatchObject({
      status: 'closed',
      closings: 2,
      history: [
        { closing: 1, reopened: { reason: 'a charge is missing', approvedBy: 'boss' } },
        { closing: 2, reopened: null },
      ],
    });
    now = '2026-04-05T10:00:00.000Z';
    await allReach(
      views.dataSource,
      await appendInterleaved(views.store, histories.slice(2 * THIRD)),
    );
    expect(await booksOf(1)).toEqual(asClosed);
    const second = await booksOf(2);
    expect(balanceIn(second, 'bank-charges:stripe')).toBe('250');
    expect(balanceIn(asClosed, 'bank-charges:stripe')).toBeUndefined();
  });

  it('has in the end the journal that a rebuild has', async () => {
    const rebuilt = await views.post('/v1/views/journal/rebuild', {});
    expect(rebuilt.body).toMatchObject({ status: 'done', equal: true });
    expect(await booksOf(1)).toEqual(asClosed);
  });

  it('shows that a row of the past was changed by other hands', async () => {
    await views.dataSource.query(
      `UPDATE journal_view_6.journal_posting SET amount = amount + 1
       WHERE (entry_id, line) = (SELECT entry_id, line FROM journal_view_6.journal_posting
         WHERE account LIKE 'merchant:%' AND recorded_at < '2026-04-04' LIMIT 1)`,
    );
    const { body } = await views.get(`/v1/periods/${PERIOD}/closed-books?closing=1`, 'audit');
    expect(body['asRecorded']).toBe(false);
  });
});

/** The books of a closing, which have the digest that it recorded. */
async function booksOf(closing: number): Promise<readonly Account[]> {
  const path = `/v1/periods/${PERIOD}/closed-books?closing=${closing}`;
  const { body } = await views.get(path, 'audit');
  expect(body).toMatchObject({ closing, asRecorded: true });
  return body['items'] as Account[];
}

function balances(asOfEffective: string, asOfRecorded: string): Promise<Answer> {
  const query = new URLSearchParams({ asOfEffective, asOfRecorded });
  return views.get(`/v1/journal/accounts?${query.toString()}`, 'audit');
}

function balanceIn(accounts: readonly Account[], account: string): string | undefined {
  return accounts.find((each) => each.account === account && each.currency === 'EUR')?.balance;
}

function adjustment(day: string): object {
  return {
    reason: 'the bank',
    effectiveAt: `${day}T00:00:00Z`,
    lines: [
      { account: 'bank-charges:stripe', amount: { amount: '250', currency: 'EUR' } },
      { account: 'bank:stripe', amount: { amount: '-250', currency: 'EUR' } },
    ],
  };
}
