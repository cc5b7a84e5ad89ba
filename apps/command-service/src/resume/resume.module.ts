import { Module } from '@nestjs/common';
import { Health, Metrics } from '#platform';
import { JourneyModule } from '../journey/journey.module.js';
import { OrdersModule } from '../orders/orders.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { ResumedPayments } from './resumed-payments.js';
import { Resumer } from './resumer.js';

/** Nest starts what is imported first: the resumer feeds an order index that is open by then. */
@Module({
  imports: [JourneyModule, OrdersModule, WebhooksModule],
  providers: [ResumedPayments, Resumer],
  exports: [Resumer],
})
export class ResumeModule {
  constructor(resumer: Resumer, health: Health, metrics: Metrics) {
    health.add('resumer', () => (resumer.open === null ? 'reading the history' : null));
    metrics.add(...resumer.metrics);
  }
}
