import { request } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { hashKey } from '#platform';
import { freePort } from '../../apps/standalone/src/parts/free-port.js';
import { eventually } from '../support/eventually.js';
import { AppProcess } from '../support/processes.js';

/** Twelve steps of an import, over three days. */
const LINES = 6_000;
const LINES_A_DAY = 2_000;
const KILLS = Number(process.env['IMPORT_KILLS'] ?? 2);
/** What a step may have done when the kill comes: nothing, some of it, or nearly all. */
const KILL_AFTER_MS_MAX = 25;

const HEADING =
  'balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id';
const ROWS = Array.from({ length: LINES }, (_, line) => {
  const day = 20 + Math.floor(line / LINES_A_DAY);
  return `txn_${line},2026-11-${day} 09:00:00,eur,10.00,0.30,9.70,charge,ch_${line}`;
});
const FILE = `${[HEADING, ...ROWS].join('\n')}\n`;

type Import = {
  readonly importId: string;
  readonly status: string;
  readonly recorded: number;
  readonly known: number;
};

let folder: string;
let store: EmbeddedEventStore;
let door: EventStoreDoor;
let operations: AppProcess | undefined;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imports-kills-'));
  store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
  door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${await freePort()}`;
});

afterAll(async () => {
  await operations?.stop('SIGKILL');
  await door.close();
  await store.close();
  await rm(folder, { recursive: true });
});

describe(`an import whose process is killed ${KILLS} times`, () => {
  it('goes on with the same file, loses no line and records none twice', async () => {
    await start();
    await sendHalf();
    await operations?.stop('SIGKILL');
    expect(await lineIds()).toEqual([]);

    for (let kill = 0; kill < KILLS; kill += 1) {
      await start();
      const before = (await lineIds()).length;
      await send();
      await eventually(async () => (await lineIds()).length > before);
      await sleep((kill * KILL_AFTER_MS_MAX) / KILLS);
      await operations?.stop('SIGKILL');
      const reached = (await lineIds()).length;
      expect(reached).toBeGreaterThan(before);
      expect(reached).toBeLessThan(LINES);
    }

    await start();
    const done = await untilEnded((await send()).importId);
    expect(done).toMatchObject({ status: 'finished', lines: LINES, refused: 0, differing: 0 });
    expect(done.recorded + done.known).toBe(LINES);
    const ids = await lineIds();
    expect(ids).toHaveLength(LINES);
    expect(new Set(ids)).toEqual(new Set(ROWS.map((_, line) => `txn_${line}`)));
    expect(await send()).toEqual(done);
  });
});

async function start(): Promise<void> {
  operations = AppProcess.start('operations', {
    PORT: new URL(url).port,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    EVENTSTORE_URL: `esdb://127.0.0.1:${door.port}?tls=false`,
    API_KEYS: `olga:operator:${hashKey('operator-key')}`,
    STRIPE_SECRET_KEY: 'sk_test_x',
    STRIPE_API_URL: 'http://127.0.0.1:1',
    PAYPAL_CLIENT_ID: 'x',
    PAYPAL_CLIENT_SECRET: 'x',
    PAYPAL_API_URL: 'http://127.0.0.1:1',
    TRAINER_COMMAND: 'true',
    JUDGE_COMMAND: 'true',
  });
  await operations.untilReady(url);
}

const HEADERS = {
  authorization: 'Bearer operator-key',
  'content-type': 'application/octet-stream',
};

async function send(): Promise<Import> {
  const headers = { ...HEADERS, connection: 'close' };
  const answer = await fetch(`${url}/v1/imports`, { method: 'POST', headers, body: FILE });
  if (answer.status !== 202) throw new Error(await answer.text());
  return (await answer.json()) as Import;
}

/** A process that ends while the file comes. */
async function sendHalf(): Promise<void> {
  const sending = request(`${url}/v1/imports`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-length': FILE.length },
  });
  sending.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    sending.write(FILE.slice(0, FILE.length / 2), () => resolve());
  });
}

async function untilEnded(importId: string): Promise<Import> {
  let found: Import | null = null;
  await eventually(async () => {
    const headers = { ...HEADERS, connection: 'close' };
    found = (await (await fetch(`${url}/v1/imports/${importId}`, { headers })).json()) as Import;
    return found.status !== 'running';
  });
  return found as unknown as Import;
}

/** Of every line that is in the ledger, as often as it is there. */
async function lineIds(): Promise<string[]> {
  const ids: string[] = [];
  for await (const { data } of store.readAll({ streamPrefixes: ['settlement-'] })) {
    ids.push((data as { lineId: string }).lineId);
  }
  return ids;
}
