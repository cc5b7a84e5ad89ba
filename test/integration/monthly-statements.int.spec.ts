import { parse } from 'csv-parse/sync';
import { bookedHistories, MERCHANTS } from '../support/booked-histories.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

type Movement = { readonly eventType: string; readonly change: string };
type AccountMonth = {
  readonly account: string;
  readonly currency: string;
  readonly opening: string;
  readonly closing: string;
  readonly movements: readonly Movement[];
};
type Statement = {
  readonly accounts: readonly AccountMonth[];
  readonly fees: readonly { readonly account: string; readonly amount: string }[];
  readonly days: readonly { readonly currency: string; readonly captured: string }[];
  readonly payments: {
    readonly initiated: number;
    readonly byStatus: readonly { readonly count: number }[];
  };
  readonly openItems: readonly { readonly count: number }[];
};
type CsvRow = {
  readonly section: string;
  readonly name: string;
  readonly detail: string;
  readonly currency: string;
  readonly amountMinor: string;
};

const MONTHS = ['2026-02', '2026-03'];
const SUBJECTS = [
  ...MERCHANTS.map((merchantId) => ({ merchantId })),
  { provider: 'stripe' },
  { provider: 'paypal' },
];
const ALL = MONTHS.flatMap((period) => SUBJECTS.map((of) => [period, of] as const));

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  const store = new InMemoryEventStore(() => new Date('2026-04-03T10:00:00.000Z'));
  views = await ProjectionServiceUnderTest.start(postgres, {}, store);
  const histories = bookedHistories({ count: 150, seed: 12, daysMax: 12 });
  await allReach(views.dataSource, await appendInterleaved(store, histories));
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

describe('the statement of a month', () => {
  it.each(ALL)('of %s for %j has the figures of the journal, to the cent', async (period, of) => {
    const { accounts } = await statementOf(period, of);
    for (const { account, currency, opening, closing, movements } of accounts) {
      const next = period === '2026-02' ? '2026-03' : '2026-04';
      const query = new URLSearchParams({
        ...{ account, currency },
        from: `${period}-01T00:00:00Z`,
        to: `${next}-01T00:00:00Z`,
      });
      const { body } = await views.get(`/v1/journal/statement?${query.toString()}`, 'audit');
      expect({ opening, closing, movements }).toMatchObject({
        opening: body['opening'],
        closing: body['closing'],
        movements: body['movements'] as Movement[],
      });
      const moved = movements.reduce((sum, { change }) => sum + BigInt(change), BigInt(opening));
      expect(moved.toString()).toBe(closing);
    }
  });

  it('says something of every merchant and provider', async () => {
    for (const of of SUBJECTS) {
      const { accounts, payments } = await statementOf('2026-03', of);
      expect(accounts.length).toBeGreaterThan(0);
      const counted = payments.byStatus.reduce((sum, { count }) => sum + count, 0);
      expect(counted).toBe(payments.initiated);
    }
  });

  it('has by day what it has in all', async () => {
    const { accounts, days } = await statementOf('2026-02', { merchantId: 'm-1' });
    for (const { currency, movements } of accounts) {
      const captured = movements.find(({ eventType }) => eventType === 'PaymentCaptured');
      const byDay = days
        .filter((day) => day.currency === currency)
        .reduce((sum, day) => sum + BigInt(day.captured), 0n);
      expect((-byDay).toString()).toBe(captured?.change ?? '0');
    }
  });

  it('has the fees of merchants, which come to those of the providers', async () => {
    const totals = new Map<string, bigint>();
    for (const merchantId of MERCHANTS) {
      for (const { account, amount } of (await statementOf('2026-03', { merchantId })).fees) {
        totals.set(account, (totals.get(account) ?? 0n) + BigInt(amount));
      }
    }
    expect(totals.size).toBeGreaterThan(0);
    for (const [account, total] of totals) {
      const { accounts } = await statementOf('2026-03', {
        provider: account.slice('fees:'.length),
      });
      const moved = accounts
        .filter((each) => each.account === account)
        .reduce((sum, { opening, closing }) => sum + BigInt(closing) - BigInt(opening), 0n);
      expect(total).toBe(moved);
    }
  });

  it('is the same as a file for spreadsheets', async () => {
    const of = { merchantId: 'متجر' };
    const { accounts } = await statementOf('2026-03', of);
    const { text } = await fileOf('2026-03', { ...of, format: 'csv' });
    const rows = parse<CsvRow>(text, { columns: true });
    for (const { account, currency, closing } of accounts) {
      const found = rows.find(
        (row) => row.name === account && row.currency === currency && row.detail === 'closing',
      );
      expect(found?.amountMinor).toBe(closing);
    }
  });

  it.each(MERCHANTS)('is a page that runs nothing and shows the name of %s', async (merchantId) => {
    const { text, headers } = await fileOf('2026-02', { merchantId, format: 'html' });
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(text).not.toMatch(/<script|javascript:|src=|href=| on\w+=/);
    expect(text).toContain('<svg viewBox');
    const escaped = merchantId.replaceAll('"', '&quot;');
    expect(text).toContain(`<h1><bdi>${escaped}</bdi>, 2026-02</h1>`);
  });

  it('is of nothing before anything was known', async () => {
    const of = { merchantId: 'm-1', asOfRecorded: '2026-04-01T00:00:00Z' };
    expect((await statementOf('2026-03', of)).accounts).toEqual([]);
  });

  it('is of one merchant or of one provider', async () => {
    for (const query of ['', '?merchantId=m-1&provider=stripe']) {
      const { status, body } = await views.get(`/v1/statements/2026-03${query}`, 'audit');
      expect([status, body['code']]).toEqual([400, 'request-invalid']);
    }
    expect((await views.get('/v1/statements/2026-13?merchantId=m-1', 'audit')).status).toBe(400);
    expect((await views.get('/v1/statements/2026-03?merchantId=m-1', 'shop')).status).toBe(403);
  });
});

async function statementOf(period: string, of: Record<string, string>): Promise<Statement> {
  const query = new URLSearchParams(of).toString();
  const { status, body } = await views.get(`/v1/statements/${period}?${query}`, 'audit');
  expect(status).toBe(200);
  return body as Statement;
}

async function fileOf(
  period: string,
  of: Record<string, string>,
): Promise<{ readonly text: string; readonly headers: Headers }> {
  const query = new URLSearchParams(of).toString();
  const response = await fetch(`${views.service.url}/v1/statements/${period}?${query}`, {
    headers: { authorization: 'Bearer audit' },
  });
  return { text: await response.text(), headers: response.headers };
}
