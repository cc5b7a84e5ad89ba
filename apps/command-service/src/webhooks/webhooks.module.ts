import { Module } from '@nestjs/common';
import { Metrics } from '#platform';
import { JourneyModule } from '../journey/journey.module.js';
import { AbandonedWebhooks } from './abandoned-webhooks.js';
import { AppliedPayments } from './applied-payments.js';
import { EndpointVersions } from './endpoint-versions.js';
import { Payouts } from './payouts.js';
import { RefusedWebhooks } from './refused-webhooks.js';
import { WebhookApplier } from './webhook-applier.js';
import { WebhookInbox } from './webhook-inbox.js';
import { WebhooksController } from './webhooks.controller.js';

/** Deliveries of the providers, from their signature to the payment they are about. */
@Module({
  imports: [JourneyModule],
  controllers: [WebhooksController],
  providers: [
    WebhookInbox,
    RefusedWebhooks,
    AppliedPayments,
    Payouts,
    WebhookApplier,
    AbandonedWebhooks,
    EndpointVersions,
  ],
  exports: [WebhookInbox, WebhookApplier, AbandonedWebhooks],
})
export class WebhooksModule {
  constructor(refused: RefusedWebhooks, metrics: Metrics) {
    metrics.add(...refused.metrics);
  }
}
