import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { CASE_FILTERS } from '../../apps/projection-service/src/cases/case-list.js';
import { CASE_ORDERS, casesFor } from '../../apps/projection-service/src/cases/case-list.js';
import {
  CasesQuery,
  type CasesSort,
} from '../../apps/projection-service/src/cases/cases.request.js';
import { PaymentCase } from '../../apps/projection-service/src/cases/payment-case.entity.js';
import { sort } from '../../apps/projection-service/src/lists/page.js';
import { assessed, held, initiated } from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

type CaseRow = { readonly [Field in keyof PaymentCase]: PaymentCase[Field] };

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;
let dataSource: DataSource;

beforeAll(async () => {
  postgres = await startPostgres();
  views = await ProjectionServiceUnderTest.start(postgres);
  dataSource = views.dataSource;
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

const few = (name: string): fc.Arbitrary<string> =>
  fc.constantFrom(...['a', 'b'].map((letter) => `${name}-${letter}`));
/** Seldom, since hardly a row is left by many filters at once. */
const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const hour = fc.integer({ min: 0, max: 9 }).map((at) => new Date(Date.UTC(2026, 2, 1, at)));
const tenth = fc.integer({ min: 0, max: 10 }).map((at) => String(at / 10));
const units = fc.integer({ min: 0, max: 9 }).map((at) => String(at * 100));
const statuses = fc.constantFrom(
  'open' as const,
  'snoozed' as const,
  'closed' as const,
  'ended' as const,
);

const someCase = fc
  .record({
    client: few('client'),
    orderId: few('order'),
    merchantId: few('merchant'),
    customerId: few('customer'),
    provider: fc.constantFrom('stripe', 'paypal'),
    currency: fc.constantFrom('EUR', 'OMR'),
    amount: units,
    status: fc.constantFrom('none' as const, 'open' as const, 'closed' as const, 'ended' as const),
    score: fc.option(tenth.map(Number)),
    openedAt: hour,
    dueAt: hour,
    reason: fc.constantFrom('score' as const, 'rule' as const),
    analyst: few('analyst'),
    worked: fc.record({
      leasedBy: fc.option(few('analyst')),
      leasedUntil: hour,
      snoozedUntil: fc.option(hour),
      assignee: fc.option(few('analyst')),
      escalatedAt: fc.option(hour),
    }),
  })
  .map(({ analyst, status, openedAt, worked, ...fields }) => ({
    ...fields,
    status,
    openedAt: status === 'none' ? null : openedAt,
    analyst: status === 'closed' ? analyst : null,
    worked: status === 'open' ? worked : null,
  }));

const UNWORKED = {
  leasedBy: null,
  leasedUntil: null,
  snoozedUntil: null,
  assignee: null,
  escalatedAt: null,
};

function rowOf(fields: typeof someCase extends fc.Arbitrary<infer Row> ? Row : never, i: number) {
  const { worked, ...rest } = fields;
  const { status, score, analyst } = rest;
  return {
    paymentId: `5b8d3b5e-0000-5000-8000-${String(i).padStart(12, '0')}`,
    ...rest,
    ...(worked ?? UNWORKED),
    atRisk: rest.amount,
    desk: null,
    card: null,
    deviceId: null,
    evidence: null,
    fraud: null,
    rank: score === null ? -1 : Math.round(score * 1_000_000),
    occurredAt: new Date('2026-03-01T00:00:00Z'),
    risk: null,
    lateRisk: null,
    endedAt: null,
    opened: status === 'none' ? null : String(i),
    decision: analyst === null ? null : ({ analyst } as never),
  } satisfies CaseRow;
}

const asking = fc.record({
  client: maybe(few('client')),
  orderId: maybe(few('order')),
  merchantId: maybe(few('merchant')),
  customerId: maybe(few('customer')),
  provider: maybe(fc.constantFrom('stripe', 'paypal')),
  currency: maybe(fc.constantFrom('EUR', 'OMR')),
  amountMin: maybe(units),
  amountMax: maybe(units),
  from: maybe(hour.map((at) => at.toISOString())),
  to: maybe(hour.map((at) => at.toISOString())),
  status: maybe(fc.uniqueArray(statuses, { minLength: 1 })),
  scoreMin: maybe(tenth),
  scoreMax: maybe(tenth),
  analyst: maybe(few('analyst')),
  reason: maybe(fc.constantFrom('score' as const, 'rule' as const)),
  leasedBy: maybe(few('analyst')),
  assignee: maybe(few('analyst')),
  escalated: maybe(fc.boolean()),
  dueBefore: maybe(hour.map((at) => at.toISOString())),
});

const NOW = new Date(Date.UTC(2026, 2, 1, 5));

/** What a query calls a case: one that is put off is open, but not for now. */
function queriedStatus({ status, snoozedUntil }: CaseRow): string {
  return status === 'open' && snoozedUntil !== null && snoozedUntil > NOW ? 'snoozed' : status;
}

type Asked = typeof asking extends fc.Arbitrary<infer Value> ? Value : never;

/** What the filters mean, said a second time. */
// eslint-disable-next-line complexity -- one line a filter
function matches(row: CaseRow, asked: Asked): boolean {
  const at = row.openedAt?.toISOString() ?? '';
  const same = ['client', 'orderId', 'merchantId', 'customerId', 'provider', 'currency'] as const;
  return (
    row.status !== 'none' &&
    same.every((field) => asked[field] === undefined || asked[field] === row[field]) &&
    (asked.analyst === undefined || asked.analyst === row.analyst) &&
    (asked.status === undefined || asked.status.some((each) => each === queriedStatus(row))) &&
    (asked.amountMin === undefined || Number(row.amount) >= Number(asked.amountMin)) &&
    (asked.amountMax === undefined || Number(row.amount) <= Number(asked.amountMax)) &&
    (asked.scoreMin === undefined || (row.score ?? -1) >= Number(asked.scoreMin)) &&
    (asked.scoreMax === undefined || (row.score ?? 2) <= Number(asked.scoreMax)) &&
    (asked.from === undefined || at >= asked.from) &&
    (asked.to === undefined || at < asked.to) &&
    (asked.reason === undefined || asked.reason === row.reason) &&
    (asked.leasedBy === undefined || (asked.leasedBy === row.leasedBy && isLeased(row))) &&
    (asked.assignee === undefined || asked.assignee === row.assignee) &&
    (asked.escalated === undefined || asked.escalated === (row.escalatedAt !== null)) &&
    (asked.dueBefore === undefined || isBefore(row.dueAt, asked.dueBefore))
  );
}

function isLeased({ leasedUntil }: CaseRow): boolean {
  return leasedUntil !== null && leasedUntil > NOW;
}

function isBefore(time: Date | null, limit: string): boolean {
  return time !== null && time.toISOString() < limit;
}

describe('the list of cases', () => {
  it('holds the cases that the filters allow and no others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(someCase, { maxLength: 50 }),
        fc.array(asking, { minLength: 6, maxLength: 6 }),
        async (some, filters) => {
          const rows = some.map(rowOf);
          await dataSource.getRepository(PaymentCase).clear();
          await dataSource.getRepository(PaymentCase).insert(rows);
          for (const asked of filters) {
            const query = Object.assign(new CasesQuery(), asked);
            const select = casesFor({ client: 'audit', role: 'auditor' }, query, NOW);
            const found = await select(dataSource.manager).getMany();
            const wanted = rows.filter((row) => matches(row, asked));
            expect(found.map(({ paymentId }) => paymentId).sort()).toEqual(
              wanted.map(({ paymentId }) => paymentId),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('reads an index of the cases alone, for every filter and order', async () => {
    const { tablePath } = dataSource.getMetadata(PaymentCase);
    await dataSource.getRepository(PaymentCase).clear();
    await dataSource.query(`
      INSERT INTO ${tablePath} (payment_id, status, client, order_id, merchant_id, customer_id,
        provider, currency, amount, occurred_at, opened_at, due_at, opened, rank,
        score, at_risk)
      SELECT n, CASE WHEN n % 50 = 0 THEN 'open' ELSE 'none' END, 'client-' || n % 9, 'order-' || n,
        'merchant-' || n % 99, 'customer-' || n % 999, 'stripe', 'EUR', n, '2026-01-01',
        CASE WHEN n % 50 = 0 THEN timestamptz '2026-01-01' + n * interval '1 minute' END,
        CASE WHEN n % 50 = 0 THEN timestamptz '2026-01-02' + n * interval '1 minute' END,
        CASE WHEN n % 50 = 0 THEN n END, n, n / 50000.0, n
      FROM generate_series(1, 50000) AS n`);
    await dataSource.query(`ANALYZE ${tablePath}`);
    type Narrowing = keyof typeof CASE_FILTERS | 'status' | 'leasedBy' | 'escalated';
    const values: Readonly<Record<Narrowing, Partial<CasesQuery>>> = {
      client: { client: 'client-1' },
      status: { status: ['open', 'ended'] },
      orderId: { orderId: 'order-50' },
      merchantId: { merchantId: 'merchant-1' },
      customerId: { customerId: 'customer-1' },
      provider: { provider: 'paypal' },
      currency: { currency: 'OMR' },
      amountMin: { amountMin: '900' },
      amountMax: { amountMax: '900' },
      from: { from: '2026-02-01T00:00:00Z' },
      to: { to: '2026-01-02T00:00:00Z' },
      scoreMin: { scoreMin: '0.9' },
      scoreMax: { scoreMax: '0.1' },
      analyst: { analyst: 'analyst-a' },
      reason: { reason: 'rule' },
      leasedBy: { leasedBy: 'analyst-a' },
      assignee: { assignee: 'analyst-a' },
      escalated: { escalated: true },
      dueBefore: { dueBefore: '2026-01-02T00:00:00Z' },
    };
    for (const asked of [{}, ...Object.values(values)]) {
      for (const order of Object.keys(CASE_ORDERS) as CasesSort[]) {
        const query = Object.assign(new CasesQuery(), { currency: 'EUR' }, asked, { sort: order });
        const select = casesFor(
          { client: 'audit', role: 'auditor' },
          query,
          NOW,
        )(dataSource.manager);
        const page = sort(select, CASE_ORDERS[order]).limit(51);
        const [sql, parameters] = page.getQueryAndParameters();
        const plan = JSON.stringify(await dataSource.query(`EXPLAIN ${sql}`, parameters));
        expect([asked, order, plan]).toEqual([asked, order, expect.not.stringMatching('Seq Scan')]);
      }
    }
  });

  it('is ordered by risk, also in pages, and exported', async () => {
    await dataSource.getRepository(PaymentCase).clear();
    const last = await appendInterleaved(
      views.store,
      [0.7, 0.9, null, 0.8].map((score, i) => heldWith(score, i)),
    );
    await allReach(dataSource, last);
    const scores: unknown[] = [];
    let cursor = '';
    do {
      const { body } = await views.get(`/v1/cases?sort=riskiest&limit=2${cursor}`, 'desk');
      scores.push(...(body['items'] as { score: unknown }[]).map(({ score }) => score));
      cursor = body['nextCursor'] === null ? '' : `&cursor=${body['nextCursor'] as string}`;
    } while (cursor !== '');
    expect(scores).toEqual([0.9, 0.8, 0.7, null]);
    const response = await fetch(`${views.service.url}/v1/cases?scoreMin=0.8&format=csv`, {
      headers: { authorization: 'Bearer desk' },
    });
    const lines = (await response.text()).trim().split('\r\n');
    expect(lines[0]).toMatch(/^paymentId,status,reason,.*amountMinor,amount,score,/);
    expect(lines).toHaveLength(3);
  });
});

function heldWith(score: number | null, index: number) {
  const paymentId = `5b8d3b5e-0000-5000-8000-1${String(index).padStart(11, '0')}`;
  const of = <Event extends { readonly data: object }>(event: Event): Event => ({
    ...event,
    data: { ...event.data, paymentId },
  });
  return [initiated({ paymentId }), of(assessed('review', { score })), of(held)];
}
