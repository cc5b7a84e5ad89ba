import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { comparePositions, type EventStore, type Position } from '#event-store';
import { schemaOf } from '#projections';
import { PROJECTIONS } from '../../apps/projection-service/src/catalogue.js';
import { percentile } from './open-loop.js';
import { stepsOf, WIDE } from './payment-log.js';

const TICK_MS = 10;
const POLL_MS = 5;

type Offered = {
  readonly store: EventStore;
  readonly database: string;
  readonly perS: number;
  readonly seconds: number;
};

/** From when an event was on disk until every view shows it, while so many come each second. */
export async function lagUnderLoad({ store, database, perS, seconds }: Offered) {
  const client = new Client({ connectionString: database });
  await client.connect();
  const waiting: { readonly position: Position; readonly atMs: number }[] = [];
  const lags: number[] = [];
  const offering = new AbortController();
  const watching = (async () => {
    while (!offering.signal.aborted || waiting.length > 0) {
      const reached = await furthestOfAll(client);
      const nowMs = performance.now();
      while (waiting[0] && comparePositions(waiting[0].position, reached) <= 0) {
        lags.push(nowMs - (waiting.shift()?.atMs ?? nowMs));
      }
      await sleep(POLL_MS);
    }
  })();
  const total = perS * seconds;
  const startedMs = performance.now();
  let sent = 0;
  for (const appends of stepsOf(Math.ceil(total / WIDE) * WIDE)) {
    for (let from = 0; from < appends.length && sent < total;) {
      const due = Math.floor(((performance.now() - startedMs) / 1000) * perS) + 1 - sent;
      const some = appends.slice(from, from + Math.max(0, Math.min(due, total - sent)));
      const appended = some.length === 0 ? [] : await store.appendEach(some);
      const atMs = performance.now();
      for (const each of appended) {
        if (each instanceof Error) throw each;
        waiting.push({ position: each.position, atMs });
      }
      from += some.length;
      sent += some.length;
      await sleep(TICK_MS);
    }
    if (sent >= total) break;
  }
  const offered_per_s = Math.round((sent * 1000) / (performance.now() - startedMs));
  offering.abort();
  await watching;
  await client.end();
  const [lag_p50_ms, lag_p99_ms] = [0.5, 0.99].map((share) => Math.round(percentile(lags, share)));
  return { lag_p50_ms, lag_p99_ms, offered_per_s };
}

const SCHEMAS = Object.values(PROJECTIONS).map(({ name }) => schemaOf(name));

/** Where the last of the views is. */
async function furthestOfAll(client: Client): Promise<Position> {
  const { rows } = await client.query<{ commit: string; prepare: string }>(
    'SELECT "commit", prepare FROM public.checkpoint WHERE view = ANY($1) ORDER BY 1, 2 LIMIT 1',
    [SCHEMAS],
  );
  const [last] = rows;
  return { commit: BigInt(last?.commit ?? 0), prepare: BigInt(last?.prepare ?? 0) };
}
