import { parsePosition, RemoteEventStore, SharedEventStore } from '#event-store';
import { reach } from '#projections';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import type { ViewName } from '../../apps/projection-service/src/views/names.js';
import { emptyViews, runViews } from '../../test/support/postgres-views.js';

/**
 * Builds views in a process of its own, as projection-service does, so that memory and processor
 * are theirs alone. It says when it has come to a position, and goes on until it has to stop.
 */
const [url = '', database = '', names = '', position = ''] = process.argv.slice(2);

export type ClientMessage =
  | { readonly kind: 'reached'; readonly seconds: number; readonly cpu_seconds: number }
  | { readonly kind: 'rebuilt'; readonly seconds: number; readonly equal: boolean }
  | { readonly kind: 'stopped'; readonly peak_rss_mb: number };

const views = names.split(',') as ViewName[];
const projections = views.map((name) => PROJECTIONS[name]);
const dataSource = await emptyViews(database);
const store = new SharedEventStore(RemoteEventStore.connect(url), [
  ...new Set(projections.flatMap(({ streamPrefixes }) => streamPrefixes)),
]);
const startedMs = performance.now();
const cpu = process.cpuUsage();
const running = runViews(dataSource, store, projections);
const waiting = { position: parsePosition(position), waitMs: 3_600_000 };
await Promise.all(projections.map(({ name }) => reach(dataSource, name, waiting)));
const { user, system } = process.cpuUsage(cpu);
tell({ kind: 'reached', seconds: secondsSince(startedMs), cpu_seconds: (user + system) / 1e6 });

process.on('message', (asked) => {
  void (asked === 'rebuild' ? rebuild() : stop());
});

async function rebuild(): Promise<void> {
  const beganMs = performance.now();
  const rebuilt = await Promise.all(running.runners.map((runner) => runner.rebuild()));
  const equal = rebuilt.every((each) => each.equal);
  tell({ kind: 'rebuilt', seconds: secondsSince(beganMs), equal });
}

async function stop(): Promise<void> {
  await running.stop();
  await store.close();
  await dataSource.destroy();
  tell({ kind: 'stopped', peak_rss_mb: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6) });
  process.disconnect();
}

function secondsSince(beganMs: number): number {
  return (performance.now() - beganMs) / 1000;
}

function tell(message: ClientMessage): void {
  process.send?.(message);
}
