import { RemoteEventStore } from '#event-store';
import { eventStoreContract } from './event-store.contract.js';

const url = process.env['EVENTSTORE_URL'];

if (url === undefined) {
  describe('EventStore contract: official client, EVENTSTORE_URL', () => {
    it('runs against a server of its own only when EVENTSTORE_URL names one', () => {
      expect(process.env).not.toHaveProperty('EVENTSTORE_URL');
    });
  });
} else {
  eventStoreContract('official client, EVENTSTORE_URL', async () => {
    let store = RemoteEventStore.connect(url);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = RemoteEventStore.connect(url);
        return store;
      },
      stop: () => store.close(),
    };
  });
}
