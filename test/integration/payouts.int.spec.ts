import { idOf } from '#event-store';
import { ReviewDeskUnderTest } from '../support/review-desk.js';

const DAY_MS = 86_400_000;

let desk: ReviewDeskUnderTest;
let events = 0;

beforeAll(async () => {
  desk = await ReviewDeskUnderTest.start();
});

afterAll(async () => {
  await desk.stop();
});

describe('a payout and the lines of our bank', () => {
  it('meet by what the bank writes, whichever is recorded first, and are booked once', async () => {
    const before = await banked();
    await payout('po_1First', 3000n);
    await bankLine('3000', 'STRIPE PO-1FIRST THANKS');
    await bankLine('4000', 'PAYOUT PO_2LATE');
    await payout('po_2Late', 4000n);
    for (const reference of ['po_1First', 'po_2Late']) {
      expect(await onePayout(reference)).toMatchObject({
        bankStatus: 'matched',
        bankLines: [{}],
        findings: [{ status: 'matched', certificate: { rule: 'bank-reference', residual: [] } }],
      });
    }
    const after = await banked();
    expect(after.bank - before.bank).toBe(7000n);
    expect(after.transit - before.transit).toBe(0n);
    expect(await exceptionIds()).not.toContain('stripe-payout-po_1First');
  });

  it('meet in parts and together, by their sums', async () => {
    await payout('po_3Split', 1000n);
    await bankLine('600', 'po_3Split part 1');
    expect(await onePayout('po_3Split')).toMatchObject({ bankStatus: 'amount-mismatch' });
    await bankLine('400', 'po_3Split part 2');
    await payout('po_4One', 100n);
    await payout('po_5Two', 200n);
    await bankLine('300', 'po_4One and po_5Two');
    expect(await onePayout('po_3Split')).toMatchObject({
      bankStatus: 'matched',
      bankLines: [{}, {}],
      findings: [{ certificate: { shape: 'one-to-many' } }],
    });
    expect(await onePayout('po_5Two')).toMatchObject({
      bankStatus: 'matched',
      together: ['stripe-payout-po_4One'],
      findings: [{ certificate: { shape: 'many-to-one' } }],
    });
  });

  it('are exceptions with what is at stake where one is missing or says another amount', async () => {
    await payout('po_6Missing', 5100n);
    await payout('po_7Short', 5000n);
    await bankLine('4990', 'po_7Short');
    const foreign = await bankLine('77', 'A FRIEND');
    const items = await exceptions();
    expect(items['stripe-payout-po_6Missing']).toMatchObject({
      kind: 'missing-at-bank',
      atStake: { amount: '5100', currency: 'EUR' },
    });
    expect(items['stripe-payout-po_7Short']).toMatchObject({
      kind: 'amount-mismatch',
      atStake: { amount: '-10', currency: 'EUR' },
    });
    expect(items[foreign]).toMatchObject({ kind: 'missing-internally', provider: 'bank' });
  });

  it('are suggested by amount, matched by a person, booked, and booked back', async () => {
    await payout('po_8Hidden', 8800n);
    const line = await bankLine('8800', 'NO NAME AT ALL');
    expect(await onePayout('po_8Hidden')).toMatchObject({
      suggestions: [{ exceptionId: line }],
    });
    const before = await banked();
    const path = `/v1/reconciliation/exceptions/stripe-payout-po_8Hidden`;
    const resolution = { reason: 'manual-match', note: 'the same', matchedWith: [line] };
    expect((await desk.post(`${path}/resolution`, resolution, { by: 'olga' })).status).toBe(200);
    expect((await banked()).bank - before.bank).toBe(8800n);
    expect(await desk.read(path, 'olga')).toMatchObject({
      state: 'resolved',
      resolution: { certificate: { rule: 'manual', residual: [] } },
    });
    await desk.post(`${path}/reopening`, { note: 'it was not' }, { by: 'olga' });
    expect(await banked()).toEqual(before);
  });

  it('are written off from where the money is', async () => {
    await payout('po_9Lost', 90n);
    const before = await banked();
    const path = '/v1/reconciliation/exceptions/stripe-payout-po_9Lost';
    await desk.read(path, 'olga');
    const off = { reason: 'written-off', note: 'the bank cannot find it' };
    expect((await desk.post(`${path}/resolution`, off, { by: 'olga' })).status).toBe(200);
    expect((await banked()).transit - before.transit).toBe(-90n);
    const line = `/v1/reconciliation/exceptions/${await bankLine('5', 'UNKNOWN GIVER')}`;
    await desk.read(line, 'olga');
    expect(await desk.post(`${line}/resolution`, off, { by: 'olga' })).toMatchObject({
      body: { code: 'exception-resolution-incomplete' },
    });
  });

  it('are told by the lines of a provider that tells of payouts in no other way', async () => {
    const day = new Date(Date.now() - 6 * DAY_MS).toISOString().slice(0, 10);
    await line('payout', '9TX12345678901234', -2000n, { day });
    await bankLine('2000', '9TX12345678901234');
    expect(await desk.read('/v1/payouts/paypal-payout-9TX12345678901234', 'olga')).toMatchObject({
      status: 'in-transit',
      bankStatus: 'matched',
      sumCheck: { state: 'holds' },
      lines: [{ amount: { amount: '-2000', currency: 'EUR' } }],
    });
  });

  it('are listed by what the bank says, and as CSV', async () => {
    const { items } = (await desk.read('/v1/payouts?bankStatus=missing-at-bank', 'olga')) as {
      items: { payoutId: string }[];
    };
    const missing = items.map(({ payoutId }) => payoutId);
    expect(missing).toContain('stripe-payout-po_6Missing');
    expect(missing).not.toContain('stripe-payout-po_1First');
    const { url } = desk.commands;
    const response = await fetch(`${url}/v1/payouts?format=csv&currency=EUR&amountMin=5100`, {
      headers: { authorization: 'Bearer olga-key' },
    });
    const text = await response.text();
    expect(text).toContain('payoutId,provider,reference,status,currency,amountMinor,amount');
    expect(text).toContain('stripe-payout-po_6Missing,stripe,po_6Missing,paid,EUR,5100,51.00');
    expect(text).not.toContain('po_7Short');
  });
});

describe('the balances of a provider', () => {
  it('go on from day to day: opening and movements are the closing', async () => {
    await line('capture', 'cap_1', 5000n, { fee: 150n, day: '2026-10-01' });
    await line('refund', 'ref_1', -1000n, { day: '2026-10-02' });
    const path = '/v1/reconciliation/balances?provider=paypal&from=2026-10-01&to=2026-10-03';
    const { items } = (await desk.read(path, 'olga')) as { items: object[] };
    expect(items).toMatchObject([
      {
        day: '2026-10-01',
        opening: '0',
        movements: [
          { kind: 'capture', amount: '5000' },
          { kind: 'fees', amount: '-150' },
        ],
        closing: '4850',
        reported: null,
        difference: null,
      },
      { day: '2026-10-02', opening: '4850', closing: '3850' },
    ]);
  });

  it('are held against what the provider says of the end of a day', async () => {
    const data = {
      ...{ provider: 'paypal', asOf: '2026-10-02T00:00:00.000Z' },
      balances: [{ available: eur('4840'), reserved: null }],
      reportedAt: '2026-10-02T03:00:00.000Z',
    };
    await append('provider-balance-paypal', 'ProviderBalanceReported', data);
    const path = '/v1/reconciliation/balances?provider=paypal&from=2026-10-01&to=2026-10-02';
    expect(await desk.read(path, 'olga')).toMatchObject({
      items: [{ closing: '4850', reported: '4840', difference: '-10' }],
    });
    const { text } = await csv('/v1/reconciliation/balances?provider=paypal&format=csv');
    expect(text).toContain('paypal,EUR,2026-10-01,difference,-10,-0.10');
  });
});

type Item = { readonly exceptionId: string };

async function exceptions(): Promise<Record<string, Item>> {
  const path = '/v1/reconciliation/exceptions?limit=100';
  const { items } = (await desk.read(path, 'olga')) as { items: Item[] };
  return Object.fromEntries(items.map((item) => [item.exceptionId, item]));
}

async function exceptionIds(): Promise<string[]> {
  return Object.keys(await exceptions());
}

function onePayout(reference: string) {
  return desk.read(`/v1/payouts/stripe-payout-${reference}`, 'olga');
}

async function csv(path: string): Promise<{ text: string }> {
  const headers = { authorization: 'Bearer olga-key' };
  return { text: await (await fetch(desk.commands.url + path, { headers })).text() };
}

/** What both accounts stand at; debits are positive. */
async function banked(): Promise<{ bank: bigint; transit: bigint }> {
  const { items } = (await desk.read('/v1/journal/accounts', 'olga')) as { items: Balance[] };
  const of = (name: string) =>
    BigInt(items.find(({ account }) => account === name)?.balance ?? '0');
  return { bank: of('bank:stripe'), transit: of('payout:stripe:in-transit') };
}

type Balance = { readonly account: string; readonly balance: string };

/** One that should have been at the bank for days. */
function payout(payoutReference: string, amount: bigint): Promise<void> {
  const at = new Date(Date.now() - 6 * DAY_MS).toISOString();
  return append(`payout-stripe-${payoutReference}`, 'PayoutRecorded', {
    ...{ provider: 'stripe', payoutReference, amount: eur(amount.toString()), status: 'paid' },
    ...{ arrivesAt: at, recordedAt: at },
  });
}

/** @returns the id that its exception would have. */
async function bankLine(amount: string, text: string): Promise<string> {
  const bookedOn = new Date(Date.now() - 5 * DAY_MS).toISOString().slice(0, 10);
  const lineId = `line${events}`;
  await append(`bank-00aa11bb22cc33dd-${bookedOn}`, 'BankLineRecorded', {
    ...{ account: 'DE02120300000000202051', lineId, bookedOn, valueOn: bookedOn },
    ...{ amount: eur(amount), bankReference: null, endToEndId: null, texts: [text], code: null },
  });
  return `bank-line-00aa11bb22cc33dd.${lineId}`;
}

/** A line of PayPal's books. */
function line(
  kind: string,
  reference: string,
  amount: bigint,
  { fee = 0n, day = '2026-11-20' }: { fee?: bigint; day?: string } = {},
): Promise<void> {
  const provider = 'paypal';
  const at = `${day}T09:00:00.000Z`;
  const ids = { provider, lineId: `txn_${reference}`, kind, reference, paymentId: null };
  const amounts = { amount: eur(amount.toString()), fee: eur(fee.toString()) };
  const data = { ...ids, ...amounts, at };
  return append(`settlement-${provider}-${day}`, 'SettlementLineRecorded', data);
}

function eur(amount: string) {
  return { amount, currency: 'EUR' };
}

async function append(stream: string, type: string, data: object): Promise<void> {
  events += 1;
  const event = { id: idOf('payouts', String(events)), type, data, metadata: {} };
  await desk.commands.store.append(stream, [event as never], 'any');
}
