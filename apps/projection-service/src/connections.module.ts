import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventStore, RemoteEventStore, SharedEventStore } from '#event-store';
import { InvalidConfig } from '#platform';
import { migrate } from '#projections';
import { Config } from './config.js';
import { openDatabase, PROJECTIONS } from './catalogue.js';

const CONNECT_MS = 30_000;
const RETRY_MS = 500;

/** Both stores, with tables of today; closed after all that uses them. */
@Global()
@Module({
  providers: [
    { provide: DataSource, inject: [Config], useFactory: connectDatabase },
    { provide: EventStore, inject: [Config], useFactory: connectEventStore },
  ],
  exports: [DataSource, EventStore],
})
export class ConnectionsModule implements OnApplicationShutdown {
  constructor(
    private readonly dataSource: DataSource,
    private readonly eventStore: EventStore,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.eventStore.close();
    await this.dataSource.destroy();
  }
}

/** All views together follow what each of them follows: it comes over the wire once. */
function connectEventStore(config: Config): EventStore {
  return new SharedEventStore(RemoteEventStore.connect(config.EVENTSTORE_URL), [
    ...new Set(Object.values(PROJECTIONS).flatMap(({ streamPrefixes }) => streamPrefixes)),
  ]);
}

async function connectDatabase(config: Config): Promise<DataSource> {
  const dataSource = openDatabase(config.DATABASE_URL);
  await connect(dataSource);
  await migrate(dataSource);
  return dataSource;
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
