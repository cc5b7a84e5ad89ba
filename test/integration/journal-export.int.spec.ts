import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { plainTextAccount } from '#journal';
import { Money } from '#money';
import { bookedHistories, CURRENCIES, MERCHANTS } from '../support/booked-histories.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';

/** Amounts by plain-text account and currency, without those that are zero. */
type Balances = Readonly<Record<string, string>>;

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;
let folder: string;
let expected: Balances;

const ADJUSTED = ['write-off:stripe', 'provider:stripe:pending'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-books-'));
  postgres = await startPostgres();
  const limits = { JOURNAL_ADJUSTMENT_LIMITS: 'OMR:1000' };
  views = await ProjectionServiceUnderTest.start(postgres, limits);
  const histories = bookedHistories({ count: 200, seed: 15 });
  await allReach(views.dataSource, await appendInterleaved(views.store, histories));
  await adjust();
  expected = await balancesOfTheApi();
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
  await rm(folder, { recursive: true });
});

describe('the journal as books of other programs', () => {
  it('has all currencies and merchants, so that what follows says something', () => {
    const names = Object.keys(expected);
    for (const currency of CURRENCIES) {
      expect(names.filter((name) => name.endsWith(currency)).length).toBeGreaterThan(3);
    }
    for (const merchant of MERCHANTS) {
      const account = plainTextAccount(`merchant:${merchant}:payable`);
      expect(names.some((name) => name.startsWith(`${account} `))).toBe(true);
    }
  });

  it('has adjustments and their reversals, with what they are of', async () => {
    for (const account of ADJUSTED) {
      expect(expected[`${plainTextAccount(account)} OMR`]).toBeDefined();
    }
    const text = await (
      await fetch(`${views.service.url}/v1/journal/export?format=beancount`, {
        headers: { authorization: 'Bearer audit' },
      })
    ).text();
    expect(text.match(/"JournalAdjustmentBooked"/g)).toHaveLength(2);
    expect(text.match(/"JournalAdjustmentReversed"/g)).toHaveLength(1);
    expect(text.match(/^  adjustment: "[0-9a-f-]{36}"$/gm)).toHaveLength(3);
  });

  (has('bean-check') ? it : it.skip)('is accepted by beancount, to the same balances', async () => {
    const file = await exported('beancount');
    expect(run('bean-check', file)).toBe('');
    const query =
      'SELECT account, currency, sum(number) AS balance GROUP BY account, currency ORDER BY account';
    const rows = parse<Row>(run('bean-query', '-f', 'csv', file, query), OPTIONS);
    expect(balancesIn(rows)).toEqual(expected);
  });

  (has('hledger') ? it : it.skip)('is accepted by hledger, to the same balances', async () => {
    const file = await exported('ledger');
    expect(run('hledger', '-f', file, 'check', '--strict')).toBe('');
    const options = ['-N', '--flat', '-O', 'csv', '--layout=bare'];
    const rows = parse<{ account: string; commodity: string; balance: string }>(
      run('hledger', '-f', file, 'balance', ...options),
      OPTIONS,
    );
    expect(balancesIn(rows.map((row) => ({ ...row, currency: row.commodity })))).toEqual(expected);
  });

  (has('ledger') ? it : it.skip)('is accepted by ledger, to the same balances', async () => {
    const file = await exported('ledger');
    const rows = CURRENCIES.flatMap((currency) =>
      run(
        ...['ledger', '-f', file, '--strict', '--pedantic', 'balance', '--flat', '--no-total'],
        ...['-l', `commodity == "${currency}"`],
        ...['--balance-format', '%(account)|%(quantity(display_total))\n'],
      )
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split('|'))
        .map(([account = '', balance = '']) => ({ account, balance, currency })),
    );
    expect(balancesIn(rows)).toEqual(expected);
  });

  it('is the same money in CSV and in JSON lines, each posting once', async () => {
    const csv = parse<Record<string, string>>(await text('format=csv'), OPTIONS);
    const lines = (await text('format=jsonl')).trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Entry);
    const postings = entries.flatMap(({ entryId, postings }) =>
      postings.map(({ account, amount }) => [entryId, account, amount.currency, amount.amount]),
    );
    expect(
      csv.map(({ entryId, account, currency, amountMinor }) => [
        entryId,
        unquoted(account),
        currency,
        amountMinor,
      ]),
    ).toEqual(postings);
    const rows = csv.map(({ account = '', currency = '', amount = '' }) => ({
      account: plainTextAccount(unquoted(account) ?? ''),
      currency,
      balance: amount,
    }));
    expect(balancesIn(rows)).toEqual(expected);
  });

  it('goes on where an earlier export ended, with nothing twice and nothing left out', async () => {
    const whole = (await text('format=jsonl&book=all')).trimEnd().split('\n');
    const middle = (JSON.parse(whole[Math.floor(whole.length / 2)] ?? '') as Entry).recordedAt;
    const next = new Date(Date.parse(middle) + 1).toISOString();
    // The time between two milliseconds belongs to the earlier one, however close the later is.
    const fine = middle.replace('Z', '9999Z');
    expect(await text(`format=jsonl&book=all&recordedFrom=${fine}`)).toBe(
      await text(`format=jsonl&book=all&recordedFrom=${next}`),
    );
    const first = await text(`format=jsonl&book=all&asOfRecorded=${fine}`);
    const rest = await text(`format=jsonl&book=all&recordedFrom=${next}`);
    expect((first + rest).trimEnd().split('\n')).toEqual(whole);
    expect(first).not.toBe('');
  });

  it('leaves promises of money out unless they are asked for', async () => {
    expect(await text('format=beancount')).not.toMatch(/^ {2}Equity:Memorandum/m);
    expect(await text('format=beancount&book=all')).toMatch(/^ {2}Equity:Memorandum-Held:/m);
  });

  it('names the file and its position, and asks for a format', async () => {
    const response = await get('/v1/journal/export?format=ledger');
    const position = String(response.headers.get('assay-position'));
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="journal-${position.replace('/', '-')}.ledger"`,
    );
    await response.body?.cancel();
    const refused = await views.get('/v1/journal/export', 'audit');
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('"field":"format"');
    expect((await views.get('/v1/journal/export?format=csv', 'shop')).status).toBe(403);
  });
});

type Row = { readonly account: string; readonly currency: string; readonly balance: string };
type Entry = {
  readonly entryId: string;
  readonly recordedAt: string;
  readonly postings: readonly {
    readonly account: string;
    readonly amount: { readonly amount: string; readonly currency: string };
  }[];
};

const OPTIONS = { columns: true, trim: true } as const;

function balancesIn(rows: readonly Row[]): Balances {
  const balances = new Map<string, Money>();
  for (const { account, currency, balance } of rows) {
    const name = `${account} ${currency}`;
    const amount = Money.parse(balance, currency);
    balances.set(name, (balances.get(name) ?? Money.zero(amount.currency)).plus(amount));
  }
  return Object.fromEntries(
    [...balances]
      .filter(([, amount]) => !amount.isZero)
      .map(([name, amount]): [string, string] => [name, amount.toDecimal()])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

async function balancesOfTheApi(): Promise<Balances> {
  const { body } = await views.get('/v1/journal/accounts', 'audit');
  const rows = (body['items'] as Row[])
    .filter(({ account }) => !account.startsWith('memo:'))
    .map(({ account, currency, balance }) => ({
      account: plainTextAccount(account),
      currency,
      balance: Money.of(BigInt(balance), currency).toDecimal(),
    }));
  return balancesIn(rows);
}

async function exported(format: 'beancount' | 'ledger'): Promise<string> {
  const file = join(folder, `journal.${format}`);
  await writeFile(file, await text(`format=${format}`));
  return file;
}

async function text(query: string): Promise<string> {
  const response = await get(`/v1/journal/export?${query}`);
  expect(response.status).toBe(200);
  return response.text();
}

function get(path: string): Promise<Response> {
  return fetch(views.service.url + path, { headers: { authorization: 'Bearer audit' } });
}

/** @returns what a program printed, once it ended with 0. */
function run(program: string, ...args: readonly string[]): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env });
  expect(`${program} ${status}: ${stderr}`).toBe(`${program} 0: `);
  return stdout;
}

function has(program: string): boolean {
  return spawnSync(program, ['--help']).error === undefined;
}

/** Without the apostrophe that keeps a spreadsheet from running a formula. */
function unquoted(text: string | undefined): string | undefined {
  return text?.replace(/^'(?=[=+\-@\t\r])/, '');
}

/**
 * Two adjustments, of which one is taken back. In OMR: bean-query shows all sums with the decimals
 * that most numbers of the file have.
 */
async function adjust(): Promise<void> {
  const path = '/v1/journal/adjustments';
  const [debit = '', credit = ''] = ADJUSTED;
  const asked = (amount: string) => ({
    reason: 'not worth the work; "quoted" \\ and متجر',
    lines: [
      { account: debit, amount: { amount, currency: 'OMR' } },
      { account: credit, amount: { amount: `-${amount}`, currency: 'OMR' } },
    ],
  });
  await views.post(path, asked('37'), 'ops', 'kept');
  const { body } = await views.post(path, asked('5'), 'ops', 'gone');
  const reverse = `${path}/${String(body['adjustmentId'])}/reverse`;
  const reversed = await views.post(reverse, { reason: 'it was right' });
  const { position } = reversed.body;
  await views.get(`/v1/journal/accounts?minPosition=${String(position)}`, 'audit');
}
