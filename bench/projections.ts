import { loadavg, tmpdir } from 'node:os';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { formatPosition } from '#event-store';
import { VIEW_NAMES } from '../apps/projection-service/src/views/names.js';
import { startPostgres } from '../test/support/postgres.js';
import { copyRate } from './support/copy-events.js';
import { fillPayments } from './support/payment-log.js';
import { progress } from './support/processes.js';
import { ViewsProcess } from './support/views-process.js';
import { lagUnderLoad } from './support/views-lag.js';

/**
 * `npm run bench -- projections [events] [seconds]`: how fast each view, orders with journal, and
 * all views together catch up with the events of card payments; a rebuild of all beside the live
 * ones; how far they are behind while 1,000 events a second come; and the memory of the process
 * that builds them. Beside it, COPY of the same events into one table with no index but its key.
 */
const EVENTS = Number(process.argv[2] ?? 1_000_000);
const SECONDS = Number(process.argv[3] ?? 20);
const EVENTS_PER_S = 1_000;
const EVENTS_A_PAYMENT = 7;
const PAYMENTS = Math.ceil(EVENTS / EVENTS_A_PAYMENT);

const load = loadavg()[0];
const folder = await mkdtemp(join(tmpdir(), 'bench-projections-'));
await chmod(folder, 0o711); // PostgreSQL, which runs as another user, reads a file in it.
const postgres = await startPostgres();
const store = await EmbeddedEventStore.open({ path: join(folder, 'events') });
const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
const url = `esdb://127.0.0.1:${door.port}?tls=false`;
try {
  process.stdout.write(`${JSON.stringify(await run())}\n`);
} finally {
  await door.close();
  await store.close();
  await postgres.stop();
  await rm(folder, { recursive: true });
}

async function run() {
  const events = PAYMENTS * EVENTS_A_PAYMENT;
  progress(`writing ${events} events`);
  const last = formatPosition(await fillPayments(store, PAYMENTS));
  progress('copying them');
  const copied = await copyRate(store, await postgres.createDatabase(), folder);
  const per_view: Record<string, object> = {};
  for (const views of [...VIEW_NAMES.map((name) => [name]), ['orders', 'journal']]) {
    const name = views.join('_and_');
    per_view[name] = await caughtUp(views, last);
    progress(`${name}: ${JSON.stringify(per_view[name])}`);
  }
  const database = await postgres.createDatabase();
  const all = ViewsProcess.start({ url, database, views: VIEW_NAMES, position: last });
  const caught = ratesOf(await all.reached());
  progress('rebuilding all');
  const rebuilt = await all.rebuild();
  progress(`offering ${EVENTS_PER_S} events a second`);
  const lag = await lagUnderLoad({ store, database, perS: EVENTS_PER_S, seconds: SECONDS });
  const { peak_rss_mb } = await all.stop();
  const both = per_view['orders_and_journal'] as ReturnType<typeof ratesOf>;
  return {
    events,
    events_per_s: both.events_per_s,
    ...lag,
    peak_rss_mb,
    copy_events_per_s: copied,
    to_copy: Math.round((both.events_per_s / copied) * 1000) / 1000,
    all_views: caught,
    rebuild_all_events_per_s: Math.round(events / rebuilt.seconds),
    rebuild_equal: rebuilt.equal,
    per_view,
    load_before: load,
  };
}

async function caughtUp(views: readonly string[], position: string) {
  const database = await postgres.createDatabase();
  const client = ViewsProcess.start({ url, database, views, position });
  const reached = await client.reached();
  return { ...ratesOf(reached), ...(await client.stop()) };
}

function ratesOf({ seconds, cpu_seconds }: { seconds: number; cpu_seconds: number }) {
  const events = PAYMENTS * EVENTS_A_PAYMENT;
  return {
    events_per_s: Math.round(events / seconds),
    cpu_us_per_event: Math.round((cpu_seconds * 1e6) / events),
  };
}
