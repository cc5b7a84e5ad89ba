import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { idOf, type Json } from '#event-store';
import { DEFAULT_POLICY } from '#fraud-policy';
import { paymentStream } from '#payments';
import { hashKey, loadConfig, type Role, type RunningApp } from '#platform';
import { Config } from '../../apps/operations/src/config.js';
import { InMemoryEventStore } from '../support/in-memory-event-store.js';
import { assessed, initiated } from '../support/payment-events.js';
import { startOperations } from '../support/operations.js';

const MAIN = fileURLToPath(new URL('../../dist/apps/assayctl/src/main.js', import.meta.url));
const PEOPLE: Readonly<Record<string, Role>> = {
  ann: 'analyst',
  olga: 'operator',
  aud: 'auditor',
};
const STOLEN = {
  ...DEFAULT_POLICY,
  rules: [
    {
      id: 'block-stolen-card',
      when: [{ field: 'customerId', in: ['thief'] }],
      verdict: 'decline',
      reason: 'The card was reported stolen.',
    },
  ],
};

type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

let folder: string;
let store: InMemoryEventStore;
let operations: RunningApp;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-policy-'));
  store = new InMemoryEventStore();
  const people = Object.entries(PEOPLE);
  operations = await startOperations({
    config: loadConfig(Config, {
      PORT: '0',
      API_KEYS: people.map(([name, role]) => `${name}:${role}:${hashKey(name)}`).join(','),
      STRIPE_SECRET_KEY: 'sk_test_x',
      PAYPAL_CLIENT_ID: 'x',
      PAYPAL_CLIENT_SECRET: 'x',
    }),
    eventStore: store,
  });
  const keys = Object.fromEntries(people.map(([name, role]) => [name, { role, key: name }]));
  writeFileSync(join(folder, 'credentials.json'), JSON.stringify({ keys }));
  const urls = { command: operations.url };
  writeFileSync(join(folder, 'standalone.json'), JSON.stringify({ pid: 1, urls }));
  writeFileSync(join(folder, 'stolen.json'), JSON.stringify(STOLEN));
  writeFileSync(join(folder, 'bad.json'), JSON.stringify({ ...STOLEN, degraded: [] }));
});

afterAll(async () => {
  await operations.stop();
  rmSync(folder, { recursive: true });
});

describe('assayctl policy', () => {
  let hash: string;

  it('proposes as the analyst and activates as the operator of the local system', async () => {
    const proposed = await policy('propose', 'stolen.json', '--note', 'stolen cards');
    expect(proposed).toMatchObject({ code: 0, stderr: '' });
    hash = /waiting +([0-9a-f]{64})/.exec(proposed.stdout)?.[1] ?? '';
    const own = await policy('activate', hash, { ASSAY_API_KEY: 'ann' });
    expect(own.stderr).toMatch(/^assayctl: policy-needs-second-person: /);
    const { stdout } = await policy('activate', hash);
    expect(stdout).toMatch(new RegExp(`in force +${hash} .* activated by olga, 1 rule\n`));
  });

  it('shows what is in force, as text and as JSON to edit', async () => {
    const { stdout } = await policy('show');
    expect(stdout).toContain(hash);
    expect(JSON.parse((await policy('show', 'in-force')).stdout)).toEqual(STOLEN);
    expect(JSON.parse((await policy('show', hash)).stdout)).toEqual(STOLEN);
  });

  it('simulates a policy over history', async () => {
    for (const [index, customerId] of ['thief', 'friend', 'thief'].entries()) {
      await pay(`p-${index}`, customerId);
    }
    const { stdout } = await policy('simulate', '--hash', hash);
    expect(stdout).toMatch(/^3 payments on 1 day, from 2026-03-01/);
    expect(stdout).toMatch(/approve → decline +2 +20.00 EUR/);
    expect(stdout).toMatch(/block-stolen-card +\d+ +0 +\d+ +0/);
    const json = JSON.parse((await policy('simulate', '--json')).stdout) as object;
    expect(json).toMatchObject({ candidate: { policyHash: hash, payments: 3 } });
  });

  it('tries, reports, withdraws and rolls back', async () => {
    writeFileSync(join(folder, 'draft.json'), JSON.stringify({ ...STOLEN, rules: [] }));
    const proposed = await policy('roll-back', '--note', 'too hard');
    const back = /waiting +([0-9a-f]{64})/.exec(proposed.stdout)?.[1] ?? '';
    expect((await policy('try', back)).stdout).toMatch(new RegExp(`on trial +${back}`));
    expect((await policy('report')).stdout).toBe('no payment to simulate\n');
    const { stdout } = await policy('withdraw', back);
    expect(stdout).not.toContain(back);
  });

  it('names what is wrong with a file, a hash or a score', async () => {
    const bad = await policy('propose', 'bad.json', '--note', 'try');
    expect(bad.stderr).toMatch(/^assayctl: request-invalid: policy\.degraded: must end with/);
    expect((await policy('propose', 'none.json', '--note', 'try')).stderr).toBe(
      'assayctl: there is no file none.json to read\n',
    );
    expect((await policy('activate', 'x')).code).toBe(2);
    for (const score of ['2', ' ', 'high']) {
      expect((await policy('simulate', '--review-min', score)).code).toBe(2);
    }
  });
});

async function pay(paymentId: string, customerId: string): Promise<void> {
  const history = [initiated({ paymentId, customerId }), assessed('approve', { paymentId })];
  const events = history.map(({ type, data }) => ({
    id: idOf(type, paymentId),
    type,
    data: JSON.parse(JSON.stringify(data)) as Json,
    metadata: {},
  }));
  await store.append(paymentStream(paymentId), events, 'no-stream');
}

/** A last argument that is no text adds to the environment. */
async function policy(...given: (string | Record<string, string>)[]): Promise<Ended> {
  const args = given.filter((item) => typeof item === 'string');
  const changes = given.find((item) => typeof item !== 'string') ?? {};
  const child = spawn(process.execPath, [MAIN, 'policy', ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], DATA_DIR: folder, ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}
