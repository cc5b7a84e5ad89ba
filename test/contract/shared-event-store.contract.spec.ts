import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedEventStore } from '#embedded-event-store';
import { SharedEventStore } from '#event-store';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('subscriptions shared in one process', async () => {
  const path = await mkdtemp(join(tmpdir(), 'event-store-'));
  // Every prefix of the suite begins with nothing in common, so everything is shared.
  const open = async () => new SharedEventStore(await EmbeddedEventStore.open({ path }), ['']);
  let store = await open();
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await open();
      return store;
    },
    stop: async () => {
      await store.close();
      await rm(path, { recursive: true });
    },
  };
});
