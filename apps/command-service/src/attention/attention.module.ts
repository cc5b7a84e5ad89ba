import { Module } from '@nestjs/common';
import { PaymentStreamsModule } from '../payment/payment-streams.module.js';
import { ResumeModule } from '../resume/resume.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { AttentionController } from './attention.controller.js';
import { DeliveriesController } from './deliveries.controller.js';

/** What a person has to look at. */
@Module({
  imports: [PaymentStreamsModule, ResumeModule, WebhooksModule],
  controllers: [AttentionController, DeliveriesController],
})
export class AttentionModule {}
