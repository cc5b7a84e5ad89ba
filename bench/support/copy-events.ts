import { createWriteStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { Client } from 'pg';
import type { EventStore } from '#event-store';

/**
 * What COPY of the same events into one table takes, from a file that is there already: events a
 * second. Nothing is folded, looked up or changed, so no view can be as fast.
 */
export async function copyRate(
  store: EventStore,
  database: string,
  folder: string,
): Promise<number> {
  const file = join(folder, 'events.csv');
  const events = await writeEvents(store, file);
  const client = new Client({ connectionString: database });
  await client.connect();
  try {
    await client.query(
      'CREATE TABLE event (commit bigint PRIMARY KEY, stream text, type text, data jsonb)',
    );
    const startedMs = performance.now();
    await client.query(`COPY event FROM '${file}' CSV`);
    return Math.round((events * 1000) / (performance.now() - startedMs));
  } finally {
    await client.end();
  }
}

async function writeEvents(store: EventStore, file: string): Promise<number> {
  const out = createWriteStream(file);
  let events = 0;
  for await (const { position, stream, type, data } of store.readAll()) {
    const json = JSON.stringify(data).replaceAll('"', '""');
    const room = out.write(`${position.commit},${stream},${type},"${json}"\n`);
    events += 1;
    if (!room) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  await chmod(file, 0o644);
  return events;
}
