import { Module } from '@nestjs/common';
import { Metrics } from '#platform';
import { Declines } from './declines.js';
import { Locks } from './locks.js';
import { PaymentStreams } from './payment-streams.js';

@Module({ providers: [Declines, PaymentStreams, Locks], exports: [PaymentStreams, Locks] })
export class PaymentStreamsModule {
  constructor(declines: Declines, metrics: Metrics) {
    metrics.add(...declines.metrics);
  }
}
