import { Module } from '@nestjs/common';
import { Metrics } from '#platform';
import { Declines } from './declines.js';
import { EventCounts } from './event-counts.js';
import { Locks } from './locks.js';
import { PaymentStreams } from './payment-streams.js';

@Module({
  providers: [Declines, EventCounts, PaymentStreams, Locks],
  exports: [PaymentStreams, Locks],
})
export class PaymentStreamsModule {
  constructor(declines: Declines, counts: EventCounts, metrics: Metrics) {
    metrics.add(...declines.metrics, ...counts.metrics);
  }
}
