import { createServer, type Server } from 'node:http';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attempted, type Attempted, type Attack } from '../support/attacker/attack.js';
import { GUESSES, KEY_ATTACKS } from '../support/attacker/door-attacks.js';
import { trickle } from '../support/attacker/raw-request.js';
import {
  BODY_ATTACKS,
  PATH_ATTACKS,
  SMUGGLING,
  SSRF,
} from '../support/attacker/request-attacks.js';
import { Target } from '../support/attacker/target.js';
import { webhookAttacks } from '../support/attacker/webhook-attacks.js';
import { StandaloneProcess } from '../support/standalone.js';

/** What the attacker wrote where secrets are, and must be in no log. */
const PLANTED = [
  'guess-seed',
  'broken-json-seed',
  'url-password-seed',
  'whsec_guess',
  '4242424242424242',
];

/** Named in a request, so that it must be in a log: the scan sees something at all. */
const SEEN = 'attack-request-1';

/** What is cut off, and how long it may take: our own bounds, and a slow machine's on top. */
const CUT_OFF_MS_MAX = 120_000;

let folder: string;
let system: StandaloneProcess;
let target: Target;
let trap: Server;
let trapped: number;
let slow: Promise<readonly (readonly [string, number])[]>;
const rows: Attempted[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'assay-attacker-'));
  system = StandaloneProcess.start(folder, ['--no-story', '--free-ports'], {
    LOG_LEVEL: 'trace',
    RATE_LIMITS: 'sign-in=20/h',
    CHECKOUTS_PER_CUSTOMER: '1/h',
    WEBHOOK_PRIVATE_NETWORKS: 'refused',
  });
  await system.says('Ctrl-C');
  target = new Target(system.local as Target['local']);
  trapped = 0;
  trap = createServer((_request, response) => {
    trapped += 1;
    response.end();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  slow = slowRequests();
});

afterAll(async () => {
  system.kill('SIGTERM');
  await system.ended();
  await new Promise((resolve) => trap.close(resolve));
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(tableOf(rows));
});

const trapUrl = (): string => `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;

describe('a scripted attacker is refused, and each attempt is counted', () => {
  it.each<readonly [string, () => readonly Attack[]]>([
    ['forged and replayed webhooks', () => webhookAttacks(trapUrl())],
    ['keys, tokens and sessions', () => KEY_ATTACKS],
    ['paths and headers', () => PATH_ATTACKS],
    ['two requests in one', () => SMUGGLING],
    ['bodies', () => BODY_ATTACKS],
    ['addresses that lead inside', () => SSRF],
    ['guesses of a key', () => GUESSES],
  ])('%s', async (_what, attacks) => {
    const done = await attempted(target, attacks());
    rows.push(...done);
    expect(done.filter(({ counted }) => counted === 0)).toEqual([]);
    const unlike = done.filter(
      ({ answer, refusedBy }) => answer !== (ANSWERS[refusedBy] ?? refusedBy),
    );
    expect(unlike).toEqual([]);
  });

  it('and nothing of ours asked the attacker’s server', () => {
    expect(trapped).toBe(0);
  });

  it('and who sends slowly is cut off, at every service', async () => {
    for (const [name, ms] of await slow) {
      rows.push({
        name,
        refusedBy: 'cut off',
        answer: `after ${Math.round(ms / 1_000)} s`,
        counted: 1,
      });
      expect([name, ms < CUT_OFF_MS_MAX]).toEqual([name, true]);
    }
    const counts = await target.counts();
    expect(counts.get('request-timeout')).toBeGreaterThanOrEqual(4);
  });
});

/** A replay is answered as the first one was, and counted by its provider. */
const ANSWERS: Readonly<Record<string, string>> = { stripe: '200 200' };

describe('the logs of that run', () => {
  it('hold no key, cookie, secret, password or card number', async () => {
    const headers = { 'request-id': SEEN, authorization: `Bearer ${target.key('local-operator')}` };
    await fetch(`${target.url}/v1/attention`, { headers });
    const cookie = await signedIn();
    system.kill('SIGTERM');
    await system.ended();
    const log = logOf();
    expect(log).toContain(SEEN);
    const secrets = [...PLANTED, cookie, ...secretsIn(target.local)];
    expect(secrets.length).toBeGreaterThan(20);
    expect(secrets.filter((secret) => log.includes(secret)).map(named)).toEqual([]);
  });
});

/** Every head and body of which a byte comes each second. */
function slowRequests(): Promise<readonly (readonly [string, number])[]> {
  const urls = { ...system.local.urls } as Readonly<Record<string, string>>;
  const heads = Object.entries(urls).map(
    async ([name, url]) =>
      [
        `a slow head at ${name}`,
        await trickle(url, 'GET /health/live HTTP/1.1\r\nHost: a\r\nX-A: '),
      ] as const,
  );
  const bodies = ['command', 'query', 'operations'].map(async (name) => {
    const head =
      `POST /v1/jobs/none/run HTTP/1.1\r\nHost: a\r\nContent-Length: 9000\r\n` +
      `Content-Type: application/json\r\nAuthorization: Bearer ${target.key('local-operator')}\r\n\r\n`;
    return [`a slow body at ${name}`, await trickle(urls[name] ?? '', head)] as const;
  });
  return Promise.all([...heads, ...bodies]);
}

async function signedIn(): Promise<string> {
  const headers = { authorization: `Bearer ${target.key('local-auditor')}` };
  const answer = await fetch(`${target.url}/session`, { method: 'POST', headers });
  const token = /__Host-assay=([\w-]+)/.exec(String(answer.headers.get('set-cookie')))?.[1];
  return token ?? 'no cookie came';
}

/** All that every part wrote; not the line that shows a person how to sign in. */
function logOf(): string {
  const logs = join(folder, 'logs');
  const files = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
  return [...files, ...system.lines.filter((line) => !line.includes('#'))].join('\n');
}

/** Every text of the credentials that is long enough to be a secret. */
function secretsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^[\w+/=-]{20,}$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
}

const named = (secret: string): string => `${secret.slice(0, 4)}… of ${secret.length}`;

function tableOf(attempts: readonly Attempted[]): string {
  const lines = attempts.map(
    ({ name, answer, counted }) => `${name.padEnd(58)} ${answer.padEnd(24)} ${counted}`,
  );
  return `\n${'attack'.padEnd(58)} ${'answer'.padEnd(24)} counted\n${lines.join('\n')}\n`;
}
