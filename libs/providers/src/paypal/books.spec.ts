import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Money } from '#money';
import type { BookEntry } from '#provider-port';
import { PayPalProvider } from './provider.js';

const NOW = new Date('2026-11-21T12:00:00Z');
const AT = '2026-11-21T10:00:00.000Z';

describe('the books of PayPal', () => {
  let server: Server;
  let transactions: readonly object[] = [];
  /** PayPal lists no longer range, as if it held too much. */
  let listedMsMax = Infinity;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { searchParams: asked } = new URL(request.url ?? '', 'http://paypal');
      const tooLarge = spanMsOf(asked) > listedMsMax;
      response.writeHead(tooLarge ? 400 : 200, { 'content-type': 'application/json' });
      const token = { access_token: 'token', token_type: 'Bearer', expires_in: 3600, scope: '' };
      const found = {
        transaction_details: transactions
          .filter((each) => isIn(asked, each))
          .map((each) => ({ transaction_info: each })),
        total_items: transactions.length,
        total_pages: 1,
      };
      const answer = tooLarge ? TOO_LARGE : found;
      response.end(JSON.stringify(request.url?.includes('oauth2') ? token : answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  beforeEach(() => {
    listedMsMax = Infinity;
  });

  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  it.each([
    ['T0006', null, 'capture', 'TX1'],
    ['T0101', null, 'fee', 'TX1'],
    ['T0200', 'CAP1', 'conversion', 'TX1'],
    ['T0400', null, 'payout', 'TX1'],
    ['T1100', 'REF1', 'refund', 'REF1'],
    ['T1107', 'CAP1', 'refund', 'TX1'],
    ['T1108', 'CAP1', 'fee', 'TX1'],
    ['T1110', 'CAP1', 'reserve', 'TX1'],
    ['T1201', 'CAP1', 'dispute', 'CAP1'],
    ['T1202', 'CAP1', 'dispute', 'CAP1'],
    ['T1200', null, 'adjustment', 'TX1'],
    ['T2103', null, 'reserve', 'TX1'],
  ])('take %s about %s as %s of %s', async (code, related, kind, reference) => {
    transactions = [info({ code, ...(related && { related }) })];
    expect(await read()).toMatchObject([{ kind, reference, amount: eur(-2000n), at: AT }]);
  });

  it("show a chargeback's fee as what the dispute tells: a fee, and no other money", async () => {
    transactions = [info({ code: 'T0106', related: 'CAP1', value: '-15.00' })];
    expect(await read()).toMatchObject([
      { kind: 'dispute', reference: 'CAP1', amount: eur(0n), fee: eur(1500n) },
    ]);
  });

  it('tell a fee that was given back with a refund', async () => {
    transactions = [
      { ...info({ code: 'T1107' }), fee_amount: { currency_code: 'EUR', value: '0.30' } },
    ];
    expect(await read()).toMatchObject([{ amount: eur(-2000n), fee: eur(-30n) }]);
  });

  it('tell both legs of an exchange apart, though they are one transaction', async () => {
    const leg = { code: 'T0200', value: '22.00', currency: 'USD' };
    transactions = [info({ code: 'T0200' }), info(leg)];
    const [out, into] = await read();
    expect(out?.lineId).not.toBe(into?.lineId);
  });

  it('show what is pending as begun, and nothing of what was denied', async () => {
    transactions = [info({ id: 'TX1', status: 'P' }), info({ id: 'TX2', status: 'D' })];
    expect(await read()).toEqual([
      { provider: 'paypal', kind: 'pending', lineId: 'TX1-T0006', at: AT },
    ]);
  });

  it('are asked for in halves where a range holds more than PayPal lists', async () => {
    listedMsMax = 3 * 3_600_000;
    const early = info({ id: 'TX1', at: '2026-11-21T01:00:00Z' });
    transactions = [early, info({ id: 'TX2', at: '2026-11-21T11:59:00Z' })];
    const entries = await read();
    expect(entries.map(({ lineId }) => lineId)).toEqual(['TX1-T0006', 'TX2-T0006']);
  });

  it('say so where one second holds more than PayPal lists', async () => {
    listedMsMax = 0;
    await expect(read()).rejects.toThrow(/RESULTSET_TOO_LARGE: the second 2026-11-21T00:00:00/);
  });

  it.each([
    ['an unknown currency', { currency: 'ZZZ' }, 'not an exact PayPal amount: -20.00 ZZZ'],
    ['an unknown status', { status: 'X' }, 'not a status that we know: X'],
    ['an amount finer than its currency', { value: '-0.001' }, 'not an exact PayPal amount'],
    ['no time', { at: 'soon' }, 'not a time: soon'],
  ])('keep a line with %s as PayPal wrote it, and read the others', async (_why, odd, reason) => {
    transactions = [info({ id: 'ODD', ...odd }), info({ id: 'TX2' })];
    const entries = await read();
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['capture', 'unreadable']);
    const kept = entries.find(({ kind }) => kind === 'unreadable');
    expect(kept).toMatchObject({ lineId: 'ODD-T0006' });
    expect(kept).toMatchObject({ reason: expect.stringContaining(reason) as string });
  });

  async function read(): Promise<BookEntry[]> {
    const { port } = server.address() as AddressInfo;
    const paypal = new PayPalProvider({
      clientId: 'id',
      clientSecret: 'secret',
      environment: 'sandbox',
      timeoutMs: 5_000,
      apiUrl: `http://127.0.0.1:${port}`,
      now: () => NOW,
    });
    const entries = [];
    for await (const entry of paypal.books('2026-11-21T00:00:00Z')) entries.push(entry);
    return entries;
  }
});

const TOO_LARGE = {
  name: 'RESULTSET_TOO_LARGE',
  message: 'Result set size is greater than the maximum limit. Change the filter criteria.',
};

function spanMsOf(asked: URLSearchParams): number {
  return Date.parse(asked.get('end_date') ?? '') - Date.parse(asked.get('start_date') ?? '');
}

/** One without a readable time is in every range. */
function isIn(asked: URLSearchParams, info: object): boolean {
  const at = Date.parse(
    (info as { transaction_initiation_date: string }).transaction_initiation_date,
  );
  const before = at < Date.parse(asked.get('start_date') ?? '');
  return !before && !(at > Date.parse(asked.get('end_date') ?? ''));
}

type Given = {
  readonly id?: string;
  readonly code?: string;
  readonly related?: string;
  readonly value?: string;
  readonly currency?: string;
  readonly status?: string;
  readonly at?: string;
};

function info(given: Given): object {
  const { id = 'TX1', code = 'T0006', value = '-20.00', currency = 'EUR', status = 'S' } = given;
  return {
    transaction_id: id,
    transaction_event_code: code,
    transaction_initiation_date: given.at ?? '2026-11-21T10:00:00Z',
    transaction_amount: { currency_code: currency, value },
    transaction_status: status,
    ...(given.related === undefined ? {} : { paypal_reference_id: given.related }),
  };
}

function eur(minorUnits: bigint): Money {
  return Money.of(minorUnits, 'EUR');
}
