import { join } from 'node:path';
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore, RemoteEventStore } from '#event-store';
import { ScoringEngine, type ScoringLog } from '#fraud-scoring';
import { Messaging } from '#messaging';
import { Logger } from '#platform';
import { Config } from './config.js';

/** Connects what the configuration names; closed after all that uses it. */
@Global()
@Module({
  providers: [
    {
      provide: EventStore,
      inject: [Config],
      useFactory: (config: Config) => RemoteEventStore.connect(config.EVENTSTORE_URL),
    },
    {
      provide: Messaging,
      inject: [Config, Logger],
      useFactory: ({ NATS_URL: url, NATS_MESSAGE_KEY: key }: Config, logger: Logger) =>
        Messaging.connect({ url, key, name: 'fraud-worker', log: logOf(logger) }),
    },
    {
      provide: ScoringEngine,
      inject: [Config, EventStore, Logger],
      useFactory: ({ DATA_DIR, MODELS_DIR: modelsDir }: Config, store: EventStore, log: Logger) => {
        const stateDir = join(DATA_DIR, 'fraud-worker', 'features');
        return ScoringEngine.start({ store, modelsDir, stateDir, logger: logOf(log) });
      },
    },
  ],
  exports: [EventStore, Messaging, ScoringEngine],
})
export class ConnectionsModule implements OnApplicationShutdown {
  constructor(
    private readonly eventStore: EventStore,
    private readonly messaging: Messaging,
    private readonly engine: ScoringEngine,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.messaging.close();
    await this.engine.close();
    await this.eventStore.close();
  }
}

function logOf(logger: Logger): ScoringLog {
  return {
    info: (facts, message) => {
      logger.info(facts, message);
    },
    warn: (facts, message) => {
      logger.warn(facts, message);
    },
  };
}
