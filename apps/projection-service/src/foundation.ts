import type { DataSource } from 'typeorm';
import { RemoteEventStore, SharedEventStore } from '#event-store';
import { InvalidConfig, type Logger } from '#platform';
import { migrate } from '#projections';
import type { Config } from './config.js';
import type { Foundation } from './projection-service.module.js';
import { openDatabase, PROJECTIONS } from './views/catalogue.js';

const CONNECT_MS = 30_000;
const RETRY_MS = 500;

/** Connects to both stores and brings the tables up to date. */
export async function layFoundation(
  config: Config,
  logger: Logger,
): Promise<{ readonly foundation: Foundation; remove: () => Promise<void> }> {
  const dataSource = openDatabase(config.DATABASE_URL);
  await connect(dataSource);
  await migrate(dataSource);
  const remote = RemoteEventStore.connect(config.EVENTSTORE_URL);
  // All views together follow what each of them follows: it comes over the wire once.
  const eventStore = new SharedEventStore(remote, [
    ...new Set(Object.values(PROJECTIONS).flatMap(({ streamPrefixes }) => streamPrefixes)),
  ]);
  return {
    foundation: { config, logger, eventStore, dataSource },
    remove: async () => {
      await eventStore.close();
      await dataSource.destroy();
    },
  };
}

/** The database may be starting at the same time. */
async function connect(dataSource: DataSource): Promise<void> {
  const deadlineMs = performance.now() + CONNECT_MS;
  for (;;) {
    try {
      await dataSource.initialize();
      return;
    } catch (cause) {
      const { code, message } = cause as { readonly code?: string; readonly message: string };
      const starting = code === 'ECONNREFUSED' || code === '57P03';
      if (!starting || performance.now() > deadlineMs) {
        throw new InvalidConfig(
          `the database of DATABASE_URL cannot be used: ${message || code}; start it or correct the variable`,
          { cause },
        );
      }
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
