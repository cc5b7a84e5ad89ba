import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { progress } from './support/processes.js';

/**
 * `npm run bench -- event-store-soak [minutes]`: mixed work at a steady rate through the door,
 * store and clients in processes of their own. Prints memory and latency per minute (more often
 * when it runs for less than ten), and how much they rise: `slope`, per minute, by least squares
 * over all but the first tenth.
 */
const MINUTES = Number(process.argv[2] ?? 20);
const INTERVAL_SECONDS = Math.min(60, MINUTES * 6);
const SERVER = new URL('./support/event-store-soak-server.js', import.meta.url).pathname;
const CLIENT = new URL('./support/event-store-soak-client.js', import.meta.url).pathname;

type Line = Readonly<Record<string, unknown>>;

const SLOPES = [
  'rss_mb',
  'rss_anonymous_mb',
  'client_rss_mb',
  'append_p50_ms',
  'append_p99_ms',
  'read_p50_ms',
  'read_p99_ms',
];

const folder = await mkdtemp(join(tmpdir(), 'bench-event-store-soak-'));
const children: ChildProcess[] = [];
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => children.forEach((child) => child.kill(signal)));
}
try {
  process.stdout.write(`${JSON.stringify(await soak())}\n`);
} finally {
  await rm(folder, { recursive: true });
}

async function soak(): Promise<object> {
  progress('event-store-soak: filling');
  let server: Line = {};
  const serving = start(SERVER, [folder], (line) => (server = { ...server, ...line }));
  await Promise.race([untilKnown(() => server['port']), serving.ended]);
  const url = `esdb://127.0.0.1:${String(server['port'])}?tls=false`;
  const minutes: Line[] = [];
  const working = start(CLIENT, [url, String(MINUTES * 60), String(INTERVAL_SECONDS)], (line) => {
    const { port: _, errors, ...figures } = server;
    minutes.push({ ...line, ...figures, errors: Number(line['errors']) + Number(errors) });
    progress(`event-store-soak: ${JSON.stringify(minutes.at(-1))}`);
  });
  await working.ended;
  serving.child.stdin.end();
  await serving.ended;
  const settled = minutes.slice(Math.ceil(minutes.length / 10));
  return {
    minutes: MINUTES,
    errors: minutes.at(-1)?.['errors'],
    verified: server['verified'],
    slope: Object.fromEntries(SLOPES.map((key) => [key, slopeOf(settled, key)])),
    per_minute: minutes,
  };
}

/** Runs a program that prints lines of JSON. */
function start(file: string, args: readonly string[], tell: (line: Line) => void) {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => tell(JSON.parse(line) as Line));
  // Not before its last line was read.
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]).then(([[code]]) => {
    if (code !== 0) throw new Error(`${file} ended with ${String(code)}`);
  });
  return { child, ended };
}

async function untilKnown(value: () => unknown): Promise<void> {
  while (value() === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Rise per minute; null when there are too few points to tell. */
function slopeOf(minutes: readonly Line[], key: string): number | null {
  const points = minutes.map((line) => [Number(line['minute']), Number(line[key])] as const);
  if (points.length < 3) return null;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const variance = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return Number((covariance / variance).toFixed(3));
}
