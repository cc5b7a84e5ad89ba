import { jest } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { formatPosition, idOf, type Position } from '#event-store';
import type { PaymentEvent } from '#payments';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import { schemaOf } from '#projections';
import { Config } from '../../apps/projection-service/src/config.js';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { VIEW_NAMES } from '../../apps/projection-service/src/views/names.js';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore, silence } from '../support/in-memory-event-store.js';
import {
  assessed,
  captured,
  eur,
  endings,
  held,
  initiated,
  NOW,
  reviewed,
} from '../support/payment-events.js';
import { paymentHistory } from '../support/payment-histories.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import {
  allReach,
  appendInterleaved,
  appendPayment,
  emptyViews,
  jsonOf,
} from '../support/postgres-views.js';
import { serveViews } from '../support/projection-service.js';

const KEYS = { shop: 'service', other: 'service', audit: 'auditor', ops: 'operator' } as const;
type Client = keyof typeof KEYS;

let postgres: TestPostgres;
let dataSource: DataSource;
let store: InMemoryEventStore;
let service: RunningApp;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
});

beforeEach(async () => {
  await begin();
});

afterEach(async () => {
  await service.stop();
  await dataSource.destroy();
});

describe('payments', () => {
  it('are shown as of the position that a command returned', async () => {
    const position = await appendInterleaved(store, [HELD]);
    const { status, body } = await get(`/v1/payments/${ID}?minPosition=${text(position)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      paymentId: ID,
      orderId: 'order-1',
      status: 'held',
      review: 'held',
      amount: { amount: '1000', currency: 'EUR' },
      captured: { amount: '0', currency: 'EUR' },
      position: text(position),
    });
  });

  it('are refused with how far the view is when it does not get there in time', async () => {
    const position = await appendInterleaved(store, [HELD]);
    await allReach(dataSource, position);
    const { status, body } = await get('/v1/payments?minPosition=999/999&waitMs=50');
    expect(status).toBe(503);
    expect(body).toMatchObject({
      code: 'position-not-reached',
      retryable: true,
      detail: `view orders is at ${text(position)}, not yet at 999/999, after 50 ms`,
    });
  });

  it('belong to the client that initiated them, auditors see all', async () => {
    await allReach(dataSource, await appendInterleaved(store, [HELD]));
    expect((await get(`/v1/payments/${ID}`, 'other')).status).toBe(404);
    expect((await get('/v1/payments', 'other')).body['items']).toEqual([]);
    expect((await get('/v1/orders/order-1', 'other')).status).toBe(404);
    expect((await get('/v1/cases', 'other')).body['items']).toEqual([]);
    expect((await get(`/v1/payments/${ID}`, 'audit')).status).toBe(200);
    expect((await get('/v1/cases', 'audit')).body['items']).toHaveLength(1);
  });

  it('come in pages that neither repeat nor leave out any while more arrive', async () => {
    const there = sample(25);
    await allReach(dataSource, await appendInterleaved(store, there));
    const { body: first } = await get('/v1/payments?limit=10');
    await allReach(dataSource, await appendInterleaved(store, sample(5)));
    const seen = [...idsOf(first)];
    for (let cursor = first['nextCursor']; typeof cursor === 'string';) {
      const { body } = await get(`/v1/payments?limit=10&cursor=${cursor}`);
      seen.push(...idsOf(body));
      cursor = body['nextCursor'];
    }
    // All are of the same moment, so that those that arrive may have their place on a later page.
    expect(seen).toEqual(expect.arrayContaining(there.map(([event]) => event?.data.paymentId)));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('are filtered by status, order and customer', async () => {
    const other = initiated({ paymentId: OTHER_ID, orderId: 'o-2', customerId: 'c-2' });
    await allReach(dataSource, await appendInterleaved(store, [HELD, [other]]));
    expect(idsOf((await get('/v1/payments?status=held')).body)).toEqual([ID]);
    expect(idsOf((await get('/v1/payments?orderId=o-2')).body)).toEqual([OTHER_ID]);
    expect(idsOf((await get('/v1/payments?customerId=c-2')).body)).toEqual([OTHER_ID]);
    expect((await get('/v1/orders/o-2')).body).toMatchObject({
      orderId: 'o-2',
      payments: [{ paymentId: OTHER_ID, status: 'initiated' }],
      captured: [{ amount: '0', currency: 'EUR' }],
    });
  });
});

describe('the journal', () => {
  it('balances to zero after any payments', async () => {
    const last = await appendInterleaved(store, sample(80));
    const { body } = await get(`/v1/journal/trial-balance?minPosition=${text(last)}`);
    const items = body['items'] as { difference: string; debits: string }[];
    expect(body['balanced']).toBe(true);
    expect(items.length).toBeGreaterThan(1);
    expect(new Set(items.map(({ difference }) => difference))).toEqual(new Set(['0']));
    expect(items.every(({ debits }) => BigInt(debits) > 0n)).toBe(true);
  });

  it('lists the entries of a payment and of an account, with their postings', async () => {
    const last = await appendInterleaved(store, [CAPTURED]);
    const { body } = await get(`/v1/journal/entries?paymentId=${ID}&minPosition=${text(last)}`);
    expect(body['items']).toMatchObject([
      {
        paymentId: ID,
        eventType: 'PaymentCaptured',
        eventPosition: text(last),
        postings: [
          { account: 'provider:stripe:pending', amount: { amount: '1000', currency: 'EUR' } },
          { account: 'merchant:merchant-1:payable', amount: { amount: '-1000', currency: 'EUR' } },
        ],
      },
    ]);
    const touching = await get('/v1/journal/entries?account=provider:stripe:pending');
    expect(touching.body['items']).toHaveLength(1);
    expect((await get('/v1/journal/entries?account=fees:stripe')).body['items']).toEqual([]);
  });

  it('knows every balance at any point of both times', async () => {
    const last = await appendInterleaved(store, [CAPTURED]);
    const of = async (query: string) => {
      const { body } = await get(`/v1/journal/accounts?minPosition=${text(last)}&${query}`);
      return (body['items'] as { account: string; balance: string }[]).map(
        ({ account, balance }) => `${account} ${balance}`,
      );
    };
    const all = ['merchant:merchant-1:payable -1000', 'provider:stripe:pending 1000'];
    expect(await of('')).toEqual(all);
    const effective = captured('c1', '10.00').data as { readonly capturedAt: string };
    expect(await of(`asOfEffective=${effective.capturedAt}`)).toEqual(all);
    expect(await of('asOfEffective=2001-01-01T00:00:00Z')).toEqual([]);
    expect(await of('asOfRecorded=2001-01-01T00:00:00Z')).toEqual([]);
    expect(await of('asOfRecorded=2999-01-01T00:00:00Z')).toEqual(all);
  });
});

describe('a payout', () => {
  it('is on its way as long as no line of the bank names it, and comes back when it fails', async () => {
    await appendInterleaved(store, [CAPTURED]);
    await appendPayout(0, 'in-transit', 'T10');
    const paid = await appendPayout(1, 'paid', 'T11');
    const balances = async (position: Position) => {
      const { body } = await get(`/v1/journal/accounts?minPosition=${text(position)}`, 'audit');
      const items = body['items'] as { account: string; balance: string }[];
      return Object.fromEntries(items.map(({ account, balance }) => [account, balance]));
    };
    expect(await balances(paid)).toMatchObject({
      'provider:stripe:pending': '400',
      'payout:stripe:in-transit': '600',
    });
    const failed = await appendPayout(2, 'failed', 'T12');
    expect(await balances(failed)).toMatchObject({
      'provider:stripe:pending': '1000',
      'payout:stripe:in-transit': '0',
    });
    const { body } = await get('/v1/journal/trial-balance', 'audit');
    expect(body['balanced']).toBe(true);
    const entries = await get('/v1/journal/entries?payoutReference=po_1', 'audit');
    expect(entries.body['items']).toMatchObject(
      ['payout:stripe:in-transit', 'provider:stripe:pending'].map((account) => ({
        paymentId: null,
        payoutReference: 'po_1',
        eventType: 'PayoutRecorded',
        postings: [{}, { account, amount: { amount: '-600', currency: 'EUR' } }],
      })),
    );
    const ours = await get(`/v1/journal/entries?paymentId=${ID}`, 'audit');
    expect(ours.body['items']).toMatchObject([{ paymentId: ID, payoutReference: null }]);
  });
});

describe('reconciliation', () => {
  it('says what agrees, what is missing on which side, and by how much', async () => {
    await appendInterleaved(store, [CAPTURED]);
    await appendLine('ch_c1', '990');
    const last = await appendLine('ch_unknown', '55');
    const { body } = await get(`/v1/reconciliation?minPosition=${text(last)}`, 'audit');
    expect(body).toMatchObject({
      matchRate: 0,
      items: [
        {
          provider: 'stripe',
          currency: 'EUR',
          ours: '1000',
          theirs: '1045',
          difference: '45',
          theirFees: '60',
          counts: { matched: 0, 'amount-mismatch': 1, 'missing-internally': 1 },
        },
      ],
    });
    const lines = await get('/v1/reconciliation/lines?status=amount-mismatch');
    expect(lines.body['items']).toMatchObject([
      { reference: 'ch_c1', paymentId: ID, status: 'amount-mismatch', kind: 'capture' },
    ]);
  });

  it('shows a line that could not be read, and counts it until it is', async () => {
    const data = { provider: 'stripe', lineId: 'txn_ch_odd', at: '2026-03-02T00:00:00.000Z' };
    const unreadable = {
      reason: 'not a currency of this provider: ZZZ',
      raw: '{"currency":"zzz"}',
    };
    const event = {
      id: idOf('line', 'set aside'),
      type: 'SettlementLineSetAside',
      data: { ...data, ...unreadable },
      metadata: {},
    };
    const stream = 'settlement-stripe-2026-03-02';
    const { position } = await store.append(stream, [event], 'any');
    const listed = await get(
      `/v1/reconciliation/lines?status=unreadable&minPosition=${text(position)}`,
      'audit',
    );
    expect(listed.body['items']).toMatchObject([
      { kind: 'unreadable', reference: 'txn_ch_odd', ours: [], theirs: [], unreadable },
    ]);
    expect((await get('/v1/reconciliation', 'audit')).body).toMatchObject({ unreadable: 1 });
    const read = text(await appendLine('ch_odd', '55'));
    const { body } = await get(`/v1/reconciliation?minPosition=${read}`, 'audit');
    expect(body).toMatchObject({ unreadable: 0, items: [{ theirs: '55' }] });
  });

  it('is followed by the journal: what no event explains waits in suspense', async () => {
    const last = await appendLine('ch_unknown', '55');
    const { body } = await get(`/v1/journal/entries?minPosition=${text(last)}`, 'audit');
    expect(body['items']).toMatchObject([
      {
        paymentId: null,
        payoutReference: null,
        lineId: 'txn_ch_unknown',
        eventType: 'SettlementLineRecorded',
        postings: [
          { account: 'provider:stripe:pending', amount: { amount: '25' } },
          { account: 'fees:stripe', amount: { amount: '30' } },
          { account: 'suspense:stripe', amount: { amount: '-55' } },
        ],
      },
    ]);
  });

  it('misses a capture at the provider only once it should have been reported', async () => {
    const now = new Date().toISOString();
    const recent = { ...CAPTURED[1], data: { ...CAPTURED[1].data, capturedAt: now } };
    const old = [initiated({ paymentId: OTHER_ID }), withPayment(captured('c2', '5.00'), OTHER_ID)];
    const last = await appendInterleaved(store, [[CAPTURED[0], recent as PaymentEvent], old]);
    const referencesOf = async (status: string) => {
      const query = `status=${status}&minPosition=${text(last)}`;
      const { body } = await get(`/v1/reconciliation/lines?${query}`);
      return (body['items'] as { reference: string }[]).map(({ reference }) => reference);
    };
    expect(await referencesOf('expected')).toEqual(['ch_c1']);
    expect(await referencesOf('missing-at-provider')).toEqual(['ch_c2']);
    const { body } = await get('/v1/reconciliation');
    expect(body).toMatchObject({ matchRate: 0, items: [{ counts: { expected: 1 } }] });
  });
});

describe('cases', () => {
  it('open with a held payment and close with its review', async () => {
    const opened = await appendInterleaved(store, [HELD]);
    const open = await get(`/v1/cases?status=open&minPosition=${text(opened)}`, 'audit');
    expect(open.body['items']).toMatchObject([{ paymentId: ID, status: 'open', reason: 'score' }]);

    const closed = await appendPayment(store, reviewed('ReviewRejected'), HELD.length);
    const { body } = await get(`/v1/cases/${ID}?minPosition=${text(closed)}`);
    expect(body).toMatchObject({
      status: 'closed',
      decision: { outcome: 'rejected', finding: 'fraud' },
    });
    expect((await get('/v1/cases?status=open')).body['items']).toEqual([]);
  });

  it('end with their payment, and leave the queue', async () => {
    const [end] = endings(ID, NOW);
    await appendInterleaved(store, [HELD]);
    const ended = await appendPayment(store, end as PaymentEvent, HELD.length);
    const { body } = await get(`/v1/cases/${ID}?minPosition=${text(ended)}`);
    expect(body).toMatchObject({ status: 'ended', endedAt: NOW, decision: null });
    expect((await get('/v1/cases?status=open')).body['items']).toEqual([]);
    expect((await get('/v1/cases?status=ended')).body['items']).toHaveLength(1);
    const payment = await get(`/v1/payments/${ID}?minPosition=${text(ended)}`);
    expect(payment.body).toMatchObject({ review: 'ended' });
  });

  it('name the rule that held the payment, in its own words', async () => {
    const rules = [{ ruleId: 'watch-oman', verdict: 'review', reason: 'New country.' }] as const;
    const none = { randomApproval: null, reviewPriceEur: 0, trial: null };
    const judgement = { modelVerdict: 'approve', rules, ...none } as const;
    const byRule = { paymentId: ID, reason: 'rule', ruleIds: ['watch-oman'] } as const;
    const history: PaymentEvent[] = [
      initiated({ paymentId: ID }),
      assessed('review', { judgement }),
      { type: 'PaymentHeldForReview', data: { ...byRule, heldAt: NOW } },
    ];
    const last = await appendInterleaved(store, [history]);
    const { body } = await get(`/v1/cases/${ID}?minPosition=${text(last)}`);
    expect(body).toMatchObject({ reason: 'rule', rules });
    const payment = await get(`/v1/payments/${ID}?minPosition=${text(last)}`);
    expect(payment.body).toMatchObject({ risk: { decidedBy: 'rule', rules } });
  });

  it('do not exist for payments that were never held', async () => {
    const last = await appendInterleaved(store, [CAPTURED]);
    const { status, body } = await get(`/v1/cases/${ID}?minPosition=${text(last)}`);
    expect([status, body['code']]).toEqual([404, 'not-found']);
  });
});

describe('contradictions', () => {
  it('are listed for operators until they are settled, and counted', async () => {
    const refund = { refundId: 'r1', captureId: 'c1', amount: eur('12.00'), reference: 're_1' };
    const refunded: PaymentEvent = {
      type: 'PaymentRefunded',
      data: { paymentId: ID, ...refund, refundedAt: NOW },
    };
    const last = await appendInterleaved(store, [[...CAPTURED, refunded]]);
    const { body } = await get(`/v1/contradictions?minPosition=${text(last)}`, 'ops');
    const explanation = '12.00 EUR given back of 10.00 EUR captured';
    expect(body['items']).toMatchObject([{ paymentId: ID, explanation, settledAt: null }]);
    await eventually(async () => (await metrics()).includes('assay_open_contradictions 1'));
  });
});

describe('views', () => {
  it('say how far they are', async () => {
    const last = await appendInterleaved(store, sample(10));
    await allReach(dataSource, last);
    const { body } = await get('/v1/views?digest=true');
    expect(body['head']).toBe(text(last));
    const views = body['items'] as Record<string, unknown>[];
    expect(views.map(({ name }) => name)).toEqual(VIEW_NAMES);
    for (const view of views) {
      expect(view).toMatchObject({ position: text(last), caughtUp: true, lagMs: 0 });
      expect((view['digest'] as { sha256: string }).sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('are rebuilt with an equal digest, by operators only', async () => {
    await allReach(dataSource, await appendInterleaved(store, sample(20)));
    expect((await post('/v1/views/journal/rebuild', 'shop')).status).toBe(403);
    const before = await get('/v1/views/journal/digest');
    const { status, body } = await post('/v1/views/journal/rebuild', 'ops');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'journal', status: 'done', equal: true });
    expect(await get('/v1/views/journal/digest')).toEqual(before);
    expect((await get('/v1/views/journal')).body['rebuild']).toEqual(body);
  });

  it('are checked by auditors, who hear which row is not what the events say', async () => {
    await allReach(dataSource, await appendInterleaved(store, sample(20)));
    await dataSource.query('UPDATE journal_view_6.journal_posting SET amount = amount + 1');
    const { body } = await post('/v1/views/journal/check', 'audit');
    const found = body['differing'] as { count: number; rows: object[] };
    expect(found.rows[0]).toMatchObject({ table: 'journal_posting', columns: ['amount'] });
    expect(await metrics()).toContain(`assay_view_drift_rows{view="journal"} ${found.count}`);
    const compared = store.events.findLast(({ type }) => type === 'ViewCompared');
    expect(compared?.data).toMatchObject({ view: 'journal', differing: found.count });
  });

  it('go on without a payment that they cannot apply, and show it to operators', async () => {
    await appendPayment(store, withPayment(captured('c1', '10.00'), OTHER_ID), 0);
    const last = await appendInterleaved(store, [CAPTURED]);
    const payment = await get(`/v1/payments/${ID}?minPosition=${text(last)}`);
    expect(payment.body).toMatchObject({ status: 'captured' });

    expect((await get('/v1/views/orders', 'ops')).body).toMatchObject({
      setAside: 1,
      trouble: null,
    });
    const { body } = await get('/v1/views/orders/set-aside', 'ops');
    expect(body).toMatchObject({ name: 'orders' });
    expect(body['items']).toEqual([
      {
        stream: `payment-${OTHER_ID}`,
        revision: '0',
        position: '1/1',
        eventType: 'PaymentCaptured',
        recordedAt: expect.any(String) as string,
        reason: `payment ${OTHER_ID} was never initiated`,
        waiting: 1,
      },
    ]);
    await eventually(async () =>
      (await metrics()).includes('assay_view_set_aside{view="orders"} 1'),
    );
    await eventually(async () => (await get('/health/ready')).status === 200);
  });

  it('say that they are being built, and are not ready before', async () => {
    await service.stop();
    const { name } = PROJECTIONS.orders;
    await appendInterleaved(store, sample(50));
    const blocker = dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.query('SELECT * FROM checkpoint WHERE view = $1 FOR UPDATE', [schemaOf(name)]);
    service = await start();
    const { status, parts } = await eventually(async () => {
      const report = await get('/health/ready');
      const told = report.body['parts'] as Record<string, string>;
      return told['orders']?.startsWith('is being built: at 0/0') && { ...report, parts: told };
    });
    expect([status, parts['database']]).toEqual([503, 'ok']);
    await blocker.rollbackTransaction();
    await blocker.release();
    await eventually(async () => (await get('/health/ready')).status === 200);
  });

  it('begin again when they stand still, and are ready once they have caught up', async () => {
    await service.stop();
    const deaf = jest.spyOn(store, 'subscribe').mockImplementation(() => silence());
    service = await start();
    const last = await appendInterleaved(store, sample(3));
    await eventually(async () => {
      const { body } = await get('/health/ready');
      return (body['parts'] as Record<string, string>)['orders']?.startsWith('stands still at 0/0');
    });
    deaf.mockRestore();
    await eventually(() => allReach(dataSource, last).then(() => true));
    await eventually(async () => (await get('/health/ready')).status === 200);
  });

  it('are only those that PROJECTIONS names', async () => {
    await service.stop();
    service = await start({ PROJECTIONS: 'cases' });
    expect((await get('/v1/cases')).status).toBe(200);
    expect((await get('/v1/payments')).status).toBe(404);
    expect((await get('/v1/views/orders')).body['detail']).toBe(
      'no such view; this process builds cases',
    );
  });
});

describe('a request', () => {
  it.each([
    ['/v1/payments?limit=0', 'limit'],
    ['/v1/payments?limit=ten', 'limit'],
    ['/v1/payments?status=lost', 'status'],
    ['/v1/payments?orderId=%00', 'orderId'],
    ['/v1/payments?cursor=bm9uc2Vuc2U', 'cursor'],
    ['/v1/payments?cursor=WyI5OTk5OTk5OTk5OTk5OTk5OTk5IiwiYSJd', 'cursor'],
    ['/v1/payments?minPosition=12', 'minPosition'],
    ['/v1/payments?waitMs=99999', 'waitMs'],
    ['/v1/payments?colour=red', 'colour'],
    ['/v1/orders/%00', 'orderId'],
    ['/v1/journal/accounts?asOfRecorded=yesterday', 'asOfRecorded'],
    ['/v1/journal/entries?account=x', 'account'],
  ])('that is wrong is refused naming the field: %s', async (path, field) => {
    const { status, body } = await get(path);
    expect([status, body['code']]).toEqual([400, 'request-invalid']);
    expect((body['errors'] as { field: string }[])[0]?.field).toBe(field);
  });

  it('needs a key, except for health and the document', async () => {
    for (const path of ['/v1/payments', '/v1/views', '/v1/journal/accounts']) {
      expect((await fetch(service.url + path)).status).toBe(401);
    }
    for (const path of ['/health/live', '/openapi.json']) {
      expect((await fetch(service.url + path)).status).toBe(200);
    }
    expect([200, 503]).toContain((await fetch(`${service.url}/health/ready`)).status);
  });
});

const ID = '5b8d3b5e-0000-5000-8000-000000000001';
const OTHER_ID = '5b8d3b5e-0000-5000-8000-000000000002';
const HELD: readonly PaymentEvent[] = [initiated({ paymentId: ID }), assessed(), held];
const CAPTURED = [initiated({ paymentId: ID }), captured('c1', '10.00')] as const;

function withPayment(event: PaymentEvent, paymentId: string): PaymentEvent {
  return { ...event, data: { ...event.data, paymentId } } as PaymentEvent;
}

async function begin(): Promise<void> {
  dataSource = await emptyViews(await postgres.createDatabase());
  store = new InMemoryEventStore();
  service = await start();
}

async function start(env: Record<string, string> = {}): Promise<RunningApp> {
  const keys = Object.entries(KEYS).map(([client, role]) => `${client}:${role}:${hashKey(client)}`);
  const config = loadConfig(Config, {
    API_KEYS: keys.join(','),
    DATABASE_URL: 'postgres://given',
    PORT: '0',
    ...env,
  });
  return serveViews(config, store, dataSource);
}

type Answer = { readonly status: number; readonly body: Record<string, unknown> };

function get(path: string, client: Client = 'audit'): Promise<Answer> {
  return request('GET', path.replace(/minPosition=[^&]+(?!.*waitMs)/, '$&&waitMs=30000'), client);
}

function post(path: string, client: Client): Promise<Answer> {
  return request('POST', path, client);
}

async function request(method: string, path: string, client: Client): Promise<Answer> {
  const headers = { authorization: `Bearer ${client}` };
  const response = await fetch(service.url + path, { method, headers });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

async function metrics(): Promise<string> {
  const headers = { authorization: 'Bearer ops' };
  return await (await fetch(`${service.url}/metrics`, { headers })).text();
}

function idsOf(body: Answer['body']): string[] {
  return (body['items'] as { paymentId: string }[]).map(({ paymentId }) => paymentId);
}

function text(position: Position): string {
  return formatPosition(position);
}

let seed = 7;

function sample(count: number): PaymentEvent[][] {
  seed += 1;
  return fc.sample(paymentHistory, { numRuns: count, seed });
}

async function appendLine(reference: string, amount: string): Promise<Position> {
  const money = (digits: string) => ({ amount: digits, currency: 'EUR' });
  const event = {
    id: idOf('line', reference),
    type: 'SettlementLineRecorded',
    data: jsonOf({
      provider: 'stripe',
      lineId: `txn_${reference}`,
      kind: 'capture',
      reference,
      paymentId: null,
      amount: money(amount),
      fee: money('30'),
      at: '2026-03-02T00:00:00.000Z',
    }),
    metadata: {},
  };
  return (await store.append('settlement-stripe-2026-03-02', [event], 'any')).position;
}

async function appendPayout(revision: number, status: string, time: string): Promise<Position> {
  const recordedAt = `2026-03-02${time}:00:00.000Z`;
  const data = {
    provider: 'stripe',
    payoutReference: 'po_1',
    amount: { amount: '600', currency: 'EUR' },
    status,
    arrivesAt: null,
    recordedAt,
  };
  const event = { id: idOf('payout', status), type: 'PayoutRecorded', data, metadata: {} };
  const expected = revision === 0 ? 'no-stream' : BigInt(revision - 1);
  return (await store.append('payout-stripe-po_1', [event], expected)).position;
}
