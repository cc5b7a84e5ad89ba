import {
  Module,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EventStore } from '#event-store';
import { Health, Metrics } from '#platform';
import { addWebhookHealth } from './attention.js';
import { DeliveryCommands } from './delivery-commands.js';
import { EndpointCommands } from './endpoint-commands.js';
import { OutgoingWebhooks } from './outgoing-webhooks.js';
import { WebhookDeliveriesController } from './webhook-deliveries.controller.js';
import { WebhookEndpointsController } from './webhook-endpoints.controller.js';
import { addWebhookMetrics } from './webhook-metrics.js';

/** Tells clients what happened to their payments, at the endpoints they register. */
@Module({
  controllers: [WebhookEndpointsController, WebhookDeliveriesController],
  providers: [
    {
      provide: EndpointCommands,
      inject: [OutgoingWebhooks, EventStore],
      useFactory: (webhooks: OutgoingWebhooks, eventStore: EventStore) =>
        new EndpointCommands(webhooks, eventStore),
    },
    {
      provide: DeliveryCommands,
      inject: [OutgoingWebhooks, EndpointCommands],
      useFactory: (webhooks: OutgoingWebhooks, own: EndpointCommands) =>
        new DeliveryCommands(webhooks, own),
    },
  ],
})
export class OutgoingWebhooksModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly webhooks: OutgoingWebhooks,
    private readonly deliveries: DeliveryCommands,
    health: Health,
    metrics: Metrics,
  ) {
    addWebhookHealth(health, webhooks);
    addWebhookMetrics(metrics, webhooks);
  }

  onApplicationBootstrap(): void {
    this.webhooks.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    this.deliveries.stop();
    return this.webhooks.stop();
  }
}
