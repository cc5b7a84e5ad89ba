import { join } from 'node:path';
import { EmbeddedEventStore, EventStoreDoor } from '#embedded-event-store';
import { type EventStore, RemoteEventStore } from '#event-store';
import type { Config } from './config.js';

/** The event store this process appends to, and the URL under which others reach the same one. */
export type OpenedEventStore = {
  readonly eventStore: EventStore;
  readonly url: string;
  close(): Promise<void>;
};

/** The door has no TLS, so it is for this machine alone, wherever HTTP listens. */
const LOOPBACK = '127.0.0.1';

/**
 * With EVENTSTORE_URL, that cluster. Without, the embedded store under DATA_DIR, opened in process
 * (four times as fast as over gRPC), with a door for everybody else.
 */
export async function openEventStore(config: Config): Promise<OpenedEventStore> {
  if (config.EVENTSTORE_URL !== undefined) {
    const eventStore = RemoteEventStore.connect(config.EVENTSTORE_URL);
    return { eventStore, url: config.EVENTSTORE_URL, close: () => eventStore.close() };
  }
  const eventStore = await EmbeddedEventStore.open({ path: join(config.DATA_DIR, 'event-store') });
  const address = { host: LOOPBACK, port: config.EVENTSTORE_PORT };
  const door = await EventStoreDoor.listen(eventStore, address);
  return {
    eventStore,
    url: `esdb://${LOOPBACK}:${door.port}?tls=false`,
    close: async () => {
      await door.close();
      await eventStore.close();
    },
  };
}
