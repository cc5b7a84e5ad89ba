import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { json } from 'node:stream/consumers';
import { loadavg } from 'node:os';
import { plainReconciliation } from './support/plain-reconciliation.js';
import { progress } from './support/processes.js';
import type { ReconciliationFigures } from './support/reconciliation-client.js';

/**
 * `npm run bench -- reconciliation [lines]`: as many lines of a provider against as many events of
 * ours, every hundredth of which differs, at a hundredth, a tenth and the whole of their number,
 * each in a process of its own; beside it a window query over one table of PostgreSQL that knows
 * the provider's own ids alone.
 */
const LINES = Number(process.argv[2] ?? 1_000_000);
const SIZES = [LINES / 100, LINES / 10, LINES].map(Math.round);
const CLIENT = new URL('./support/reconciliation-client.js', import.meta.url).pathname;

const load = loadavg()[0];
const sizes: ReconciliationFigures[] = [];
for (const size of SIZES) sizes.push(await measured(size));
progress(`asking PostgreSQL about ${LINES} of each`);
const plain = await plainReconciliation(LINES);
const [least, , most] = sizes;
if (!least || !most) throw new RangeError('no sizes');
const result = {
  lines: most.lines,
  events: most.events,
  seconds: most.seconds,
  lines_per_s: Math.round(most.lines / most.seconds),
  peak_rss_mb: most.peak_rss_mb,
  growth_exponent: exponent(least, most),
  plain_sql: plain,
  seconds_to_plain_query: Math.round((most.seconds / plain.query_seconds) * 100) / 100,
  load_before: load,
  sizes,
};
process.stdout.write(`${JSON.stringify(result)}\n`);

async function measured(size: number): Promise<ReconciliationFigures> {
  progress(`matching ${size} lines`);
  const child = spawn(process.execPath, [CLIENT, String(size)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const figures = (await json(child.stdout).catch(() => null)) as ReconciliationFigures | null;
  await exit;
  if (figures === null) throw new Error(`matching ${size} lines failed`);
  return figures;
}

/** 1 is linear: seconds grow as lines to the power of it. */
function exponent(least: ReconciliationFigures, most: ReconciliationFigures): number {
  const power = Math.log(most.seconds / least.seconds) / Math.log(most.lines / least.lines);
  return Math.round(power * 100) / 100;
}
