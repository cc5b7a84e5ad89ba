import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore } from '#embedded-event-store';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('embedded, in process', async () => {
  const path = await mkdtemp(join(tmpdir(), 'event-store-'));
  let store = await EmbeddedEventStore.open({ path });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await EmbeddedEventStore.open({ path });
      return store;
    },
    stop: async () => {
      await store.close();
      await rm(path, { recursive: true });
    },
  };
});
