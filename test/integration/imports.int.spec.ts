import { Money } from '#money';
import { hashKey, loadConfig, type RunningApp } from '#platform';
import type { BookEntry, PaymentProvider } from '#provider-port';
import { Config } from '../../apps/operations/src/config.js';
import { eventually } from '../support/eventually.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { startOperations } from '../support/operations.js';
import { PAYMENT_ID, STATEMENT_FILES } from '../support/statement-files.js';

const STRIPE = STATEMENT_FILES['stripe-payout-reconciliation'].text;

const BOOKED: BookEntry = {
  ...{ provider: 'stripe', lineId: 'txn_1', kind: 'capture', reference: 'ch_1' },
  paymentId: PAYMENT_ID,
  amount: Money.of(3599n, 'EUR'),
  fee: Money.of(80n, 'EUR'),
  at: '2026-11-20T09:00:00.000Z',
};

let store: InMemoryEventStore;
let operations: RunningApp;
let booked: BookEntry[];

beforeEach(async () => {
  store = new InMemoryEventStore();
  booked = [];
  operations = await start();
});

afterEach(() => operations.stop());

function start(): Promise<RunningApp> {
  async function* books(): AsyncGenerator<BookEntry> {
    yield* booked;
    await Promise.resolve();
  }
  return startOperations({
    config: loadConfig(Config, {
      PORT: '0',
      API_KEYS: [
        `olga:operator:${hashKey('operator-key')}`,
        `aud:auditor:${hashKey('auditor-key')}`,
      ].join(','),
      STRIPE_SECRET_KEY: 'sk_test_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
      SETTLEMENT_INTERVAL_SECONDS: '86400',
      TRAINER_COMMAND: `${process.execPath} --version`,
    }),
    eventStore: store,
    providers: [{ name: 'stripe', books } as unknown as PaymentProvider],
  });
}

describe('an import of a statement file', () => {
  it('records every line in the stream that lines of the API are in', async () => {
    const done = await imported(STRIPE);
    expect(done).toMatchObject({
      ...{ status: 'finished', kind: 'stripe-payout-reconciliation', encoding: 'utf-8' },
      ...{ lines: 4, recorded: 4, known: 0, differing: 0, refused: 0, movedNothing: 1 },
      totals: [{ amount: '4897', currency: 'EUR' }],
      startedBy: 'olga',
    });
    const lines = recordedLines();
    expect(lines.map(({ stream }) => stream)).toEqual([
      ...['settlement-stripe-2026-11-20', 'settlement-stripe-2026-11-20'],
      ...['settlement-stripe-2026-11-20', 'settlement-stripe-2026-11-21'],
    ]);
    expect(lines[0]?.data).toEqual(JSON.parse(JSON.stringify(BOOKED)));
  });

  it('of the same file again records nothing and answers what became of it', async () => {
    const first = await imported(STRIPE);
    const size = store.events.length;
    const { status, body } = await send('/v1/imports', STRIPE);
    expect([status, body]).toEqual([202, first]);
    expect(store.events).toHaveLength(size);
  });

  it('of a file that overlaps another one records what is new', async () => {
    await imported(STRIPE);
    const more = STRIPE.replace('po_1,txn_5', 'po_1,txn_6');
    expect(await imported(more)).toMatchObject({ recorded: 1, known: 3, differing: 0 });
    expect(recordedLines()).toHaveLength(5);
  });

  it('and the API record the same line once, whichever comes first', async () => {
    booked = [BOOKED];
    await call('POST', '/v1/jobs/settlement-stripe/run');
    await eventually(() => recordedLines().length === 1);
    expect(await imported(STRIPE)).toMatchObject({ recorded: 3, known: 1, differing: 0 });
    booked = [BOOKED, { ...BOOKED, lineId: 'txn_3' }];
    await call('POST', '/v1/jobs/settlement-stripe/run');
    expect(recordedLines()).toHaveLength(4);
  });

  it('names where a line says something else than what is recorded', async () => {
    booked = [{ ...BOOKED, fee: Money.of(81n, 'EUR') }];
    await call('POST', '/v1/jobs/settlement-stripe/run');
    await eventually(() => recordedLines().length === 1);
    const { importId, ...done } = await imported(STRIPE);
    expect(done).toMatchObject({ known: 1, differing: 1 });
    const { body } = await call('GET', `/v1/imports/${importId}/differing`, 'auditor-key');
    expect(body).toMatchObject({
      items: [
        {
          lineId: 'txn_1',
          differences: [{ field: 'fee', recorded: '0.81 EUR', file: '0.80 EUR' }],
        },
      ],
      nextCursor: null,
    });
  });

  it('keeps a line that cannot be read, with the reason, and records the others', async () => {
    const odd = STRIPE.replace(/^po_1,txn_3.*$/m, (row) => row.replace(',eur,', ',zzz,'));
    const { importId, ...done } = await imported(odd);
    expect(done).toMatchObject({ lines: 3, recorded: 3, refused: 1 });
    const { body } = await call('GET', `/v1/imports/${importId}/refused`, 'auditor-key');
    expect(body).toMatchObject({
      items: [
        {
          row: 5,
          reason: 'not an ISO 4217 currency: ZZZ',
          raw: expect.stringContaining('txn_3') as unknown,
        },
      ],
    });
  });

  it('records nothing of a file whose sums are not those of its lines', async () => {
    const wrong = STATEMENT_FILES.mt940.text.replace('C1843,50', 'C1843,51');
    const { status, body } = await send('/v1/imports', wrong);
    expect([status, body]).toMatchObject([422, { code: 'statement-totals-disagree' }]);
    expect((body as { detail: string }).detail).toBe(
      'line 11: the closing balance is 2831.50 EUR, the lines lead from 1000.00 EUR to 2831.51 EUR',
    );
    expect(store.events.filter(({ stream }) => /^(bank|import)/.test(stream))).toEqual([]);
  });

  it('goes on where it was interrupted, and counts as if it had not been', async () => {
    let appends = 0;
    const append = store.append.bind(store);
    store.append = async (...args: Parameters<typeof append>) => {
      if (args[0].startsWith('settlement-') && (appends += 1) === 2) throw new Error('power cut');
      return append(...args);
    };
    const { body } = await send('/v1/imports', STRIPE);
    const { importId } = body as { importId: string };
    const interrupted = await ended(importId);
    expect(interrupted).toMatchObject({ status: 'interrupted', linesDone: null, recorded: null });
    await operations.stop();
    operations = await start();
    expect(await imported(STRIPE)).toMatchObject({ status: 'finished', recorded: 4, known: 0 });
    expect(recordedLines()).toHaveLength(4);
  });

  it('is listed when its file comes again, where a crash kept it from the list', async () => {
    const append = store.append.bind(store);
    let isCut = false;
    store.append = async (...args: Parameters<typeof append>) => {
      if (args[0] === 'imports' && !isCut) {
        isCut = true;
        throw new Error('power cut');
      }
      return append(...args);
    };
    expect((await send('/v1/imports', STRIPE)).status).toBe(500);
    const { importId } = await imported(STRIPE);
    const { body } = await call('GET', '/v1/imports', 'auditor-key');
    expect(body).toMatchObject({ items: [{ importId }] });
  });

  it('of a bank puts lines into the streams of its account, each once across formats', async () => {
    const done = await imported(STATEMENT_FILES['camt.053'].text);
    expect(done).toMatchObject({ kind: 'camt.053', recorded: 2, movedNothing: 1 });
    const lines = store.events.filter(({ type }) => type === 'BankLineRecorded');
    expect(lines.map(({ stream }) => stream)).toEqual([
      expect.stringMatching(/^bank-[0-9a-f]{16}-2026-11-21$/),
      expect.stringMatching(/^bank-[0-9a-f]{16}-2026-11-21$/),
    ]);
    expect(lines[0]?.data).toMatchObject({
      ...{ amount: { amount: '184350', currency: 'EUR' }, endToEndId: 'po_1' },
      ...{ bankReference: '2026112100417', code: 'PMNT-RCDT-ESCT', texts: ['STRIPE & CO'] },
    });
  });

  it('reads a CSV file of a bank by a mapping that was saved once, in its last version', async () => {
    const { text, mapping } = STATEMENT_FILES['bank-csv'];
    const refused = await send('/v1/imports', text);
    expect([refused.status, refused.body]).toMatchObject([400, { errors: [{ field: 'mapping' }] }]);
    const saved = await call('PUT', '/v1/import-mappings/somewhere', 'operator-key', mapping);
    expect([saved.status, saved.body]).toMatchObject([200, { version: 1, savedBy: 'olga' }]);
    const again = await call('PUT', '/v1/import-mappings/somewhere', 'operator-key', mapping);
    expect(again.body).toEqual(saved.body);
    expect(await imported(text, '?mapping=somewhere')).toMatchObject({
      ...{ recorded: 3, mapping: { name: 'somewhere', version: 1 } },
      totals: [
        { amount: '183160', currency: 'EUR' },
        { amount: '-1000', currency: 'JPY' },
      ],
    });
  });

  it('is tried by a preview, which records nothing', async () => {
    const { status, body } = await send('/v1/imports/preview', STRIPE, 'auditor-key');
    expect([status, body]).toMatchObject([
      200,
      {
        kind: 'stripe-payout-reconciliation',
        lines: 4,
        items: [{ line: { lineId: 'txn_1' } }, {}, {}, {}, {}],
      },
    ]);
    expect(store.events.filter(({ stream }) => !stream.startsWith('job-'))).toEqual([]);
  });

  it('keeps no card number that a payer wrote', async () => {
    const text = STATEMENT_FILES['camt.053'].text.replace('STRIPE', 'CARD 4242424242424242');
    await imported(text);
    const kept = JSON.stringify(store.events.map(({ data }) => data));
    expect(kept).toContain('CARD ••••••••••••••••');
    expect(kept).not.toContain('4242424242424242');
  });

  it('is for operators, in a file as it is', async () => {
    expect((await send('/v1/imports', STRIPE, 'auditor-key')).status).toBe(403);
    const json = await call('POST', '/v1/imports', 'operator-key', {});
    expect([json.status, json.body]).toMatchObject([415, { code: 'media-type-unsupported' }]);
    expect((await call('GET', `/v1/imports/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('is listed with those before it, the latest first', async () => {
    await imported(STRIPE);
    await imported(STATEMENT_FILES.mt940.text, '?name=november.sta');
    const first = await call('GET', '/v1/imports?limit=1', 'auditor-key');
    expect(first.body).toMatchObject({ items: [{ kind: 'mt940', name: 'november.sta' }] });
    const { nextCursor } = first.body as { nextCursor: string };
    const next = await call('GET', `/v1/imports?limit=1&cursor=${nextCursor}`, 'auditor-key');
    expect(next.body).toMatchObject({
      items: [{ kind: 'stripe-payout-reconciliation' }],
      nextCursor: null,
    });
  });
});

type Answered = { readonly status: number; readonly body: unknown };
type Import = { readonly importId: string; readonly status: string };

function recordedLines() {
  return store.events.filter(({ type }) => type === 'SettlementLineRecorded');
}

async function imported(text: string, query = ''): Promise<Import> {
  const { status, body } = await send(`/v1/imports${query}`, text);
  if (status !== 202) throw new Error(JSON.stringify(body));
  return ended((body as Import).importId);
}

async function ended(importId: string): Promise<Import> {
  let found: Import | null = null;
  await eventually(async () => {
    found = (await call('GET', `/v1/imports/${importId}`)).body as Import;
    return found.status !== 'running';
  });
  return found as unknown as Import;
}

async function send(path: string, body: string, key = 'operator-key'): Promise<Answered> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream' };
  const answer = await fetch(new URL(path, operations.url), { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.json() };
}

async function call(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  key = 'operator-key',
  body?: object,
): Promise<Answered> {
  const answer = await fetch(new URL(path, operations.url), {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
}
