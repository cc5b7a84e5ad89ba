import { EmbeddedEventStore } from '#embedded-event-store';

/**
 * Opens the store in its first argument and prints `opened`, or why not; keeps it open until its
 * input ends. With `unprivileged` as second argument, root gives up its rights first.
 */
const [path = '', unprivileged] = process.argv.slice(2);
const UNPRIVILEGED_ID = 65_534;

if (unprivileged !== undefined && process.getuid?.() === 0) {
  process.setgid?.(UNPRIVILEGED_ID);
  process.setuid?.(UNPRIVILEGED_ID);
}
try {
  const store = await EmbeddedEventStore.open({ path });
  process.stdout.write('opened\n');
  process.stdin.resume().on('end', () => void store.close());
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
}
