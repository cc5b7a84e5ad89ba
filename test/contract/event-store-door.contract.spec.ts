import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { RemoteEventStore } from '#event-store';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract("official client, through the embedded store's door", async () => {
  const path = await mkdtemp(join(tmpdir(), 'event-store-'));
  const open = async () => {
    const embedded = await EmbeddedEventStore.open({ path });
    const door = await EventStoreDoor.listen(embedded, { host: '127.0.0.1', port: 0 });
    const store = RemoteEventStore.connect(`esdb://127.0.0.1:${door.port}?tls=false`);
    const close = async () => {
      await store.close();
      await door.close();
      await embedded.close();
    };
    return { store, close };
  };
  let opened = await open();
  return {
    store: opened.store,
    reopen: async () => {
      await opened.close();
      opened = await open();
      return opened.store;
    },
    stop: async () => {
      await opened.close();
      await rm(path, { recursive: true });
    },
  };
});
