import { bookedHistories } from '../support/booked-histories.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest, type Answer } from '../support/projection-service.js';

const PATH = '/v1/journal/adjustments';

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
  const limits = { JOURNAL_ADJUSTMENT_LIMITS: 'EUR:1000' };
  views = await ProjectionServiceUnderTest.start(postgres, limits, new InMemoryEventStore());
  const histories = bookedHistories({ count: 5, seed: 3 });
  await allReach(views.dataSource, await appendInterleaved(views.store, histories));
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
});

describe('an adjustment of the journal', () => {
  it('within the limit is in the books at once, and in their exports', async () => {
    const asked = await ask('k1', bankCharge(250));
    expect(asked).toMatchObject({ status: 200, body: { status: 'booked' } });
    const { adjustmentId, position } = asked.body;
    const entries = await views.get(
      `/v1/journal/entries?account=bank-charges:stripe&minPosition=${String(position)}`,
      'audit',
    );
    expect(entries.body['items']).toMatchObject([
      { adjustmentId, eventType: 'JournalAdjustmentBooked', postings: [{}, {}] },
    ]);
    expect(await balanceOf('bank-charges:stripe')).toBe('250');
    const trial = await views.get('/v1/journal/trial-balance', 'audit');
    expect(trial.body['balanced']).toBe(true);
    const shown = await views.get(`${PATH}/${String(adjustmentId)}`, 'audit');
    expect(shown.body).toMatchObject({ status: 'booked', reason: 'the bank', proposedBy: 'ops' });
    for (const format of ['beancount', 'ledger', 'csv', 'jsonl']) {
      const file = await fileOf(format);
      expect(file).toContain(String(adjustmentId));
      expect(file).toMatch(/[Bb]ank-[Cc]harges:[Ss]tripe/);
    }
  });

  it('is the same one when it is asked for again, and refused as another', async () => {
    const first = await ask('k2', bankCharge(10));
    expect((await ask('k2', bankCharge(10))).body).toEqual(first.body);
    expect((await ask('k2', bankCharge(11))).body).toMatchObject({ code: 'adjustment-differs' });
  });

  it('above the limit waits for a second person, and moves nothing until then', async () => {
    const before = await balanceOf('bank-charges:paypal');
    const asked = await ask('k3', bankCharge(1_001, 'paypal'));
    expect(asked.body).toMatchObject({ status: 'proposed' });
    const path = `${PATH}/${String(asked.body['adjustmentId'])}`;
    const waiting = await views.get(
      `${PATH}?status=proposed&minPosition=${String(asked.body['position'])}`,
      'audit',
    );
    expect(waiting.body['items']).toMatchObject(
      [asked.body['adjustmentId']].map((id) => ({ adjustmentId: id })),
    );
    expect(await balanceOf('bank-charges:paypal')).toBe(before);
    const own = await views.post(`${path}/approval`, {}, 'ops');
    expect(own).toMatchObject({ status: 409, body: { code: 'adjustment-needs-second-person' } });
    const approved = await views.post(`${path}/approval`, {}, 'boss');
    expect(approved.body).toMatchObject({ status: 'booked' });
    await reached(approved);
    expect(await balanceOf('bank-charges:paypal')).toBe('1001');
  });

  it('is taken back by an entry of its own, and both stay', async () => {
    const before = await balanceOf('rounding:stripe');
    const asked = await ask('k4', lines(['rounding:stripe', 7], ['provider:stripe:pending', -7]));
    const path = `${PATH}/${String(asked.body['adjustmentId'])}`;
    const back = await views.post(`${path}/reverse`, { reason: 'it was right' });
    expect(back.body).toMatchObject({ status: 'reversed' });
    await reached(back);
    expect(await balanceOf('rounding:stripe')).toBe(before ?? '0');
    const shown = await views.get('/v1/journal/entries?account=rounding:stripe', 'audit');
    expect(shown.body['items']).toHaveLength(2);
    const again = await views.post(`${path}/reverse`, { reason: 'once more' });
    expect(again).toMatchObject({ status: 409, body: { code: 'adjustment-not-booked' } });
  });

  it.each([
    ['adjustment-unbalanced', lines(['bank:stripe', 5], ['fees:stripe', -4])],
    ['adjustment-account-unknown', lines(['bank:stripe', 5], ['merchant:unheard-of:payable', -5])],
    ['adjustment-account-unknown', lines(['bank:stripe', 5], ['memo:held:stripe', -5])],
    ['request-invalid', lines(['bank:stripe', 5])],
    ['request-invalid', { ...bankCharge(5), lines: [[], {}] }],
  ])('is refused as %s, and nothing is recorded', async (code, body) => {
    const { length } = await recorded();
    expect((await ask(`refused ${JSON.stringify(body)}`, body)).body).toMatchObject({ code });
    expect(await recorded()).toHaveLength(length);
  });

  it('is for operators, and has a key', async () => {
    expect((await views.post(PATH, bankCharge(5), 'audit', 'k9')).status).toBe(403);
    expect((await views.post(PATH, bankCharge(5))).body).toMatchObject({
      code: 'idempotency-key-missing',
    });
  });
});

function ask(key: string, body: object): Promise<Answer> {
  return views.post(PATH, body, 'ops', key);
}

function bankCharge(amount: number, provider = 'stripe'): object {
  return lines([`bank-charges:${provider}`, amount], [`bank:${provider}`, -amount]);
}

function lines(...moved: readonly (readonly [string, number])[]): object {
  return {
    reason: 'the bank',
    effectiveAt: '2026-11-01T00:00:00Z',
    lines: moved.map(([account, amount]) => ({
      account,
      amount: { amount: String(amount), currency: 'EUR' },
    })),
  };
}

async function balanceOf(account: string): Promise<string | undefined> {
  const { body } = await views.get('/v1/journal/accounts', 'audit');
  const items = body['items'] as { account: string; currency: string; balance: string }[];
  return items.find((each) => each.account === account && each.currency === 'EUR')?.balance;
}

async function reached({ body }: Answer): Promise<void> {
  await views.get(`/v1/journal/accounts?minPosition=${String(body['position'])}`, 'audit');
}

async function fileOf(format: string): Promise<string> {
  const response = await fetch(`${views.service.url}/v1/journal/export?format=${format}`, {
    headers: { authorization: 'Bearer audit' },
  });
  return response.text();
}

async function recorded(): Promise<unknown[]> {
  const events: unknown[] = [];
  const streamPrefixes = ['journal-adjustment-'];
  for await (const event of views.store.readAll({ streamPrefixes })) events.push(event);
  return events;
}
