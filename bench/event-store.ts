import { spawn } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import {
  appendRate,
  measureStore,
  readRate,
  type StoreFigures,
} from './support/event-store-load.js';

/**
 * `npm run bench -- event-store [--full]`: durable appends, reads and delivery, in process and
 * through the gRPC door with the official client in a process of its own. `--full` repeats the main
 * figures in stores of 10^4 to 10^7 events.
 */
const SECONDS = 3;
const GROWTH = [1e4, 1e5, 1e6, 1e7];
const FILL_BATCH = 100;
const CLIENT = new URL('./support/event-store-door-client.js', import.meta.url).pathname;

const folder = await mkdtemp(join(tmpdir(), 'bench-event-store-'));
try {
  const report = await run(process.argv.includes('--full'));
  process.stdout.write(`${JSON.stringify(report)}\n`);
} finally {
  await rm(folder, { recursive: true });
}

async function run(full: boolean) {
  const before = fdatasyncRate();
  const path = join(folder, 'main');
  say('in process');
  const inProcess = await withStore(path, (store) => measureStore(store, SECONDS));
  say('through the door');
  const door = await withStore(path, (store) =>
    throughDoor<StoreFigures>(store, [String(SECONDS)]),
  );
  return {
    in_process_per_s: inProcess.appends_per_s,
    door_per_s: door.appends_per_s,
    read_per_s: door.read_per_s,
    delivery_p99_ms: door.delivery_p99_ms,
    fdatasync_per_s: { before, after: fdatasyncRate() },
    growth: full ? await growth() : {},
    in_process: inProcess,
    door,
  };
}

/** The main figures in stores of growing size. */
async function growth() {
  const figures: Record<string, unknown> = {};
  const path = join(folder, 'growth');
  let filled = 0;
  for (const events of GROWTH) {
    say(`growth: ${events} events`);
    filled += await withStore(path, (store) => fill(store, events - filled));
    const openedMs = performance.now();
    figures[events] = await withStore(path, async (store) => ({
      open_ms: Math.round(performance.now() - openedMs),
      in_process_per_s: await appendRate(store, { inFlight: 64, seconds: SECONDS }),
      in_process_read_per_s: await readRate(store),
      door: await throughDoor<object>(store, [String(SECONDS), 'rates-only']),
      rss_mb: Math.round(process.memoryUsage().rss / 1e6),
      file_mb: Math.round((await stat(join(path, 'events.mdb'))).size / 1e6),
      fdatasync_per_s: fdatasyncRate(),
    }));
    filled = await withStore(path, countEvents);
  }
  return figures;
}

async function fill(store: EmbeddedEventStore, events: number): Promise<number> {
  let written = 0;
  const writer = async (index: number) => {
    for (let batch = 0; written < events; batch += 1) {
      written += FILL_BATCH;
      const facts = Array.from({ length: FILL_BATCH }, () => ({
        id: crypto.randomUUID(),
        type: 'Filled',
        data: { text: 'x'.repeat(200) },
        metadata: { index },
      }));
      await store.append(`fill-${events}-${index}-${batch}`, facts, 'no-stream');
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, index) => writer(index)));
  return written;
}

async function countEvents(store: EmbeddedEventStore): Promise<number> {
  for await (const last of store.readAll({ direction: 'backwards', maxCount: 1 })) {
    return Number(last.position.commit);
  }
  return 0;
}

async function withStore<T>(
  path: string,
  use: (store: EmbeddedEventStore) => Promise<T>,
): Promise<T> {
  const store = await EmbeddedEventStore.open({ path });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Runs the client in a process of its own and returns what it measured. */
async function throughDoor<T>(store: EmbeddedEventStore, args: readonly string[]): Promise<T> {
  const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
  const url = `esdb://127.0.0.1:${door.port}?tls=false`;
  const stdio: ['ignore', 'pipe', 'inherit'] = ['ignore', 'pipe', 'inherit'];
  const child = spawn(process.execPath, [CLIENT, url, ...args], { stdio });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  await door.close();
  if (code !== 0) throw new Error(`the client behind the door ended with ${String(code)}`);
  return JSON.parse(output) as T;
}

/** How often this disk makes 4 KiB durable, one after the other: what bounds a single writer. */
function fdatasyncRate(): number {
  const page = Buffer.alloc(4096, 1);
  const file = openSync(join(folder, 'fdatasync'), 'w');
  const startMs = performance.now();
  let count = 0;
  while (performance.now() - startMs < 1000) {
    writeSync(file, page);
    fdatasyncSync(file);
    count += 1;
  }
  closeSync(file);
  return count;
}

function say(text: string): void {
  process.stderr.write(`event-store: ${text}\n`);
}
