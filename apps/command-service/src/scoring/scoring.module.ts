import { Module } from '@nestjs/common';
import { Metrics } from '#platform';
import { PaymentStreamsModule } from '../payment/payment-streams.module.js';
import { Assessor } from './assessor.js';
import { PolicyJudge } from './policy-judge.js';
import { PolicyInForce } from './policy-in-force.js';
import { RandomApprovals } from './random-approvals.js';
import { ReviewDesk } from './review-desk.js';
import { UnscoredPayments } from './unscored-payments.js';

/** From a payment to its verdict. */
@Module({
  imports: [PaymentStreamsModule],
  providers: [PolicyInForce, RandomApprovals, UnscoredPayments, ReviewDesk, PolicyJudge, Assessor],
  exports: [Assessor],
})
export class ScoringModule {
  constructor(desk: ReviewDesk, metrics: Metrics) {
    metrics.add(...desk.metrics);
  }
}
