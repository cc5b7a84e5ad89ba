import { formatPosition } from '#event-store';
import type { PaymentEvent } from '#payments';
import { assessed, captured, initiated, NOW, PAYMENT_ID } from '../support/payment-events.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest, type Client } from '../support/projection-service.js';

type Page = { readonly items: readonly Item[]; readonly nextCursor: string | null };
type Item = { readonly stream: string; readonly type: string; readonly position: string };

let postgres: TestPostgres;
let service: ProjectionServiceUnderTest;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

beforeEach(async () => {
  service = await ProjectionServiceUnderTest.start(postgres);
});

afterEach(() => service.stop());

describe("a payment's history", () => {
  it('is every event with its amounts and causes', async () => {
    await appendInterleaved(service.store, [historyOf(PAYMENT_ID)]);
    const { body } = await service.get(`/v1/payments/${PAYMENT_ID}/events`);
    expect((body as unknown as Page).items.map(({ type }) => type)).toEqual([
      'PaymentInitiated',
      'RiskAssessed',
      'PaymentCaptured',
    ]);
    expect((body as unknown as Page).items[2]).toMatchObject({
      stream: `payment-${PAYMENT_ID}`,
      revision: 2,
      data: { amount: { amount: '1000', currency: 'EUR' }, reference: 'ch_c1' },
      amounts: { amount: '10.00 EUR' },
      cause: { client: 'shop', actor: null },
    });
  });

  it('comes in pages', async () => {
    await appendInterleaved(service.store, [historyOf(PAYMENT_ID)]);
    const seen = await follow(`/v1/payments/${PAYMENT_ID}/events?limit=2`, 'shop');
    expect(seen.map(({ type }) => type)).toHaveLength(3);
  });

  it.each([
    ['another service', 'other', 404],
    ['an analyst', 'desk', 200],
    ['an auditor', 'audit', 200],
  ] as const)('is asked for by %s', async (_who, client, status) => {
    await appendInterleaved(service.store, [historyOf(PAYMENT_ID)]);
    const answer = await service.get(`/v1/payments/${PAYMENT_ID}/events`, client);
    expect(answer.status).toBe(status);
  });
});

describe('the events of the ledger', () => {
  it('come in pages that neither skip nor repeat while more are written', async () => {
    const ids = ['1', '2', '3', '4'].map((last) => `${PAYMENT_ID.slice(0, -1)}${last}`);
    await appendInterleaved(service.store, ids.slice(0, 2).map(historyOf));
    const seen: string[] = [];
    let path = '/v1/events?limit=2';
    for (let pages = 0; pages < 20; pages += 1) {
      const { items, nextCursor } = await page(path);
      seen.push(...items.map(({ position }) => position));
      const more = ids[pages + 2];
      if (more) await appendInterleaved(service.store, [historyOf(more)]);
      if (nextCursor === null) break;
      path = `/v1/events?limit=2&cursor=${nextCursor}`;
    }
    expect(seen).toEqual(service.store.events.map(({ position }) => formatPosition(position)));
  });

  it.each([
    ['type=PaymentCaptured', ['2', '5']],
    ['client=other', ['3', '4', '5']],
    [`stream=payment-${PAYMENT_ID}`, ['0', '1', '2']],
    ['direction=backwards', ['5', '4', '3', '2', '1', '0']],
    ['direction=backwards&type=RiskAssessed', ['4', '1']],
    ['to=2000-01-01T00:00:00Z', []],
    ['from=2000-01-01T00:00:00Z', ['0', '1', '2', '3', '4', '5']],
    ['direction=backwards&from=9999-01-01T00:00:00Z', []],
  ])('are filtered by %s', async (filter, wanted) => {
    await appendTwo();
    for (const limit of [1, 100]) {
      const seen = await follow(`/v1/events?limit=${limit}&${filter}`);
      expect(seen.map(({ position }) => indexOf(position))).toEqual(wanted);
    }
  });

  it('are bounded by positions, in both directions', async () => {
    await appendTwo();
    const [, second, , , fifth] = service.store.events.map(({ position }) =>
      formatPosition(position),
    );
    const bounds = `fromPosition=${second}&toPosition=${fifth}`;
    for (const [direction, wanted] of [
      ['forwards', ['1', '2', '3']],
      ['backwards', ['3', '2', '1']],
    ] as const) {
      const seen = await follow(`/v1/events?${bounds}&direction=${direction}`);
      expect(seen.map(({ position }) => indexOf(position))).toEqual(wanted);
    }
  });

  it('are for auditors only', async () => {
    for (const client of ['shop', 'desk', 'ops'] as const) {
      expect((await service.get('/v1/events', client)).status).toBe(403);
    }
    const wrong = await service.get('/v1/events?cursor=abc', 'audit');
    expect([wrong.status, wrong.body['code']]).toEqual([400, 'request-invalid']);
  });
});

async function appendTwo(): Promise<void> {
  await appendInterleaved(service.store, [historyOf(PAYMENT_ID)]);
  const other = `${PAYMENT_ID.slice(0, -1)}2`;
  await appendInterleaved(service.store, [historyOf(other)], 'other');
}

function indexOf(position: string): string {
  const events = service.store.events.map((event) => formatPosition(event.position));
  return String(events.indexOf(position));
}

async function page(path: string, client: Client = 'audit'): Promise<Page> {
  const { status, body } = await service.get(path, client);
  expect(status).toBe(200);
  return body as unknown as Page;
}

async function follow(path: string, client: Client = 'audit'): Promise<Item[]> {
  const seen: Item[] = [];
  let { items, nextCursor } = await page(path, client);
  seen.push(...items);
  while (nextCursor !== null) {
    ({ items, nextCursor } = await page(`${path}&cursor=${nextCursor}`, client));
    seen.push(...items);
  }
  return seen;
}

function historyOf(paymentId: string): PaymentEvent[] {
  return [initiated({ initiatedAt: NOW }), assessed(), captured('c1', '10.00')].map(
    ({ type, data }) => ({ type, data: { ...data, paymentId } }) as PaymentEvent,
  );
}
