import { Module } from '@nestjs/common';
import { JourneyModule } from '../journey/journey.module.js';
import { PaymentStreamsModule } from '../payment/payment-streams.module.js';
import { Erasures } from './erasures.js';
import { PrivacyController } from './privacy.controller.js';
import { SubjectExports } from './subject-export.js';
import { SubjectPayments } from './subject-payments.js';

/** What people may ask of data about them. */
@Module({
  imports: [JourneyModule, PaymentStreamsModule],
  controllers: [PrivacyController],
  providers: [Erasures, SubjectExports, SubjectPayments],
})
export class PrivacyModule {}
