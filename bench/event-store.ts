import { spawn } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import {
  appendRate,
  measureStore,
  type RateFigures,
  readRate,
  type StoreFigures,
} from './support/event-store-load.js';
import { memory } from './support/memory.js';

/**
 * `npm run bench -- event-store [--full]`: durable appends, reads and delivery, in process and
 * through the gRPC door with the official client in a process of its own. `--full` repeats the main
 * figures in stores of 10^4 to 10^7 events.
 */
const SECONDS = 3;
const GROWTH = [1e4, 1e5, 1e6, 1e7];
/** Streams as short as a payment's, with names in no order: what costs an index most. */
const FILL_EVENTS_PER_STREAM = 5;
const FILL_WRITERS = 256;
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

/** The main figures in stores of growing size, and the largest's to the smallest's. */
async function growth() {
  const sizes: SizeFigures[] = [];
  for (const events of GROWTH) sizes.push(await measureSize(events));
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  return {
    ...Object.fromEntries(sizes.map((figures) => [figures.events, figures])),
    ...(smallest && largest && { largest_to_smallest: ratios(largest, smallest) }),
  };
}

type SizeFigures = {
  readonly events: number;
  readonly open_ms: number;
  readonly in_process_per_s: number;
  readonly in_process_read_per_s: number;
  readonly door_per_s: number;
  readonly door_read_per_s: number;
} & Readonly<Record<string, number>>;

/** Each size has a store of its own: measuring a small one makes it a larger one. */
async function measureSize(events: number): Promise<SizeFigures> {
  say(`growth: ${events} events`);
  const path = join(folder, `growth-${events}`);
  const fillPerS = await withStore(path, (store) => fill(store, events));
  const openedMs = performance.now();
  const figures = await withStore(path, async (store) => {
    const openMs = Math.round(performance.now() - openedMs);
    const inProcessPerS = await appendRate(store, { inFlight: 64, seconds: SECONDS });
    const inProcessReadPerS = await readRate(store);
    const door = await throughDoor<RateFigures>(store, [String(SECONDS), 'rates-only']);
    return {
      events,
      open_ms: openMs,
      in_process_per_s: inProcessPerS,
      in_process_read_per_s: inProcessReadPerS,
      door_per_s: door.appends_per_s,
      door_read_per_s: door.read_per_s,
      fill_per_s: fillPerS,
      ...memory(),
      file_mb: Math.round((await stat(join(path, 'events.mdb'))).size / 1e6),
      fdatasync_per_s: fdatasyncRate(),
    };
  });
  await rm(path, { recursive: true });
  return figures;
}

function ratios(largest: SizeFigures, smallest: SizeFigures): Record<string, number> {
  const rates = [
    'in_process_per_s',
    'in_process_read_per_s',
    'door_per_s',
    'door_read_per_s',
    'rss_anonymous_mb',
    'fdatasync_per_s',
  ];
  const ratio = (key: string) => (largest[key] ?? 0) / (smallest[key] ?? 1);
  return Object.fromEntries(rates.map((key) => [key, Number(ratio(key).toFixed(2))]));
}

/** Events per second that it took to fill the store. */
async function fill(store: EmbeddedEventStore, events: number): Promise<number> {
  const startMs = performance.now();
  let written = 0;
  const writer = async () => {
    while (written < events) {
      written += FILL_EVENTS_PER_STREAM;
      const facts = Array.from({ length: FILL_EVENTS_PER_STREAM }, () => ({
        id: crypto.randomUUID(),
        type: 'Filled',
        data: { text: 'x'.repeat(200) },
        metadata: {},
      }));
      await store.append(`payment-${crypto.randomUUID()}`, facts, 'no-stream');
    }
  };
  await Promise.all(Array.from({ length: FILL_WRITERS }, writer));
  return Math.round(written / ((performance.now() - startMs) / 1000));
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
