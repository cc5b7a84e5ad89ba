import { randomUUID } from 'node:crypto';
import { EmbeddedEventStore } from '#embedded-event-store';

/**
 * A process that appends to the store in its first argument until it is killed, and prints a line
 * `append-id stream revision position` for each append once it is acknowledged.
 */
const [path = ''] = process.argv.slice(2);
const WRITERS = 24;
/** Enough to have the index written in the background many times over. */
const STREAMS = 400;

const store = await EmbeddedEventStore.open({ path });
process.stdout.write('open\n');
await Promise.all(Array.from({ length: WRITERS }, write));

async function write(): Promise<never> {
  for (;;) {
    const stream = `load-${Math.floor(Math.random() * STREAMS)}`;
    const append = randomUUID();
    const of = 1 + Math.floor(Math.random() * 4);
    const events = Array.from({ length: of }, (_, index) => ({
      id: randomUUID(),
      type: 'Loaded',
      data: { text: 'x'.repeat(Math.floor(Math.random() * 600)) },
      metadata: { append, of, index },
    }));
    const { revision, position } = await store.append(stream, events, 'any');
    process.stdout.write(`${append} ${stream} ${revision} ${position.commit}\n`);
  }
}
