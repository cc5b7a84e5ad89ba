import { RemoteEventStore } from '#event-store';
import { appendRate, measureStore, readRate } from './event-store-load.js';

/** The client's side of the door, as a process of its own: `<url> <seconds> [rates-only]`. */
const [url = '', seconds = '2', ratesOnly] = process.argv.slice(2);

const store = RemoteEventStore.connect(url);
const figures =
  ratesOnly === undefined
    ? await measureStore(store, Number(seconds))
    : {
        appends_per_s: await appendRate(store, { inFlight: 64, seconds: Number(seconds) }),
        read_per_s: await readRate(store),
      };
await store.close();
process.stdout.write(JSON.stringify(figures));
