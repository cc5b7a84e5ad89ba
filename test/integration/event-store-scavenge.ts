import { EmbeddedEventStore } from '#embedded-event-store';

/** Scavenges the store in its first argument and prints what that removed: a process of its own. */
const [path = ''] = process.argv.slice(2);
const store = await EmbeddedEventStore.open({ path });
process.stdout.write(JSON.stringify(await store.scavenge()));
await store.close();
