import { Module } from '@nestjs/common';
import { Metrics } from '#platform';
import { Config } from '../config.js';
import { LookUps } from '../facts/look-ups.js';
import { PaymentStreamsModule } from '../payment/payment-streams.module.js';
import { CallTimes } from '../provider-call/call-times.js';
import { CrashPoints } from '../provider-call/crash-points.js';
import { PayerReturnUrl } from '../provider-call/payer-return-url.js';
import { ProviderCalls } from '../provider-call/provider-calls.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { Commands } from './commands.js';
import { Journeys } from './journeys.js';
import { LateAssessments } from './late-assessments.js';
import { LaterJourneys } from './later-journeys.js';

/** The way of a payment, which all commands, webhooks and the resumer take. */
@Module({
  imports: [PaymentStreamsModule, ScoringModule],
  providers: [
    {
      provide: CrashPoints,
      inject: [Config],
      useFactory: ({ CRASH_AT }: Config) => new CrashPoints(CRASH_AT ?? null),
    },
    {
      provide: PayerReturnUrl,
      inject: [Config],
      useFactory: ({ PAYER_RETURN_URL }: Config) => new PayerReturnUrl(PAYER_RETURN_URL ?? null),
    },
    CallTimes,
    ProviderCalls,
    LookUps,
    Journeys,
    LaterJourneys,
    LateAssessments,
    Commands,
  ],
  exports: [CrashPoints, PaymentStreamsModule, ScoringModule, Commands, Journeys, LookUps],
})
export class JourneyModule {
  constructor(times: CallTimes, metrics: Metrics) {
    metrics.add(...times.metrics);
  }
}
