import { verifyLog } from '#audit';
import { RemoteEventStore } from '#event-store';

/** An auditor's side, as a process of its own: reads and hashes all through the door. `<url>` */
const [url = ''] = process.argv.slice(2);

const store = RemoteEventStore.connect(url);
const startMs = performance.now();
const { events } = await verifyLog({
  read: (from) => store.readStored(from),
  heads: [],
  leaves: null,
});
const seconds = (performance.now() - startMs) / 1000;
await store.close();
process.stdout.write(JSON.stringify({ events, per_s: Math.round(events / seconds) }));
