import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DoorOptions,
  EmbeddedEventStore,
  EventStoreDoor,
  parseUsers,
} from '#embedded-event-store';
import { type EventStore, RemoteEventStore } from '#event-store';
import type { ReadMetric } from '#platform';
import type { Config } from './config.js';
import { eventStoreMetrics } from './event-store-metrics.js';

/** The event store this process appends to. */
export type OpenedEventStore = {
  readonly eventStore: EventStore;
  /** How others reach the same one; null when that takes a login of theirs. */
  readonly url: string | null;
  /** Of the embedded store; a cluster tells its own. */
  readonly metrics: readonly ReadMetric[];
  close(): Promise<void>;
};

/**
 * With EVENTSTORE_URL, that cluster. Without, the embedded store under DATA_DIR, opened in process
 * (four times as fast as over gRPC), with a door for everybody else.
 *
 * @throws Error when the settings of the door do not go together, or a file cannot be read.
 */
export async function openEventStore(config: Config): Promise<OpenedEventStore> {
  if (config.EVENTSTORE_URL !== undefined) {
    const eventStore = RemoteEventStore.connect(config.EVENTSTORE_URL);
    const { EVENTSTORE_URL: url } = config;
    return { eventStore, url, metrics: [], close: () => eventStore.close() };
  }
  const secured = await readSecrets(config);
  const eventStore = await EmbeddedEventStore.open({ path: join(config.DATA_DIR, 'event-store') });
  const { EVENTSTORE_HOST: host, EVENTSTORE_PORT: port } = config;
  const door = await EventStoreDoor.listen(eventStore, { host, port, ...secured }).catch(
    async (error: unknown) => {
      await eventStore.close();
      throw error;
    },
  );
  return {
    eventStore,
    url: secured.tls ? null : `esdb://${inUrl(host)}:${door.port}?tls=false`,
    metrics: eventStoreMetrics(() => eventStore.metrics()),
    close: async () => {
      await door.close();
      await eventStore.close();
    },
  };
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

async function readSecrets(config: Config): Promise<Pick<DoorOptions, 'tls' | 'users'>> {
  const { EVENTSTORE_TLS_CERT_FILE, EVENTSTORE_TLS_KEY_FILE, EVENTSTORE_USERS_FILE } = config;
  const files = { EVENTSTORE_TLS_CERT_FILE, EVENTSTORE_TLS_KEY_FILE, EVENTSTORE_USERS_FILE };
  const unset = Object.entries(files).flatMap(([name, file]) => (file === undefined ? name : []));
  if (unset.length === Object.keys(files).length) {
    checkLoopback(config.EVENTSTORE_HOST);
    return {};
  }
  if (unset.length > 0) {
    throw new Error(`a door with TLS needs ${unset.join(' and ')} too`);
  }
  const read = (name: keyof typeof files) => readText(name, files[name] ?? '');
  const certificate = await read('EVENTSTORE_TLS_CERT_FILE');
  const key = await read('EVENTSTORE_TLS_KEY_FILE');
  return { tls: { certificate, key }, users: parseUsers(await read('EVENTSTORE_USERS_FILE')) };
}

function checkLoopback(host: string): void {
  if (/^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host)) return;
  throw new Error(
    `EVENTSTORE_HOST=${host} can be reached from other machines: set EVENTSTORE_TLS_CERT_FILE, ` +
      'EVENTSTORE_TLS_KEY_FILE and EVENTSTORE_USERS_FILE, or use 127.0.0.1',
  );
}

async function readText(name: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${name} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
