import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { alertEnvironment, type LocalServices } from '../support/alerting.js';
import { LocalService } from '../support/alert-services.js';
import { eventually } from '../support/eventually.js';

const MAIN = resolve('dist/apps/operations/src/main.js');
const IMBALANCE = 'assay_journal_imbalance_minor_units{currency="EUR"} 3\n';
const BALANCED = 'assay_journal_imbalance_minor_units{currency="EUR"} 0\n';

let folder: string;
let store: EmbeddedEventStore;
let door: EventStoreDoor;
let services: LocalServices;
let operations: ChildProcess;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-alert-kills-'));
  store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
  door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  const [metrics, pagerduty, slack] = await Promise.all([
    LocalService.start(),
    LocalService.start(),
    LocalService.start(),
  ]);
  services = { metrics, pagerduty, slack };
  metrics.answer = { status: 200, body: IMBALANCE };
});

afterEach(async () => {
  await kill();
  await Promise.all(Object.values(services).map((each: LocalService) => each.stop()));
  await door.close();
  await store.close();
  await rm(folder, { recursive: true });
});

describe('operations whose process is killed while an alert fires', () => {
  it('goes on with the same incident, pages no one again, and tells the end once', async () => {
    const { metrics, pagerduty, slack } = services;
    start();
    await eventually(async () => (await count('IncidentTold')) === 2);
    await kill();

    start();
    await turnsPass();
    expect(actions()).toEqual(['trigger']);
    expect(slack.received).toHaveLength(1);
    expect(await Promise.all(['AlertFired', 'IncidentOpened'].map(count))).toEqual([1, 1]);
    await kill();

    metrics.answer = { status: 200, body: BALANCED };
    start();
    await eventually(async () => (await count('IncidentTold')) === 4);
    expect(actions()).toEqual(['trigger', 'resolve']);
    expect(new Set(pagerduty.received.map(({ body }) => body['dedup_key'])).size).toBe(1);
  });

  it('pages under the same key where it was killed before it recorded the page', async () => {
    const { pagerduty } = services;
    // The page arrives, and its answer is lost with the process.
    pagerduty.answer = { status: 0, body: '' };
    start();
    await eventually(() => pagerduty.received.length > 0);
    await kill();
    pagerduty.answer = { status: 202, body: '{}' };
    const before = pagerduty.received.length;
    start();
    await eventually(async () => (await count('IncidentTold')) === 2);
    expect(pagerduty.received.length).toBeGreaterThan(before);
    expect(new Set(pagerduty.received.map(({ body }) => body['dedup_key'])).size).toBe(1);
    expect(await count('IncidentOpened')).toBe(1);
  });
});

function start(): void {
  const env = {
    ...alertEnvironment(folder, services),
    PATH: process.env['PATH'],
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    ALERT_RULES_DIR: resolve('deploy/prometheus/rules'),
    ALERT_INTERVAL_MS: '100',
    EVENTSTORE_URL: `esdb://127.0.0.1:${door.port}?tls=false`,
    // No provider is asked by this test.
    STRIPE_API_URL: 'http://127.0.0.1:9',
    PAYPAL_API_URL: 'http://127.0.0.1:9',
  };
  operations = spawn(process.execPath, [MAIN], { cwd: folder, env, stdio: 'ignore' });
}

async function kill(): Promise<void> {
  if (operations.exitCode !== null || operations.signalCode !== null) return;
  operations.kill('SIGKILL');
  await once(operations, 'exit');
}

async function turnsPass(): Promise<void> {
  const before = services.metrics.received.length;
  await eventually(() => services.metrics.received.length > before + 5);
}

const actions = (): unknown[] =>
  services.pagerduty.received.map(({ body }) => body['event_action']);

async function count(type: string): Promise<number> {
  let found = 0;
  for await (const event of store.readAll()) found += Number(event.type === type);
  return found;
}
