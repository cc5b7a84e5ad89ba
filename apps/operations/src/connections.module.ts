import { join } from 'node:path';
import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { EventStore, RemoteEventStore } from '#event-store';
import { Clock, Logger, Metrics } from '#platform';
import { connectProviders } from '#providers';
import { AuditLog } from './audit/audit-log.js';
import { openAuditLog } from './audit/open-audit-log.js';
import { Config } from './config.js';
import { OutgoingWebhooks } from './outgoing-webhooks/outgoing-webhooks.js';
import { openTextsOf, sealedTextsOf } from './sealed-texts.js';
import { BookedProviders } from './settlement/booked-providers.js';

/** Connects what the configuration names; the store is closed after all that uses it. */
@Global()
@Module({
  providers: [
    {
      provide: EventStore,
      inject: [Config],
      useFactory: (config: Config) => RemoteEventStore.connect(config.EVENTSTORE_URL),
    },
    {
      provide: BookedProviders,
      inject: [Config],
      useFactory: (config: Config) => new BookedProviders(connectProviders(config)),
    },
    {
      provide: OutgoingWebhooks,
      inject: [Config, EventStore, Logger],
      useFactory: (config: Config, eventStore: EventStore, logger: Logger) =>
        OutgoingWebhooks.open({
          eventStore,
          logger,
          folder: join(config.DATA_DIR, 'outgoing-webhooks'),
          openTexts: openTextsOf(config),
          privateNetworks: config.WEBHOOK_PRIVATE_NETWORKS,
          retention: {
            attemptsMs: config.WEBHOOK_DELIVERIES_KEPT_DAYS * 86_400_000,
            bodiesMs: config.WEBHOOK_BODIES_KEPT_HOURS * 3_600_000,
          },
        }),
    },
    {
      provide: AuditLog,
      inject: [Config, EventStore, Clock, Logger],
      useFactory: (config: Config, eventStore: RemoteEventStore, clock: Clock, logger: Logger) =>
        openAuditLog(eventStore, config, { clock, logger }),
    },
  ],
  exports: [EventStore, BookedProviders, OutgoingWebhooks, AuditLog],
})
export class ConnectionsModule implements OnApplicationShutdown {
  constructor(
    private readonly eventStore: EventStore,
    config: Config,
    metrics: Metrics,
  ) {
    metrics.add(sealedTextsOf(config).losses.metric);
  }

  onApplicationShutdown(): Promise<void> {
    return this.eventStore.close();
  }
}
