import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Money } from '#money';
import type { BookEntry } from '#provider-port';
import { StripeProvider } from './provider.js';

const P1 = '5b8d3b5e-0000-5000-8000-000000000000';
const NOW = new Date('2026-11-21T12:00:00Z');
const DAY_S = 86_400;
const NOW_S = NOW.getTime() / 1000;

type Transaction = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly created: number;
};

describe('the books of Stripe', () => {
  let server: Server;
  let transactions: readonly Transaction[] = [];
  let requests = 0;

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests += 1;
      const query = new URL(request.url ?? '', 'http://stripe').searchParams;
      const from = Number(query.get('created[gte]'));
      const to = Number(query.get('created[lt]') ?? Infinity);
      const after = query.get('starting_after');
      const newestFirst = transactions
        .filter(({ created }) => created >= from && created < to)
        .sort((a, b) => b.created - a.created);
      const start = after === null ? 0 : newestFirst.findIndex(({ id }) => id === after) + 1;
      const data = newestFirst.slice(start, start + Number(query.get('limit')));
      const has_more = start + data.length < newestFirst.length;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ object: 'list', url: request.url, data, has_more }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  beforeEach(() => {
    requests = 0;
  });

  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it('come oldest first across pages and days', async () => {
    transactions = Array.from({ length: 350 }, (_, i) =>
      charged(`txn_${i}`, NOW_S - 3 * DAY_S + i * 600),
    );
    const lines = await read('2026-11-18T12:00:00Z');
    expect(lines.map(({ lineId }) => lineId)).toEqual(transactions.map(({ id }) => id));
  });

  it('skip long silences in growing strides', async () => {
    transactions = [charged('txn_1', NOW_S - 300 * DAY_S), charged('txn_2', NOW_S - 60)];
    const lines = await read('2025-11-21T12:00:00Z');
    expect(lines.map(({ lineId }) => lineId)).toEqual(['txn_1', 'txn_2']);
    expect(requests).toBeLessThan(20);
  });

  it('show a partial capture as one line of what was taken', async () => {
    transactions = [
      { ...charged('txn_1', NOW_S - 60), amount: 1000, fee: 59 },
      {
        ...charged('txn_2', NOW_S - 60),
        type: 'refund',
        reporting_category: 'partial_capture_reversal',
        amount: -600,
        fee: -17,
        source: { id: 're_1', object: 'refund', charge: 'ch_txn_1', metadata: {} },
      },
    ];
    expect(await read('2026-11-21T00:00:00Z')).toMatchObject([
      { lineId: 'txn_1', kind: 'capture', reference: 'ch_txn_1', amount: eur(400n), fee: eur(42n) },
    ]);
  });

  it('take each of several releases of one charge off its own capture', async () => {
    const source = { id: 'ch_1', object: 'charge', metadata: {} };
    const captured = { ...charged('txn_1', NOW_S - 90), amount: 1000, fee: 50, source };
    const released = {
      ...charged('txn_2', NOW_S - 90),
      reporting_category: 'partial_capture_reversal',
      source: { id: 're_1', object: 'refund', charge: 'ch_1', metadata: {} },
    };
    transactions = [
      captured,
      { ...released, amount: -600, fee: -30 },
      { ...captured, id: 'txn_3', created: NOW_S - 60, amount: 600, fee: 30 },
      { ...released, id: 'txn_4', created: NOW_S - 60, amount: -100, fee: -5 },
      { ...released, id: 'txn_5', created: NOW_S - 30, amount: -200, fee: -10 },
    ];
    expect(await read('2026-11-21T00:00:00Z')).toMatchObject([
      { lineId: 'txn_1', kind: 'capture', amount: eur(400n), fee: eur(20n) },
      { lineId: 'txn_3', kind: 'capture', amount: eur(300n), fee: eur(15n) },
    ]);
  });

  it('show a release without its capture by itself', async () => {
    const lost = { reporting_category: 'partial_capture_reversal', amount: -600, fee: 0 };
    transactions = [{ ...charged('txn_2', NOW_S - 60), ...lost }];
    expect(await read('2026-11-21T00:00:00Z')).toMatchObject([
      { lineId: 'txn_2', kind: 'adjustment', amount: eur(-600n) },
    ]);
  });

  it.each([
    ['refund', 'refund'],
    ['dispute', 'dispute'],
    ['dispute_reversal', 'dispute'],
    ['fee', 'fee'],
    ['payout', 'payout'],
    ['refund_failure', 'refund'],
    ['currency_conversion', 'conversion'],
    ['risk_reserved_funds', 'reserve'],
    ['something_new', 'adjustment'],
  ])('take the category %s as %s', async (reporting_category, kind) => {
    transactions = [{ ...charged('txn_1', NOW_S - 60), reporting_category, source: 'po_1' }];
    expect(await read('2026-11-21T00:00:00Z')).toMatchObject([
      { kind, reference: 'po_1', paymentId: null },
    ]);
  });

  it('show in which currency the payer saw what settles in another', async () => {
    const usd = { currency: 'usd', exchange_rate: 1.087 };
    const [charge, refund, dispute] = ['charge', 'refund', 'dispute'].map((object, i) => ({
      ...charged(`txn_${i}`, NOW_S - 60 + i),
      ...usd,
      amount: object === 'charge' ? 2174 : -2174,
      fee: 93,
      reporting_category: object,
      source: {
        ...{ id: `${object}_1`, object, amount: 2000, amount_captured: 2000, currency: 'eur' },
        balance_transactions: [],
      },
    }));
    transactions = [charge, refund, dispute].flatMap((one) => one ?? []);
    const [taken, ...givenBack] = await read('2026-11-21T00:00:00Z');
    const out = { amount: Money.of(-2174n, 'USD'), presented: eur(-2000n) };
    expect(givenBack).toMatchObject([out, out]);
    expect(taken).toMatchObject({
      amount: Money.of(2174n, 'USD'),
      fee: Money.of(93n, 'USD'),
      presented: eur(2000n),
    });
  });

  it('show no disputed amount where a line evens out the rate of another', async () => {
    const booked = [-2174, -7].map((amount, i) => ({
      ...charged(`txn_${i}`, NOW_S - 60 + i),
      ...{ currency: 'usd', exchange_rate: 1.087, reporting_category: 'dispute', amount },
    }));
    const contested = { id: 'du_1', object: 'dispute', amount: 2000, currency: 'eur' };
    const source = { ...contested, balance_transactions: booked };
    transactions = booked.map((each) => ({ ...each, source }));
    expect(await read('2026-11-21T00:00:00Z')).toMatchObject([
      { amount: Money.of(-2174n, 'USD'), presented: eur(-2000n) },
      { amount: Money.of(-7n, 'USD'), presented: eur(0n) },
    ]);
  });

  it('keep a line in an unknown currency as Stripe wrote it, and read the others', async () => {
    const odd = { ...charged('txn_odd', NOW_S - 90), currency: 'zzz' };
    transactions = [charged('txn_1', NOW_S - 100), odd, charged('txn_2', NOW_S - 60)];
    const [before, kept, after] = await read('2026-11-21T00:00:00Z');
    expect([before, after]).toMatchObject([{ lineId: 'txn_1' }, { lineId: 'txn_2' }]);
    expect(kept).toMatchObject({
      kind: 'unreadable',
      lineId: 'txn_odd',
      at: '2026-11-21T11:58:30.000Z',
      reason: 'not a currency of this provider: ZZZ',
    });
    expect(JSON.parse((kept as { raw: string }).raw)).toMatchObject(odd);
  });

  async function read(from: string): Promise<BookEntry[]> {
    const { port } = server.address() as AddressInfo;
    const apiUrl = `http://127.0.0.1:${port}`;
    const stripe = new StripeProvider({
      secretKey: 'sk_test_1',
      timeoutMs: 60_000,
      apiUrl,
      now: () => NOW,
    });
    const lines = [];
    for await (const line of stripe.books(from)) lines.push(line);
    return lines;
  }
});

function charged(id: string, created: number) {
  const source = { id: `ch_${id}`, object: 'charge', metadata: { payment_id: P1 } };
  return {
    id,
    object: 'balance_transaction',
    amount: 1000,
    fee: 59,
    currency: 'eur',
    created,
    type: 'charge',
    reporting_category: 'charge',
    source,
  };
}

function eur(minorUnits: bigint): Money {
  return Money.of(minorUnits, 'EUR');
}
