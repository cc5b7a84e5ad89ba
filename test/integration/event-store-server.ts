import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';

/**
 * A store behind its door, as a process of its own: opens the folder in its first argument, prints
 * the port, and closes when its input ends.
 */
const [path = ''] = process.argv.slice(2);

const store = await EmbeddedEventStore.open({ path });
const door = await EventStoreDoor.listen(store, { host: '127.0.0.1', port: 0 });
process.stdout.write(`${door.port}\n`);
process.stdin.resume().on('end', () => void close());

async function close(): Promise<void> {
  await door.close();
  await store.close();
}
