import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openCheckpoint,
  parseCheckpoint,
  VerifierKey,
  verifyConsistency,
  verifyInclusion,
} from '#audit';
import { EmbeddedEventStore } from '#embedded-event-store';
import { Clock, hashKey, loadConfig, silentLogger, type RunningApp } from '#platform';
import { checkEvidence, type Evidence } from '../../apps/console/src/audit/proof/check-evidence.js';
import type { AuditLog } from '../../apps/operations/src/audit/audit-log.js';
import type { KeptHead } from '../../apps/operations/src/audit/head-stream.js';
import { openAuditLog } from '../../apps/operations/src/audit/open-audit-log.js';
import { Config } from '../../apps/operations/src/config.js';
import { changeLog } from '../support/event-store-file.js';
import { eventually } from '../support/eventually.js';
import { startOperations } from '../support/operations.js';

const AUDITOR = 'aud:auditor';
const OLGA = 'olga:operator';
const ANN = 'ann:analyst';

type Job = { name: string; lastStartedAt: string | null; lastEnd: object | null };
type Head = { origin: string; size: number; rootHash: string; note: string };

let folder: string;
let store: EmbeddedEventStore;
let operations: RunningApp | null;
let audit: AuditLog;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'operations-audit-'));
  store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
  operations = null;
});

afterEach(async () => {
  await operations?.stop();
  await store.close();
  await rm(folder, { recursive: true });
});

describe('the audit tree', () => {
  it('proves to a holder of its key that an event is in the ledger', async () => {
    await appendEvents(20);
    await start();
    const head = await signed();
    const [{ key }] = (await ask('keys')) as [{ key: string }];
    const trusted = { origin: head.origin, keys: [VerifierKey.parse(key)] };
    const { size, root } = openCheckpoint(head.note, trusted);
    for await (const { id, position } of store.readAll({ streamPrefixes: ['payment-'] })) {
      const asked = [`eventId=${id}`, `position=${position.commit}/${position.prepare}`];
      for (const event of asked) {
        const proof = await inclusion(`${event}&size=${size}`);
        expect(verifyInclusion(proof, { size, root })).toBe(true);
      }
    }
  });

  it('shows that later heads go on from earlier ones', async () => {
    await appendEvents(5);
    await start();
    const first = await signed();
    await appendEvents(9);
    const second = await signed();
    expect(second.size).toBeGreaterThan(first.size + 9);
    const { hashes } = (await ask(`proofs/consistency?from=${first.size}&to=${second.size}`)) as {
      hashes: string[];
    };
    const proof = hashes.map(bytes);
    expect(verifyConsistency(treeOf(first), treeOf(second), proof)).toBe(true);
    const { items } = (await ask('checkpoints?limit=1')) as { items: Head[] };
    expect(items).toEqual([second]);
  });

  it('signs no head that would say only that the last one was signed', async () => {
    await appendEvents(3);
    await start();
    const head = await signedUnasked();
    expect(await signedUnasked()).toEqual(head);
  });

  it('goes on after a restart, with the same key and without new heads', async () => {
    await appendEvents(7);
    await start();
    const head = await signedUnasked();
    await restart();
    expect(await signedUnasked()).toEqual(head);
    await appendEvents(1);
    const next = await signedUnasked();
    expect(next.origin).toBe(head.origin);
    expect(next.size).toBe(head.size + 2);
  });

  it('builds the same tree again when its folder is lost', async () => {
    await appendEvents(40);
    await start();
    const head = await signedUnasked();
    await operations?.stop();
    await rm(join(folder, 'audit-tree'), { recursive: true });
    await start();
    expect(await signedUnasked()).toEqual(head);
  });

  it('keeps its key from others, and writes its heads to the second place', async () => {
    await appendEvents(2);
    await start();
    const head = await signed();
    expect((await stat(join(folder, 'audit', 'signing.key'))).mode & 0o777).toBe(0o600);
    const written = await readdir(join(folder, 'witness'));
    expect(written).toContain(`${String(head.size).padStart(16, '0')}.checkpoint`);
  });

  it('gives an event as it is stored, with all that proves it', async () => {
    await appendEvents(9);
    await start();
    expect((await fetchAs(AUDITOR, `events/${randomUUID()}`)).status).toBe(404);
    await signed();
    const [{ key }] = (await ask('keys')) as [{ key: string }];
    for await (const { id } of store.readAll({ streamPrefixes: ['payment-'] })) {
      const evidence = (await (await fetchAs(AUDITOR, `events/${id}`)).json()) as Evidence;
      expect(await checkEvidence(evidence, [key], id)).toMatchObject({ is: 'proven' });
    }
    const behind = randomUUID();
    await store.append('payment-1', [{ id: behind, type: 'T', data: {}, metadata: {} }], 'any');
    const early = await eventually(async () => {
      const answer = await fetchAs(AUDITOR, `events/${behind}`);
      const body = (await answer.json()) as { detail?: string };
      return body.detail?.includes('no head covers') && answer.status;
    });
    expect(early).toBe(404);
    expect((await fetchAs(OLGA, `events/${behind}`)).status).toBe(403);
  });

  it('tells analysts nothing, and refuses an unknown event', async () => {
    await start();
    expect((await fetchAs(ANN, 'status')).status).toBe(403);
    expect((await fetchAs(AUDITOR, `proofs/inclusion?eventId=${randomUUID()}`)).status).toBe(404);
    expect((await fetchAs(AUDITOR, 'proofs/inclusion')).status).toBe(400);
    const both = await fetchAs(AUDITOR, `proofs/inclusion?eventId=${randomUUID()}&position=1/1`);
    expect(await both.json()).toMatchObject({ status: 400, errors: [{ field: 'eventId' }] });
    expect((await fetchAs(AUDITOR, 'proofs/consistency?from=5&to=4000')).status).toBe(400);
  });
});

describe('a store that lost events', () => {
  it.each([
    ['was kept', 'ends before leaf'],
    // Which one depends on whether operations' own events have grown the store past a head.
    ['is built again', /a signed head has|are not those of a signed head/],
  ])('makes operations unready when the tree %s', async (tree, reason) => {
    await appendEvents(10);
    const copy = join(folder, 'copy');
    await store.backup(copy);
    await start();
    await appendEvents(50);
    await signed();
    await operations?.stop();
    await store.close();
    store = await EmbeddedEventStore.open({ path: copy });
    if (tree === 'is built again') await rm(join(folder, 'audit-tree'), { recursive: true });
    await open();
    const { finding } = await eventually(async () => {
      const status = (await ask('status')) as { finding: string | null };
      return status.finding !== null && status;
    });
    expect(finding).toMatch(reason);
    const ready = await fetch(`${url()}/health/ready`);
    expect(ready.status).toBe(503);
    expect(JSON.stringify(await ready.json())).toContain('audit.md');
    expect(await metric('assay_audit_findings')).toBe('1');
    expect((await fetchAs(OLGA, 'checkpoints', 'POST')).status).toBe(409);
  });

  it('is found at once when the event read last is another one', async () => {
    await appendEvents(10);
    await start();
    // Otherwise the last one that was read may be of those that stay as they are.
    await eventually(async () => ((await ask('status')) as { leaves: number }).leaves > 10);
    await operations?.stop();
    await store.close();
    await changeLog(join(folder, 'event-store'), (events) => {
      // Which of the jobs' events the tree came to is not known.
      for (const event of events.slice(10)) event.data = Buffer.from('{}');
    });
    store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
    await open();
    await eventually(async () => {
      const { finding } = (await ask('status')) as { finding: string | null };
      return finding?.includes('another event at leaf');
    });
  });

  it('is found by the daily comparison when only its middle differs', async () => {
    await appendEvents(10);
    await start();
    await operations?.stop();
    await store.close();
    await changeLog(join(folder, 'event-store'), (events) => {
      const event = events[3];
      if (event) event.data = Buffer.from('{"index":7}');
    });
    store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
    expect((await store.verify()).problems).toEqual([]);
    await open();
    const headers = { authorization: `Bearer ${OLGA}` };
    const run = { method: 'POST', headers };
    const ran = await fetch(`${url()}/v1/jobs/audit-verification/run`, run);
    const found = 'leaf 3 is not what was read (payment-0 1)';
    expect(await ran.json()).toMatchObject({ outcome: 'finished', result: { finding: found } });
    expect(((await ask('status')) as { finding: string }).finding).toContain(found);
    await operations?.stop();
    await open();
    await eventually(async () => (await fetch(`${url()}/health/ready`)).status === 503);
  });
});

async function start(): Promise<void> {
  await open();
  await eventually(areJobsDone);
}

async function open(): Promise<void> {
  const keys = [AUDITOR, OLGA, ANN];
  const config = loadConfig(Config, {
    PORT: '0',
    DATA_DIR: folder,
    AUDIT_WITNESS_DIR: join(folder, 'witness'),
    API_KEYS: keys.map((key) => `${key}:${hashKey(key)}`).join(','),
    STRIPE_SECRET_KEY: 'sk_test_x',
    PAYPAL_CLIENT_ID: 'x',
    PAYPAL_CLIENT_SECRET: 'x',
  });
  audit = openAuditLog(store, config, { clock: new Clock(), logger: silentLogger() });
  operations = await startOperations({ config, eventStore: store, audit });
}

/** Their events would else come between two heads. */
async function areJobsDone(): Promise<boolean> {
  const headers = { authorization: `Bearer ${OLGA}` };
  const jobs = (await (await fetch(`${url()}/v1/jobs`, { headers })).json()) as Job[];
  const isFirstOver = jobs.some(({ name, lastEnd }) => name === 'audit-verification' && lastEnd);
  return isFirstOver && jobs.every(({ lastStartedAt, lastEnd }) => !lastStartedAt || lastEnd);
}

async function restart(): Promise<void> {
  await operations?.stop();
  await start();
}

async function appendEvents(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const event = { id: randomUUID(), type: 'T', data: { index }, metadata: {} };
    await store.append(`payment-${index % 3}`, [event], 'any');
  }
}

/** As by the clock: that a person asked is noted in the access log, and the next head is new. */
async function signedUnasked(): Promise<KeptHead> {
  const head = await audit.sign();
  if (head === null) throw new Error('there is nothing to sign');
  return head;
}

async function signed(): Promise<Head> {
  const answer = await fetchAs(OLGA, 'checkpoints', 'POST');
  expect(answer.status).toBe(200);
  return (await answer.json()) as Head;
}

async function inclusion(query: string) {
  const { index, leafHash, hashes } = (await ask(`proofs/inclusion?${query}`)) as {
    index: number;
    leafHash: string;
    hashes: string[];
  };
  return { index, leaf: bytes(leafHash), proof: hashes.map(bytes) };
}

async function ask(path: string): Promise<unknown> {
  const answer = await fetchAs(AUDITOR, path);
  expect(answer.status).toBe(200);
  return answer.json();
}

function fetchAs(key: string, path: string, method = 'GET'): Promise<Response> {
  const headers = { authorization: `Bearer ${key}` };
  return fetch(`${url()}/v1/audit/${path}`, { method, headers });
}

async function metric(name: string): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${OLGA}` };
  const text = await (await fetch(`${url()}/metrics`, { headers })).text();
  return new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1];
}

function url(): string {
  return operations?.url ?? '';
}

function treeOf({ note }: Head) {
  return parseCheckpoint(note).checkpoint;
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'base64');
}
