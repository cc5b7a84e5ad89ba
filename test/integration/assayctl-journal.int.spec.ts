import { readdirSync, readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Money } from '#money';
import { bookedHistories } from '../support/booked-histories.js';
import { startPostgres, type TestPostgres } from '../support/postgres.js';
import { allReach, appendInterleaved } from '../support/postgres-views.js';
import { ProjectionServiceUnderTest } from '../support/projection-service.js';
import { runAssayctl, type Ended } from '../support/assayctl.js';

type Statement = {
  readonly opening: string;
  readonly closing: string;
  readonly items: readonly { readonly amount: string; readonly balance: string }[];
};

const PENDING = ['provider:stripe:pending', 'EUR'] as const;

let postgres: TestPostgres;
let views: ProjectionServiceUnderTest;
let folder: string;
let known: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-assayctl-journal-'));
  postgres = await startPostgres();
  views = await ProjectionServiceUnderTest.start(postgres);
  const histories = bookedHistories({ count: 200, seed: 21 });
  await allReach(views.dataSource, await appendInterleaved(views.store, histories));
  known = new Date().toISOString();
});

afterAll(async () => {
  await views.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

describe('assayctl journal', () => {
  it('lists accounts with the decimals of their currencies, set to the right', async () => {
    const { stdout } = await journal('accounts');
    const lines = stdout.replaceAll(/[\u2068\u2069]/g, '').split('\n');
    const ends = lines.slice(0, lines.indexOf('')).map((line) => line.length);
    expect(new Set(ends).size).toBe(1); // The last column ends where its heading does.
    const { items } = await json<{
      items: { account: string; currency: string; balance: string }[];
    }>('accounts');
    expect(items.length).toBeGreaterThan(10);
    for (const { account, currency, balance } of items) {
      const end = `  ${Money.of(BigInt(balance), currency).toString()}`;
      expect(lines.some((line) => line.startsWith(account) && line.endsWith(end))).toBe(true);
    }
  });

  it('balances, as both commands of that name say', async () => {
    for (const words of [['journal', 'trial-balance'], ['trial-balance']]) {
      const { code, stdout } = await run(...words);
      expect([code, stdout]).toEqual([0, expect.stringMatching(/\nbalanced, as of position \d+/)]);
    }
  });

  it('counts only what was known, and what had happened, by the times it is given', async () => {
    const long = ['2001-01-01T00:00:00Z', '2001-01-01T03:00+03:00'];
    for (const time of long) {
      expect(await json('accounts', '--known', time)).toMatchObject({ items: [] });
      expect(await json('trial-balance', '--effective', time)).toMatchObject({ items: [] });
    }
    expect(await json('accounts', '--known', known)).toEqual(await json('accounts'));
  });

  it('shows entries, a line for each posting, and walks their pages', async () => {
    const all = await json<{ items: { entryId: string }[] }>('entries', '--all');
    expect(new Set(all.items.map(({ entryId }) => entryId)).size).toBe(all.items.length);
    expect(all.items.length).toBeGreaterThan(200); // More than a page may have.
    const { stdout } = await journal('entries', '--limit', '2', '--account', PENDING[0]);
    expect(stdout).toMatch(/^recorded at +effective at +event +of +account +debit +credit\n/);
    expect(stdout).toMatch(/provider:stripe:pending .*\d [A-Z]{3}\n/);
    expect(stdout).toMatch(/\nmore: --cursor \S+\n$/);
  });

  it('states from the opening to the closing, on every page together', async () => {
    const whole = await json<Statement>('statement', ...PENDING, '--all', '--known', known);
    let balance = BigInt(whole.opening);
    for (const line of whole.items) {
      balance += BigInt(line.amount);
      expect(line.balance).toBe(balance.toString());
    }
    expect(balance.toString()).toBe(whole.closing);
    const page = await json<Statement>('statement', ...PENDING, '--limit', '2');
    expect(page.items).toEqual(whole.items.slice(0, 2));
    const { stdout } = await journal('statement', ...PENDING, '--all', '--known', known);
    expect(stdout).toMatch(
      /^account +provider:stripe:pending\ncurrency +EUR\nfrom +the beginning\n/,
    );
    const closing = Money.of(BigInt(whole.closing), 'EUR').toDecimal();
    expect(stdout).toMatch(new RegExp(`\nclosing +${closing.replace('.', '\\.')}\n`));
    expect(stdout).toContain(`nothing of this time was learnt after ${known}\n`);
    expect(stdout.match(/PaymentCaptured +[0-9a-f]{8}-/g)?.length).toBeGreaterThan(3);
  });

  it('says what was learnt later of the same time', async () => {
    const early = '2001-01-01T00:00:00Z';
    const { stdout } = await journal('statement', ...PENDING, '--known', early);
    expect(stdout).toMatch(/opening +0\.00\nclosing +0\.00\n/);
    expect(stdout).toMatch(/learnt after 2001.*\n +postings +debits +credits +change\n.*Captured/s);
  });

  it('exports the same to a file and to the terminal, with the position beside it', async () => {
    const file = join(folder, 'journal.beancount');
    writeFileSync(file, 'an older one');
    const printed = await journal('export', '--format', 'beancount');
    const written = await journal('export', '--format', 'beancount', '--out', file);
    expect([written.code, written.stdout]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8')).toBe(printed.stdout);
    expect(printed.stdout).toMatch(/^\d{4}-\d\d-\d\d open Assets:/m);
    for (const { stderr } of [printed, written]) {
      expect(stderr).toMatch(/^as of position \d+\/\d+, \d+ bytes\n$/);
    }
    expect(readdirSync(folder)).toEqual(['journal.beancount']);
  });

  it('exports on behind an earlier export, as that one says', async () => {
    const first = await journal('export', '--format', 'jsonl', '--known', known);
    const [, from = ''] = /--recorded-from (\S+)\n$/.exec(first.stderr) ?? [];
    expect(Date.parse(from)).toBe(Date.parse(known) + 1);
    const rest = await journal('export', '--format=jsonl', '--recorded-from', from, '--json');
    expect(rest.stdout).toBe('');
    expect(JSON.parse(rest.stderr)).toMatchObject({ bytes: 0, format: 'jsonl', file: null });
  });

  it.each([
    [['accounts', '--known', 'yesterday'], /--known .* It must be a time with its zone/],
    [['accounts', '--known', '2026-11-30T10:00:00'], /It must be a time with its zone/],
    [['statement', 'bank:stripe', 'EURO'], /It must be an ISO 4217 currency, as EUR/],
    [['export', '--format', 'qif'], /Allowed choices are beancount, ledger, csv, jsonl/],
    [['export'], /required option '--format <format>' not specified/],
    [['entries', '--limit', '201'], /a whole number from 1 to 200/],
    [['entries', '--all', '--cursor', 'x'], /cannot be used with option '--cursor/],
  ])('refuses %j as wrong usage', async (words, reason) => {
    const { code, stderr } = await journal(...words);
    expect([code, stderr]).toEqual([2, expect.stringMatching(reason)]);
  });

  it('says what the service says of a time that no calendar has', async () => {
    const { code, stderr } = await journal('accounts', '--known', '2026-02-31T00:00:00Z');
    expect([code, stderr]).toEqual([1, expect.stringContaining('asOfRecorded')]);
  });
});

describe('assayctl journal of a service that fails', () => {
  let server: Server;
  let answer: (response: ServerResponse) => void;

  beforeAll(async () => {
    server = createServer((_request, response) => answer(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('leaves no half file, the old one as it was, and says so', async () => {
    answer = (response) => {
      response.write('option "title" "half"\n');
      setTimeout(() => response.destroy(), 50);
    };
    const file = join(folder, 'kept.beancount');
    writeFileSync(file, 'an older one');
    const before = readdirSync(folder);
    const ended = await failing('export', '--format', 'beancount', '--out', file);
    expect(ended).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^assayctl: the export broke off after 22 bytes \(\w+\): .*kept\.beancount was not written; ask again\n$/,
      ) as string,
    });
    expect([readdirSync(folder), readFileSync(file, 'utf8')]).toEqual([before, 'an older one']);
    const printed = await failing('export', '--format', 'beancount');
    expect([printed.code, printed.stderr]).toEqual([
      1,
      expect.stringContaining('what was printed is not whole'),
    ]);
  });

  it('says that a file cannot be written where it should be', async () => {
    answer = (response) => response.end('whole\n');
    const nowhere = join(folder, 'no', 'where');
    expect(await failing('export', '--format', 'csv', '--out', nowhere)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^assayctl: .*where cannot be written: ENOENT.*\n$/) as string,
    });
    expect(await failing('export', '--format', 'csv', '--out', folder)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is no file') as string,
    });
  });

  it('shows odd names without letting them speak to the terminal', async () => {
    const account = 'merchant:\u001b[2Jمتجر\u202e:payable';
    const row = { account, currency: 'OMR', debits: '0', credits: '5120', balance: '-5120' };
    answer = (response) => response.end(JSON.stringify({ items: [row], position: '1/1' }));
    const { stdout } = await failing('accounts');
    expect(stdout).toContain(
      '\u2068merchant:\\u{1b}[2Jمتجر\\u{202e}:payable\u2069  0.000 OMR  5.120 OMR  -5.120 OMR\n',
    );
  });

  it('refuses a statement whose lines do not come to its closing', async () => {
    const line = { amount: '5', balance: '5', eventType: 'PaymentCaptured' };
    const statement = { account: 'bank:stripe', currency: 'JPY', opening: '0', closing: '7' };
    const rest = { movements: [], learntLater: null, nextCursor: null, position: '1/1' };
    answer = (response) => response.end(JSON.stringify({ ...statement, ...rest, items: [line] }));
    expect(await failing('statement', 'bank:stripe', 'JPY', '--all')).toMatchObject({
      code: 1,
      stderr: 'assayctl: the lines of bank:stripe end at 5 JPY, its sums at 7\n',
    });
  });

  function failing(...words: readonly string[]): Promise<Ended> {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return runAssayctl(['journal', ...words], { cwd: folder, env: { ...env(), ASSAY_URL: url } });
  }
});

function journal(...words: readonly string[]): Promise<Ended> {
  return run('journal', ...words);
}

/** @returns what it printed as JSON. */
async function json<T>(...words: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await journal(...words, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as T;
}

function run(...words: readonly string[]): Promise<Ended> {
  return runAssayctl(words, { cwd: folder, env: env() });
}

function env(): Record<string, string> {
  return { ASSAY_URL: views.service.url, ASSAY_API_KEY: 'audit', DATA_DIR: join(folder, 'data') };
}
