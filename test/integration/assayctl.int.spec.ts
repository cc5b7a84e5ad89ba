import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { CommandServiceUnderTest } from '../support/command-service.js';

const MAIN = fileURLToPath(new URL('../../dist/apps/assayctl/src/main.js', import.meta.url));
const HEADING = 'tx_id,t,customer,terminal,amount_minor,fraud,scenario';

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

let folder: string;
let service: CommandServiceUnderTest;
let env: Record<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-assayctl-'));
  service = await new CommandServiceUnderTest().start({ IMPORT_CLIENTS: 'shop' });
  env = { ASSAY_URL: service.url, ASSAY_API_KEY: 'shop-key', DATA_DIR: folder };
  writeFileSync(join(folder, 'a.csv'), `${HEADING}\n${rows(30)}`);
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

describe('assayctl', () => {
  const PAYMENT = {
    paymentId: 'p-1',
    status: 'captured',
    provider: 'stripe',
    amount: { amount: '1050', currency: 'JPY' },
    captured: { amount: '5120', currency: 'OMR' },
  };
  const PAGE = { items: [PAYMENT], nextCursor: 'c-2' };
  const EVENT = { position: '9/9', stream: 'payment-p-1', type: 'PaymentCaptured' };
  const EVENTS = { items: [{ ...EVENT, cause: { client: 'shop' } }], nextCursor: null };
  let asked: string[];
  let views: Server;
  let query: Record<string, string>;

  beforeAll(async () => {
    asked = [];
    views = createServer((request, answer) => {
      asked.push(request.url ?? '');
      const { pathname } = new URL(request.url ?? '', 'http://any');
      const body = { '/v1/payments': PAGE, '/v1/events': EVENTS }[pathname] ?? { status: 'ok' };
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => views.listen(0, '127.0.0.1', resolve));
    query = { ASSAY_QUERY_URL: `http://127.0.0.1:${(views.address() as AddressInfo).port}` };
  });

  afterAll(() => {
    views.close();
  });

  it('lists payments in columns, in pages, and as the service answered them', async () => {
    const { stdout } = await assayctl('payments', '--limit', '1', query);
    expect(stdout).toMatch(/^payment id +status +provider +amount +captured/);
    expect(stdout).toMatch(/p-1 +captured +stripe +1050 JPY +5\.120 OMR/);
    expect(stdout).toContain('more: --cursor c-2\n');
    expect(asked.at(-1)).toBe('/v1/payments?limit=1');
    const { stdout: json } = await assayctl('payments', '--json', '--cursor', 'c-2', query);
    expect(JSON.parse(json)).toEqual({ items: [PAYMENT], nextCursor: 'c-2' });
    expect(asked.at(-1)).toBe('/v1/payments?cursor=c-2');
  });

  it('lists events with the filters of the service', async () => {
    const filters = ['--type', 'PaymentCaptured', '--direction', 'backwards', '--limit', '2'];
    const { stdout } = await assayctl('events', ...filters, query);
    expect(stdout).toMatch(/^position +recorded at +stream +revision +type +cause client\n9\/9 /);
    expect(stdout).toMatch(/payment-p-1 +PaymentCaptured +shop\n$/);
    expect(asked.at(-1)).toBe('/v1/events?type=PaymentCaptured&direction=backwards&limit=2');
  });

  it('says how to find a system that has its data folder elsewhere', async () => {
    const nowhere = { ASSAY_URL: '', DATA_DIR: join(folder, 'nowhere') };
    const { code, stderr } = await assayctl('status', nowhere);
    expect([code, stderr]).toEqual([
      expect.any(Number), // A system may run at the usual addresses.
      expect.stringMatching(/^No system runs in .*nowhere, .* assayctl --data FOLDER status/),
    ]);
    expect((await assayctl('status', { ASSAY_URL: query['ASSAY_QUERY_URL'] ?? '' })).stderr).toBe(
      '',
    );
  });

  it('names a variable that is no address', async () => {
    expect(oneLine(await assayctl('views', { ASSAY_QUERY_URL: 'views.example' }))).toBe(
      'assayctl: ASSAY_QUERY_URL must be an address such as http://127.0.0.1:3000',
    );
  });

  it('finds the services of a system in another data folder, and asks all of them', async () => {
    const { ASSAY_QUERY_URL: url = '' } = query;
    const urls = { command: url, query: url, operations: url, sandbox: url, fraudWorker: url };
    const data = join(folder, 'another');
    mkdirSync(data);
    writeFileSync(join(data, 'standalone.json'), JSON.stringify({ urls }));
    const nothing = { ASSAY_URL: url };
    const { code, stdout } = await assayctl('--data', data, 'status', '--json', nothing);
    const states = JSON.parse(stdout) as { service: string; state: string }[];
    expect(states.map(({ service, state }) => `${service} ${state}`)).toEqual([
      'command-service ready',
      'projection-service ready',
      'operations ready',
      'fraud-worker ready',
      'provider-sandbox ready',
    ]);
    expect(code).toBe(0);
  });

  it('says its version, and refuses what it does not know', async () => {
    expect((await assayctl('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    const unknown = [['nonsense'], ['help', 'nonsense'], ['views', 'x'], ['policy', 'x']];
    for (const args of unknown) {
      expect([args, (await assayctl(...args)).code]).toEqual([args, 2]);
    }
  });
});

describe('assayctl drive', () => {
  it('pays every row once, however often it is sent', async () => {
    const first = await assayctl('drive', 'a.csv', '--json');
    expect([first.code, first.stderr]).toEqual([0, expect.any(String)]);
    expect(JSON.parse(first.stdout)).toMatchObject({
      run: 'a',
      accepted: 30,
      failed: 0,
      verdicts: { approve: 30 },
      statuses: { captured: 30 },
    });
    const again = await assayctl('drive', 'a.csv');
    expect(again.stdout).toMatch(/accepted {2}30, refused 0, failed 0/);
    expect(payments()).toBe(30);
  });

  it('pays rows again under another run', async () => {
    const before = payments();
    await assayctl('drive', 'a.csv', '--run', 'second', '--limit', '5');
    expect(payments()).toBe(before + 5);
  });

  it('keeps to the rate', async () => {
    const { stdout } = await assayctl(
      ...['drive', 'a.csv', '--run', 'slow', '--limit', '6', '--rate', '20', '--json'],
    );
    const { seconds } = JSON.parse(stdout) as { seconds: number };
    expect(seconds).toBeGreaterThan(0.24); // Five steps of 50 ms after the first.
  });

  it('says what is wrong with a key, a file or a heading in one line', async () => {
    const wrongKey = await assayctl('drive', 'a.csv', { ASSAY_API_KEY: 'unknown' });
    expect(oneLine(wrongKey)).toBe(
      'assayctl: the API key is not known to the service; check ASSAY_API_KEY',
    );
    expect(oneLine(await assayctl('drive', 'none.csv'))).toBe(
      'assayctl: there is no file none.csv',
    );
    writeFileSync(join(folder, 'b.csv'), 'id,amount\n1,2\n');
    expect(oneLine(await assayctl('drive', 'b.csv'))).toMatch(
      /^assayctl: b\.csv: the heading lacks tx_id, t, customer, terminal, amount_minor; it has id, /,
    );
  });
});

describe('assayctl drive with a bad file', () => {
  const GOOD = 'tx_id,t,customer,terminal,amount_minor\n0,31,1,2,500\n1,32,1,2,500\n';
  const FILES = [
    ['a bad row among good ones', `${GOOD}2,x,1,2,500\n3,33,1,2,500\n`, 'line 4: t is not', 3],
    ['an end inside its last field', `${GOOD}2,33,1,2,57`, 'line 4: the file ends inside it', 2],
    ['a row that is too short', `${GOOD}2,33\n`, 'line 4: it has 2 values, the heading 5', 2],
  ] as const;

  it.each(FILES)('refuses %s before anything is sent', async (_what, text, message) => {
    const before = payments();
    writeFileSync(join(folder, 'bad.csv'), text);
    const ended = await assayctl('drive', 'bad.csv', '--run', 'refused');
    expect([ended.code, payments()]).toEqual([1, before]);
    expect(ended.stderr).toContain('nothing was sent, since some lines are no payments');
    expect(ended.stderr).toContain(message);
  });

  it.each(FILES)('with --keep-going pays the rest of %s', async (what, text, message, good) => {
    const before = payments();
    writeFileSync(join(folder, 'bad.csv'), text);
    const run = what.replaceAll(' ', '-');
    const ended = await assayctl('drive', 'bad.csv', '--run', run, '--keep-going');
    expect([ended.code, payments()]).toEqual([1, before + good]);
    expect(ended.stderr).toContain(`not sent, of bad.csv:\n${message}`);
  });

  it('reads past a byte order mark, and refuses two equal headings', async () => {
    const before = payments();
    writeFileSync(join(folder, 'marked.csv'), `\uFEFF${GOOD}`);
    expect((await assayctl('drive', 'marked.csv')).code).toBe(0);
    writeFileSync(join(folder, 'twice.csv'), GOOD.replace('terminal', 'terminal,amount_minor'));
    expect(oneLine(await assayctl('drive', 'twice.csv', '--keep-going'))).toMatch(
      /the heading names amount_minor more than once$/,
    );
    expect(payments()).toBe(before + 2);
  });
});

describe('assayctl', () => {
  it('names the address where no service answers', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const id = '7c9bd308-a379-5908-aea0-8652fdf9f482';
    const ended = await assayctl('payment', id, { ASSAY_URL: url });
    expect(oneLine(ended)).toBe(
      `assayctl: no service answers at ${url} (ECONNREFUSED); is it running? ` +
        'See ASSAY_URL, ASSAY_QUERY_URL, ASSAY_OPERATIONS_URL',
    );
  });

  it('shows a payment as its stream says', async () => {
    const { stdout } = await assayctl('drive', 'a.csv', '--run', 'one', '--limit', '1', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ accepted: 1 });
    const stream = service.store.events.findLast(({ type }) => type === 'PaymentInitiated')?.stream;
    const id = stream?.replace('payment-', '') ?? '';
    const shown = await assayctl('payment', id);
    expect(JSON.parse(shown.stdout)).toMatchObject({ paymentId: id, status: 'captured' });
  });

  it('asks for a key when there is none', async () => {
    const ended = await assayctl('views', { ASSAY_API_KEY: '' });
    expect(oneLine(ended)).toMatch(/^assayctl: set ASSAY_API_KEY to a key with the role auditor/);
  });

  it('takes address and key of the standalone system beside it', async () => {
    const keys = { local: { role: 'service', key: 'shop-key' } };
    writeFileSync(join(folder, 'credentials.json'), JSON.stringify({ keys }));
    const urls = { command: service.url };
    writeFileSync(join(folder, 'standalone.json'), JSON.stringify({ pid: 1, urls }));
    const ended = await assayctl('drive', 'a.csv', { ASSAY_URL: '', ASSAY_API_KEY: '' });
    expect(ended.stdout).toMatch(/accepted {2}30/);
  });

  it('makes a key whose entry opens the door', async () => {
    const { stdout } = await assayctl('key', 'create', '--client', 'web-shop', '--role', 'service');
    expect(stdout).toMatch(/^key {7}assay_[\w-]{43}\nAPI_KEYS {2}web-shop:service:[0-9a-f]{64}\n$/);
  });

  it.each([[['drive']], [['nonsense']], [['drive', 'a.csv', '--limit', '0']], [['payment', 'x']]])(
    'ends with 2 for wrong usage: %j',
    async (args) => {
      expect((await assayctl(...args)).code).toBe(2);
    },
  );
});

/** Runs the command line; a last argument that is no text adds to its environment. */
async function assayctl(...given: (string | Record<string, string>)[]): Promise<Ended> {
  const args = given.filter((item) => typeof item === 'string');
  const changes = given.find((item) => typeof item !== 'string') ?? {};
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env, ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}

/** What it said after the progress bar; the exit code must be 1. */
function oneLine({ code, stderr }: Ended): string {
  expect(code).toBe(1);
  return stderr.trimEnd().split('\n').at(-1) ?? '';
}

function payments(): number {
  return service.store.events.filter(({ type }) => type === 'PaymentInitiated').length;
}

function rows(count: number): string {
  return Array.from({ length: count }, (_, i) => `${i},${i * 60},${i % 7},3,1${i}0,0,0\n`).join('');
}
