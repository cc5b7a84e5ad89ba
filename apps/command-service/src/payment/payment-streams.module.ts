import { Module } from '@nestjs/common';
import { Locks } from './locks.js';
import { PaymentStreams } from './payment-streams.js';

@Module({ providers: [PaymentStreams, Locks], exports: [PaymentStreams, Locks] })
export class PaymentStreamsModule {}
