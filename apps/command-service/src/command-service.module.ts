import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { EventStore } from '#event-store';
import { FraudScorer } from '#fraud';
import {
  ApiKeyGuard,
  ApiKeys,
  Clock,
  Health,
  HealthController,
  type Logger,
  type ReadMetric,
} from '#platform';
import type { PaymentProvider, WebhookVerifier } from '#provider-port';
import { BatchController } from './batch/batch.controller.js';
import { Batches } from './batch/batches.js';
import { AttentionController } from './attention/attention.controller.js';
import { DeliveriesController } from './attention/deliveries.controller.js';
import { AuthoriseController } from './authorise/authorise.controller.js';
import { AuthoriseHandler } from './authorise/authorise.handler.js';
import { CaptureController } from './capture/capture.controller.js';
import { CaptureHandler } from './capture/capture.handler.js';
import { CancelController } from './cancel/cancel.controller.js';
import { CancelHandler } from './cancel/cancel.handler.js';
import { IncrementController } from './increment/increment.controller.js';
import { IncrementHandler } from './increment/increment.handler.js';
import { ReauthoriseController } from './reauthorise/reauthorise.controller.js';
import { ReauthoriseHandler } from './reauthorise/reauthorise.handler.js';
import { ResolveController } from './resolve/resolve.controller.js';
import { ResolveHandler } from './resolve/resolve.handler.js';
import { Config } from './config.js';
import { GapFinder } from './gaps/gap-finder.js';
import { EndpointVersions } from './webhooks/endpoint-versions.js';
import { InitiateController } from './initiate/initiate.controller.js';
import { Beginnings } from './initiate/beginnings.js';
import { InitiateHandler } from './initiate/initiate.handler.js';
import { InitiatePaymentsHandler } from './initiate/initiate-payments.handler.js';
import { Log } from './log.js';
import { CancelOrderController } from './cancel-order/cancel-order.controller.js';
import { CancelOrderHandler } from './cancel-order/cancel-order.handler.js';
import { OrderCancellations } from './cancel-order/order-cancellations.js';
import { OrderIndex } from './orders/order-index.js';
import { LookUps } from './facts/look-ups.js';
import { Commands } from './journey/commands.js';
import { Journeys } from './journey/journeys.js';
import { LaterJourneys } from './journey/later-journeys.js';
import { Locks } from './payment/locks.js';
import { PaymentController } from './http/payment.controller.js';
import { PaymentStreams } from './payment/payment-streams.js';
import { CrashPoints } from './provider-call/crash-points.js';
import { PayerReturnUrl } from './provider-call/payer-return-url.js';
import { ProviderCalls } from './provider-call/provider-calls.js';
import { Providers } from './provider-call/providers.js';
import { RefundController } from './refund/refund.controller.js';
import { RefundHandler } from './refund/refund.handler.js';
import { ResumedPayments } from './resume/resumed-payments.js';
import { Resumer } from './resume/resumer.js';
import { ReviewController } from './review/review.controller.js';
import { ReviewHandler } from './review/review.handler.js';
import { RoutingInForce } from './routing/routing-in-force.js';
import { RoutingPolicies } from './routing-policy/routing-policies.js';
import { RoutingPolicyController } from './routing-policy/routing-policy.controller.js';
import { Assessor } from './scoring/assessor.js';
import { PolicyJudge } from './scoring/policy-judge.js';
import { LateAssessments } from './journey/late-assessments.js';
import { PolicyInForce } from './scoring/policy-in-force.js';
import { RandomApprovals } from './scoring/random-approvals.js';
import { Rescoring } from './scoring/rescoring.js';
import { UnscoredPayments } from './scoring/unscored-payments.js';
import { ReleaseController } from './release/release.controller.js';
import { ReleaseHandler } from './release/release.handler.js';
import { VoidController } from './void/void.controller.js';
import { VoidHandler } from './void/void.handler.js';
import { AbandonedWebhooks } from './webhooks/abandoned-webhooks.js';
import { AppliedPayments } from './webhooks/applied-payments.js';
import { Payouts } from './webhooks/payouts.js';
import { RefusedWebhooks } from './webhooks/refused-webhooks.js';
import { WebhookApplier } from './webhooks/webhook-applier.js';
import { WebhookInbox } from './webhooks/webhook-inbox.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';
import { WebhookVerifiers } from './webhooks/webhook-verifiers.js';

/** What command-service stands on, connected before Nest starts. */
export type Foundation = {
  readonly config: Config;
  readonly logger: Logger;
  readonly eventStore: EventStore;
  readonly providers: readonly PaymentProvider[];
  readonly verifiers: readonly WebhookVerifier[];
  readonly scorer: FraudScorer;
  readonly rescoring: Rescoring;
  /** Default: the time of this machine. */
  readonly clock?: Clock;
  /** What the parts of it tell operators. */
  readonly metrics?: readonly ReadMetric[];
};

const CONTROLLERS = [
  InitiateController,
  AuthoriseController,
  CaptureController,
  VoidController,
  ReleaseController,
  RefundController,
  IncrementController,
  ReauthoriseController,
  CancelController,
  CancelOrderController,
  ResolveController,
  ReviewController,
  AttentionController,
  DeliveriesController,
  RoutingPolicyController,
  BatchController,
  PaymentController,
  WebhooksController,
  HealthController,
];

/** What Nest builds by itself, from its constructors. */
const PROVIDERS = [
  PaymentStreams,
  ProviderCalls,
  PolicyInForce,
  RandomApprovals,
  UnscoredPayments,
  PolicyJudge,
  Assessor,
  LateAssessments,
  Journeys,
  LaterJourneys,
  LookUps,
  Commands,
  Batches,
  RoutingInForce,
  RoutingPolicies,
  OrderIndex,
  OrderCancellations,
  CancelOrderHandler,
  Beginnings,
  InitiateHandler,
  InitiatePaymentsHandler,
  AuthoriseHandler,
  CaptureHandler,
  VoidHandler,
  ReleaseHandler,
  RefundHandler,
  IncrementHandler,
  ReauthoriseHandler,
  CancelHandler,
  ResolveHandler,
  ReviewHandler,
  WebhookInbox,
  RefusedWebhooks,
  AppliedPayments,
  Payouts,
  WebhookApplier,
  AbandonedWebhooks,
  GapFinder,
  EndpointVersions,
  ResumedPayments,
  Resumer,
];

@Module({})
export class CommandServiceModule {
  static on(foundation: Foundation): DynamicModule {
    const { config, logger, eventStore, providers, verifiers, scorer, rescoring } = foundation;
    return {
      module: CommandServiceModule,
      imports: [CqrsModule.forRoot()],
      controllers: CONTROLLERS,
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useValue: new Log(logger) },
        { provide: Clock, useValue: foundation.clock ?? new Clock() },
        { provide: EventStore, useValue: eventStore },
        { provide: FraudScorer, useValue: scorer },
        { provide: Rescoring, useValue: rescoring },
        { provide: Providers, useValue: new Providers(providers) },
        { provide: WebhookVerifiers, useValue: new WebhookVerifiers(verifiers) },
        { provide: CrashPoints, useValue: new CrashPoints(config.CRASH_AT ?? null) },
        { provide: PayerReturnUrl, useValue: new PayerReturnUrl(config.PAYER_RETURN_URL) },
        { provide: ApiKeys, useValue: new ApiKeys(config.API_KEYS) },
        { provide: APP_GUARD, useClass: ApiKeyGuard },
        { provide: Locks, useValue: new Locks() },
        { provide: Health, useValue: new Health() },
        ...PROVIDERS,
      ],
    };
  }
}
