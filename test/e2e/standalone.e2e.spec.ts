import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { eventually } from '../support/eventually.js';
import { isRunning, StandaloneProcess } from '../support/standalone.js';

/** What the story must prove, by name; each line also carries figures. */
const CHECKS = [
  'card: captured in part, refunded in part',
  'card: yen have no decimals',
  'card: rials have three decimals',
  'card: 5.125 OMR refused, not rounded',
  'card: declined by the bank',
  'card: authorised, then voided',
  'PayPal: the payer approves, we capture',
  'double click: one payment',
  'same key, other body: refused',
  'card number in metadata: refused',
  'refund above what was captured: refused',
  'fraud: a suspicious payment is held',
  'fraud: the held payment is a case',
  'fraud: held payment released by a decision',
  'fraud: the decided case is closed',
  'fraud: payments wait at the console',
  'every payment is scored',
  'settlement of stripe imported',
  'settlement of paypal imported',
  'views have caught up',
  'money: sandbox = journal = reconciliation',
  'nothing unmatched in the reconciliation',
  'trial balance is 0 in every currency',
  'all views rebuilt with equal digests',
];

const PORTS = [
  'COMMAND',
  'QUERY',
  'FRAUD',
  'OPERATIONS',
  'STANDALONE',
  'SANDBOX',
  'EVENTSTORE',
  'NATS',
  'POSTGRES',
];

let parent: string;
let data: string;
const started: StandaloneProcess[] = [];

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'assay-standalone-'));
  data = join(parent, 'data');
});

afterAll(async () => {
  for (const system of started) system.kill('SIGTERM');
  await Promise.all(started.map((system) => system.ended()));
  rmSync(parent, { recursive: true, force: true });
});

/** Of the public file, or drawn where it is not there. */
const PAYMENTS_OF_A_STORY = 500;

describe('npm start', () => {
  it('plays its story from nothing, and ends with 0 when every check held', async () => {
    const system = start(data, ['--once', '--free-ports']);
    expect([await system.ended(), system.output]).toEqual([0, expect.any(String)]);
    expect(held(system)).toEqual([...CHECKS, 'public file: 500 payments, none refused'].sort());
  });

  it('finds everything as it was, and its story holds again', async () => {
    const system = start(data, ['--story', '--free-ports', '--payments', '10']);
    await system.says('Ctrl-C');
    expect(held(system)).toEqual([...CHECKS, 'public file: 10 payments, none refused'].sort());
    // Those of the first story too; how many it takes until some are held is left to the model.
    const [, scored] =
      /every payment is scored +(\d+) payments, 0 without/.exec(system.output) ?? [];
    expect(Number(scored)).toBeGreaterThan(PAYMENTS_OF_A_STORY + 10);

    const other = start(data, ['--free-ports']);
    expect(await other.ended()).toBe(1);
    expect(other.output).toMatch(
      /^assay: .* is in use by another standalone system \(process \d+\)/,
    );

    await startsAgain(system);
    await stopsCleanly(system);
  });

  it('names a port that is taken, and the variable that changes it', async () => {
    const server = await listen();
    const { port } = server.address() as AddressInfo;
    const ports = Object.fromEntries(PORTS.map((name, i) => [`${name}_PORT`, String(port + i)]));
    const system = start(join(parent, 'other'), ['--no-story'], ports);
    expect(await system.ended()).toBe(1);
    expect(system.output).toContain(`${port} (COMMAND_PORT, taken)`);
    await new Promise((resolve) => server.close(resolve));
  });

  it('scores inside command-service where there is no nats-server, and says so', async () => {
    const PATH = pathWithoutNats();
    const args = ['--once', '--free-ports', '--payments', '10'];
    const system = start(join(parent, 'no-nats'), args, { PATH });
    expect([await system.ended(), system.output]).toEqual([0, expect.any(String)]);
    expect(system.lines).toContain(
      'no nats-server on the PATH: scoring runs inside command-service; ' +
        'for fraud workers: apt-get install nats-server',
    );
    expect(system.output).not.toMatch(/✓ (nats-server|fraud-worker)/);
    expect(held(system)).toContain('every payment is scored');
  });

  it('adds no payments on a later start, and takes its parts with it when it is killed', async () => {
    const system = start(data, ['--free-ports']);
    await system.says('Ctrl-C');
    expect(held(system)).toEqual([]);
    const { parts } = system;
    system.kill('SIGKILL');
    await system.ended();
    await eventually(() => !parts.some(isRunning));
    expect(existsSync(join(data, 'standalone.json'))).toBe(true); // What the next start takes over.
  });
});

/** Kills a part and waits until it is back, then asks it. */
async function startsAgain(system: StandaloneProcess): Promise<void> {
  const { urls } = system.local;
  const part = system.parts.at(-1);
  if (part === undefined) return; // Not on Linux: there is no telling which.
  process.kill(part, 'SIGKILL');
  await system.says('ended (SIGKILL); its last lines:');
  await system.says('is back after');
  const answer = await fetch(`${urls.command}/health/ready`);
  expect(answer.status).toBe(200);
}

async function stopsCleanly(system: StandaloneProcess): Promise<void> {
  const { parts } = system;
  system.kill('SIGINT');
  system.kill('SIGINT'); // A terminal and npm both pass on the same Ctrl-C.
  expect(await system.ended()).toBe(0);
  expect(parts.filter(isRunning)).toEqual([]);
  expect(system.lines.at(-2)).toBe('stopped');
  expect(existsSync(join(data, 'standalone.json'))).toBe(false);
}

function start(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): StandaloneProcess {
  const system = StandaloneProcess.start(folder, args, env);
  started.push(system);
  return system;
}

/** The names of the checks that held. */
function held(system: StandaloneProcess): string[] {
  return system.lines
    .filter((line) => !line.includes('127.0.0.1:')) // A part that is ready.
    .flatMap((line) => /^✓ (\S.*?) {2,}\S/.exec(line)?.[1] ?? [])
    .sort();
}

/** The few programs that starting PostgreSQL wants, and no nats-server beside them. */
function pathWithoutNats(): string {
  const bin = mkdtempSync(join(parent, 'bin-'));
  for (const name of ['sh', 'id', 'useradd', 'setpriv']) {
    const folders = (process.env['PATH'] ?? '').split(delimiter);
    const file = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
    if (file) symlinkSync(file, join(bin, name));
  }
  return bin;
}

function listen(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}
