import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { memory } from './memory.js';

/**
 * The store's side of the soak, as a process of its own: `<folder>`. Fills what it remembers of
 * streams and ids, so that only a leak can still grow; then serves the door, prints a line of JSON
 * every five seconds, and scavenges twice a minute until its input ends.
 */
const [path = ''] = process.argv.slice(2);
const FILLED_STREAMS = 120_000;
const FILL_WRITERS = 64;
const REPORT_MS = 5_000;
const SCAVENGE_MS = 30_000;

const store = await EmbeddedEventStore.open({ path });
await fill();
const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });

let scavenged = 0;
let errors = 0;
print({ port: door.port, ...figures() });
let scavenging: Promise<void> = Promise.resolve();
const timers = [setInterval(() => print(figures()), REPORT_MS), setInterval(scavenge, SCAVENGE_MS)];
process.stdin.resume().on('end', () => void finish());

async function fill(): Promise<void> {
  let next = 0;
  const writer = async () => {
    while (next < FILLED_STREAMS) {
      next += 1;
      const event = { id: randomUUID(), type: 'Filled', data: {}, metadata: {} };
      await store.append(`filled-${next}`, [event], 'no-stream');
    }
  };
  await Promise.all(Array.from({ length: FILL_WRITERS }, writer));
}

function figures() {
  const file = statSync(join(path, 'events.mdb')).size;
  return { ...memory(), file_mb: Math.round(file / 1e6), scavenged, errors };
}

function scavenge(): void {
  scavenging = scavenging
    .then(() => store.scavenge())
    .then(({ events }) => void (scavenged += events))
    .catch(() => void (errors += 1));
}

async function finish(): Promise<void> {
  for (const timer of timers) clearInterval(timer);
  await scavenging;
  const { events, streams, problems } = await store.verify();
  print({ verified: { events, streams, problems } });
  await door.close();
  await store.close();
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
