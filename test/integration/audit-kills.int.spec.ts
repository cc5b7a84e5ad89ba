import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AUDIT_STREAM,
  eventLeafHash,
  MemoryTree,
  openCheckpoint,
  rootAt,
  upcastAudit,
  verifyLog,
} from '#audit';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { Clock, silentLogger } from '#platform';
import { openAuditLog } from '../../apps/operations/src/audit/open-audit-log.js';
import { eventually } from '../support/eventually.js';

const KILLS = Number(process.env['AUDIT_KILLS'] ?? 8);
const SEED = Number(process.env['AUDIT_SEED'] ?? Date.now() % 100_000);
const FOLLOWER = 'dist/test/support/audit-follower.js';
/** From before it has opened its tree until well after it has signed a head. */
const RUN_MS_MAX = 900;
const HEAD_EVERY_MS = 30;
const LEAF_COUNT_MIN = 100;

describe(`a follower that is killed ${KILLS} times (seed ${SEED})`, () => {
  it('goes on with the same tree, and signs nothing that contradicts a head', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'audit-kills-'));
    const store = await EmbeddedEventStore.open({ path: join(folder, 'event-store') });
    const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
    const url = `esdb://127.0.0.1:${door.port}?tls=false`;
    const ending = new AbortController();
    const appending = appendUntil(store, ending.signal);
    let told = '';
    for (let kill = 0; kill < KILLS; kill += 1) {
      const args = [FOLLOWER, url, folder, String(HEAD_EVERY_MS)];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
      // The first one begins the log; later ones may be killed before they have started.
      if (kill === 0) await eventually(() => told.includes('caught up'));
      else await once(child.stdout, 'data');
      await sleep(Math.floor(pseudoRandom(SEED + kill) * RUN_MS_MAX));
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    ending.abort();
    await appending;
    expect(told).not.toContain('finding');

    const settings = {
      DATA_DIR: folder,
      AUDIT_SIGNING_KEY: '',
      AUDIT_WITNESS_DIR: '',
      AUDIT_HEAD_INTERVAL_MS: HEAD_EVERY_MS,
    };
    const audit = openAuditLog(store, settings, { clock: new Clock(), logger: silentLogger() });
    await audit.sign();
    const fresh = await treeOf(store);
    expect(audit.tree.size).toBeGreaterThan(LEAF_COUNT_MIN);
    expect(audit.tree.rootAt(audit.tree.size)).toEqual(rootAt(fresh.nodes, audit.tree.size));
    const heads = await headsIn(store, audit.keys.origin, audit.keys.known);
    const sizes = heads.map(({ size }) => size);
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
    const read = (from: Parameters<typeof store.readStored>[0]) => store.readStored(from);
    const found = await verifyLog({ read, heads, leaves: null });
    expect(found.difference).toBeNull();
    expect(found.headsVerified).toBeGreaterThan(KILLS / 2);
    await audit.stop();
    await door.close();
    await store.close();
    await rm(folder, { recursive: true });
  });
});

async function appendUntil(store: EmbeddedEventStore, signal: AbortSignal): Promise<void> {
  for (let index = 0; !signal.aborted; index += 1) {
    const event = { id: randomUUID(), type: 'T', data: { index }, metadata: {} };
    await store.append(`payment-${index % 7}`, [event], 'any');
    await sleep(2);
  }
}

async function treeOf(store: EmbeddedEventStore): Promise<MemoryTree> {
  const tree = new MemoryTree();
  for await (const events of store.readStored('start')) {
    for (const event of events) tree.push(eventLeafHash(event));
  }
  return tree;
}

async function headsIn(
  store: EmbeddedEventStore,
  origin: string,
  keys: Parameters<typeof openCheckpoint>[1]['keys'],
) {
  const heads = [];
  for await (const { type, data } of store.read(AUDIT_STREAM)) {
    heads.push(openCheckpoint(upcastAudit(type, data).data.note, { origin, keys }));
  }
  return heads;
}

/** In [0, 1), the same for the same seed. */
function pseudoRandom(seed: number): number {
  const value = Math.sin(seed * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}
