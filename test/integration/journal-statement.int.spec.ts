import { SeededRandom } from '#fraud';
import { bookedHistories } from '../support/booked-histories.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

const DAYS = 12;
const START_MS = Date.parse('2026-11-20T00:00:00.000Z');
const HOUR_MS = 3_600_000;

type Posting = {
  readonly account: string;
  readonly currency: string;
  readonly amount: string;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly eventType: string;
};
type Statement = {
  readonly opening: string;
  readonly closing: string;
  readonly movements: readonly Movement[];
  readonly learntLater: readonly Movement[] | null;
  readonly items: readonly { readonly amount: string; readonly balance: string }[];
  readonly nextCursor: string | null;
};
type Movement = {
  readonly eventType: string;
  readonly postings: number;
  readonly change: string;
};

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;
let postings: readonly Posting[];
const random = new SeededRandom(16);

beforeAll(async () => {
  postgres = await startPostgres();
  // Events are learnt in order, some hours apart; when they happened is in any order.
  let nowMs = START_MS;
  const store = new InMemoryEventStore(() => new Date((nowMs += random.below(HOUR_MS / 2))));
  views = await ProjectionServiceUnderTest.start(postgres, {}, store);
  const histories = bookedHistories({ count: 120, seed: 16, daysMax: DAYS });
  await allReach(views.dataSource, await appendInterleaved(store, histories));
  postings = await views.dataSource.query<readonly Posting[]>(
    `SELECT account, currency, amount::text, posting.effective_at AS "effectiveAt",
            posting.recorded_at AS "recordedAt", event_type AS "eventType"
     FROM journal_view_6.journal_posting posting JOIN journal_view_6.journal_entry USING (entry_id)`,
  );
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

describe('balances at any two times', () => {
  it('are what the postings before them come to, and balance', async () => {
    for (let run = 0; run < 40; run += 1) {
      const [effective, recorded] = [someTime('effectiveAt'), someTime('recordedAt')];
      const query = queryOf({ asOfEffective: effective, asOfRecorded: recorded });
      const { body } = await views.get(`/v1/journal/accounts?${query}`, 'audit');
      const shown = (body['items'] as { account: string; currency: string; balance: string }[]).map(
        ({ account, currency, balance }) => [`${account} ${currency}`, balance],
      );
      const known = postings.filter(
        (each) => !isAfter(each.effectiveAt, effective) && !isAfter(each.recordedAt, recorded),
      );
      expect(Object.fromEntries(shown)).toEqual(balancesOf(known));
      const trial = await views.get(`/v1/journal/trial-balance?${query}`, 'audit');
      expect(trial.body['balanced']).toBe(true);
    }
  });

  it('are cut in the middle of days and between them, on both sides', () => {
    expect(new Set(postings.map(({ effectiveAt }) => dayOf(effectiveAt))).size).toBeGreaterThan(8);
    expect(new Set(postings.map(({ recordedAt }) => dayOf(recordedAt))).size).toBeGreaterThan(3);
  });
});

describe('a statement', () => {
  it('goes from its opening by its movements to its closing, posting by posting', async () => {
    for (let run = 0; run < 40; run += 1) {
      const { account, currency } = some(postings);
      const [from, to] = [someTime('effectiveAt'), someTime('effectiveAt')].sort();
      const asked = { account, currency, from, to, asOfRecorded: someTime('recordedAt') };
      const pages = await pagesOf(asked, 1 + random.below(20));
      const of = postings.filter(
        (each) =>
          each.account === account &&
          each.currency === currency &&
          !isAfter(each.recordedAt, asked.asOfRecorded),
      );
      const before = of.filter(({ effectiveAt }) => iso(effectiveAt) < (from ?? ''));
      const inside = of.filter(
        ({ effectiveAt }) => iso(effectiveAt) >= (from ?? '') && iso(effectiveAt) < (to ?? ''),
      );
      const [first] = pages;
      expect(first?.opening).toBe(sum(before).toString());
      expect(first?.closing).toBe(sum([...before, ...inside]).toString());
      expect(counted(first?.movements ?? [])).toEqual(countedOf(inside));
      let balance = sum(before);
      const lines = pages.flatMap(({ items }) => items);
      for (const line of lines) {
        balance += BigInt(line.amount);
        expect(line.balance).toBe(balance.toString());
      }
      expect(lines).toHaveLength(inside.length);
      expect(balance.toString()).toBe(first?.closing);
    }
  });

  it('says what was learnt later of the same time', async () => {
    for (let run = 0; run < 20; run += 1) {
      const { account, currency } = some(postings);
      const to = someTime('effectiveAt');
      const asOfRecorded = someTime('recordedAt');
      const [first] = await pagesOf({ account, currency, to, asOfRecorded }, 200);
      const late = postings.filter(
        (each) =>
          each.account === account &&
          each.currency === currency &&
          isAfter(each.recordedAt, asOfRecorded) &&
          iso(each.effectiveAt) < to,
      );
      expect(counted(first?.learntLater ?? [])).toEqual(countedOf(late));
    }
    const { account, currency } = some(postings);
    const [all] = await pagesOf({ account, currency }, 200);
    expect(all?.learntLater).toBeNull();
    expect(all?.opening).toBe('0');
  });

  it('has the same postings in its sums and its lines, however fine its times are', async () => {
    for (const digits of ['0001', '5', '9996', '999999']) {
      const { account, currency, effectiveAt } = some(postings);
      const time = iso(effectiveAt).replace('Z', `${digits}Z`);
      for (const part of [{ from: time }, { to: time }]) {
        const pages = await pagesOf({ account, currency, ...part }, 200);
        const lines = pages.flatMap(({ items }) => items);
        expect(lines.at(-1)?.balance ?? pages[0]?.opening).toBe(pages[0]?.closing);
        const moved = (pages[0]?.movements ?? []).map((each) => each.postings);
        expect(lines).toHaveLength(moved.reduce((all, count) => all + count, 0));
      }
    }
  });

  it('refuses a cursor with a line that no entry has', async () => {
    const asked = { account: 'provider:stripe:pending', currency: 'EUR', limit: '1' };
    const { body } = await views.get(`/v1/journal/statement?${queryOf(asked)}`, 'audit');
    const { nextCursor } = body as unknown as Statement;
    const parts = JSON.parse(Buffer.from(nextCursor ?? '', 'base64url').toString()) as string[];
    parts[4] = '40000';
    const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url');
    const forged = queryOf({ ...asked, cursor });
    expect((await views.get(`/v1/journal/statement?${forged}`, 'audit')).status).toBe(400);
  });

  it('of an account that nothing moved is empty, not an error', async () => {
    const [first] = await pagesOf({ account: 'fees:paypal', currency: 'AED' }, 10);
    expect(first).toMatchObject({ opening: '0', closing: '0', movements: [], items: [] });
  });

  it.each([
    ['account=fees&currency=EUR', 'account'],
    ['account=fees:stripe', 'currency'],
    ['account=fees:stripe&currency=EUR&from=2026-12-02T00:00:00Z&to=2026-12-01T00:00:00Z', 'to'],
    [
      'account=fees:stripe&currency=EUR&from=2026-12-01T00:00:00.0001Z&to=2026-12-01T00:00:00Z',
      'to',
    ],
    ['account=fees:stripe&currency=EUR&cursor=x', 'cursor'],
  ])('refuses %s by the name of the field', async (query, field) => {
    const { status, body } = await views.get(`/v1/journal/statement?${query}`, 'audit');
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain(`"field":"${field}"`);
  });
});

/** A time near a posting: its own, the millisecond beside it, or the middle of its night. */
function someTime(field: 'effectiveAt' | 'recordedAt'): string {
  const time = some(postings)[field].getTime();
  const midnight = time - (time % (24 * HOUR_MS));
  return iso(new Date(some([time, time - 1, time + 1, midnight, midnight - 1])));
}

function some<Value>(values: readonly Value[]): Value {
  const value = values[random.below(values.length)];
  if (value === undefined) throw new TypeError('nothing to choose from');
  return value;
}

async function pagesOf(
  asked: Readonly<Record<string, string | undefined>>,
  limit: number,
): Promise<Statement[]> {
  const pages: Statement[] = [];
  let cursor: string | undefined;
  do {
    const query = queryOf({ ...asked, limit: String(limit), cursor });
    const { status, body } = await views.get(`/v1/journal/statement?${query}`, 'audit');
    expect([status, body]).toEqual([200, body]);
    pages.push(body as unknown as Statement);
    cursor = pages.at(-1)?.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return pages;
}

function queryOf(fields: Readonly<Record<string, string | undefined>>): string {
  const sent = Object.entries(fields).filter((field): field is [string, string] => !!field[1]);
  return new URLSearchParams(sent).toString();
}

function balancesOf(known: readonly Posting[]): Record<string, string> {
  const balances: Record<string, bigint> = {};
  for (const { account, currency, amount } of known) {
    const name = `${account} ${currency}`;
    balances[name] = (balances[name] ?? 0n) + BigInt(amount);
  }
  return Object.fromEntries(
    Object.entries(balances).map(([name, balance]) => [name, balance.toString()]),
  );
}

function counted(movements: readonly Movement[]): Record<string, string> {
  return Object.fromEntries(
    movements.map(({ eventType, postings, change }) => [eventType, `${postings} ${change}`]),
  );
}

function countedOf(of: readonly Posting[]): Record<string, string> {
  const types = [...new Set(of.map(({ eventType }) => eventType))];
  return Object.fromEntries(
    types.map((type) => {
      const some = of.filter(({ eventType }) => eventType === type);
      return [type, `${some.length} ${sum(some)}`];
    }),
  );
}

function sum(of: readonly Posting[]): bigint {
  return of.reduce((total, { amount }) => total + BigInt(amount), 0n);
}

function isAfter(time: Date, limit: string): boolean {
  return iso(time) > limit;
}

function iso(time: Date): string {
  return time.toISOString();
}

function dayOf(time: Date): string {
  return iso(time).slice(0, 10);
}
