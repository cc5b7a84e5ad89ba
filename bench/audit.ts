import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  eventLeafHash,
  inclusionProof,
  leafHash,
  sameHash,
  verifyInclusion,
  verifyLog,
  type LogVerification,
} from '#audit';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { TreeFile, type NewLeaf } from '../apps/operations/src/audit/tree-file.js';
import { appendRate } from './support/event-store-load.js';
import { median } from './support/processes.js';

/**
 * `npm run bench -- audit [--events=100000] [--sizes=10000,100000,1000000] [--rounds=3]`: events
 * that an auditor verifies a second, in process and through the door from another process; size
 * and time of a proof as the tree grows; what the follower costs appends, with and without it in
 * turns.
 */
const SECONDS = 3;
const BATCH = 500;
const PROOFS = 500;
const EVENTS = Number(option('events') ?? 100_000);
const SIZES = (option('sizes') ?? '10000,100000,1000000').split(',').map(Number);
const ROUNDS = Number(option('rounds') ?? 3);
const CLIENT = new URL('./support/audit-verify-client.js', import.meta.url).pathname;
const FOLLOWER = new URL('../test/support/audit-follower.js', import.meta.url).pathname;

const folder = await mkdtemp(join(tmpdir(), 'bench-audit-'));
try {
  process.stdout.write(`${JSON.stringify(await run())}\n`);
} finally {
  await rm(folder, { recursive: true });
}

async function run() {
  const verification = await measureVerification();
  const proofs: Record<string, object> = {};
  for (const size of SIZES) proofs[size] = await measureProofs(size);
  const appends = await measureAppends();
  return { ...verification, append_cost_percent: appends.cost_percent, proofs, appends };
}

async function measureVerification() {
  say(`verification of ${EVENTS} events`);
  const store = await EmbeddedEventStore.open({ path: join(folder, 'verification') });
  await fill(store, EVENTS);
  const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  const startMs = performance.now();
  const read = (from: Parameters<typeof store.readStored>[0]) => store.readStored(from);
  const { events }: LogVerification = await verifyLog({ read, heads: [], leaves: null });
  const inProcess = events / ((performance.now() - startMs) / 1000);
  const url = `esdb://127.0.0.1:${door.port}?tls=false`;
  const byDoor = JSON.parse(await outputOf([CLIENT, url])) as { per_s: number; events: number };
  if (byDoor.events !== events || events !== EVENTS) throw new Error('not all events were read');
  await door.close();
  await store.close();
  return {
    verify_events_per_s: byDoor.per_s,
    verify_in_process_events_per_s: Math.round(inProcess),
    verified_events: events,
  };
}

/** A tree on disk, as operations keeps it; every proof is verified. */
async function measureProofs(size: number) {
  say(`proofs in a tree of ${size} leaves`);
  const path = join(folder, `tree-${size}`);
  const tree = TreeFile.open(path);
  const startMs = performance.now();
  for (let from = 0; from < size; from += BATCH) {
    await tree.add(
      Array.from({ length: Math.min(BATCH, size - from) }, (_l, at) => leafAt(from + at)),
    );
  }
  const buildMs = performance.now() - startMs;
  const root = tree.rootAt(size);
  const times: number[] = [];
  let bytes = 0;
  for (let count = 0; count < PROOFS; count += 1) {
    const index = Math.floor(Math.random() * size);
    const askedMs = performance.now();
    const proof = inclusionProof(tree.nodes, index, size);
    times.push(performance.now() - askedMs);
    bytes = Math.max(bytes, proof.length * 32);
    const leaf = leafAt(index).hash;
    if (!verifyInclusion({ leaf, index, proof }, { size, root }))
      throw new Error('a proof is wrong');
  }
  await tree.close();
  const { size: fileBytes } = await stat(join(path, 'data.mdb'));
  await rm(path, { recursive: true });
  return {
    proof_bytes_max: bytes,
    proof_ms_median: Number(median(times).toFixed(4)),
    proof_ms_max: Number(Math.max(...times).toFixed(3)),
    build_leaves_per_s: Math.round(size / (buildMs / 1000)),
    file_bytes_per_leaf: Math.round(fileBytes / size),
  };
}

function leafAt(index: number): NewLeaf {
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const position = { commit: BigInt(index + 1), prepare: BigInt(index + 1) };
  return { id, position, hash: leafHash(Buffer.from(String(index))) };
}

/** Rates with and without a follower in another process, one after the other and turned around. */
async function measureAppends() {
  const rates = { without: [] as number[], with: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const turns = ['without', 'with'] as const;
    for (const turn of round % 2 === 0 ? turns : turns.toReversed()) {
      say(`appends ${turn} the follower, round ${round + 1}`);
      rates[turn].push(await appendsPerS(turn === 'with', `appends-${round}-${turn}`));
    }
  }
  const [without, following] = [median(rates.without), median(rates.with)];
  return {
    cost_percent: Number(((1 - following / without) * 100).toFixed(1)),
    without_per_s: rates.without,
    with_per_s: rates.with,
  };
}

async function appendsPerS(isFollowed: boolean, name: string): Promise<number> {
  const path = join(folder, name);
  const store = await EmbeddedEventStore.open({ path: join(path, 'event-store') });
  await fill(store, BATCH);
  const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  const url = `esdb://127.0.0.1:${door.port}?tls=false`;
  const follower = isFollowed
    ? spawn(process.execPath, [FOLLOWER, url, path, '1000'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
    : null;
  if (follower) await once(follower.stdout, 'data');
  await sleep(1000);
  const rate = await appendRate(store, { inFlight: 64, seconds: SECONDS });
  if (follower) {
    follower.kill('SIGTERM');
    await once(follower, 'exit');
    await assertFollowed(store, join(path, 'audit-tree'));
  }
  await door.close();
  await store.close();
  await rm(path, { recursive: true });
  return Math.round(rate);
}

/** The follower must have read what was appended, else its cost is another's. */
async function assertFollowed(store: EmbeddedEventStore, path: string): Promise<void> {
  const tree = TreeFile.open(path);
  let index = 0;
  for await (const events of store.readStored('start')) {
    for (const event of events) {
      if (index === tree.size) break;
      if (!sameHash(eventLeafHash(event), tree.nodes(0, index))) throw new Error('a leaf is wrong');
      index += 1;
    }
  }
  await tree.close();
  say(`  it followed ${index} events`);
  if (index <= BATCH) throw new Error('the follower did not follow');
}

async function fill(store: EmbeddedEventStore, events: number): Promise<void> {
  for (let from = 0; from < events; from += BATCH) {
    const count = Math.min(BATCH, events - from);
    await store.appendEach(
      Array.from({ length: count }, (_append, at) => ({
        stream: `payment-${Math.floor((from + at) / 5)}`,
        events: [
          { id: randomUUID(), type: 'Filled', data: { text: 'x'.repeat(200) }, metadata: {} },
        ],
        expectedRevision: 'any' as const,
      })),
    );
  }
}

async function outputOf(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}`);
  return output;
}

function option(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
