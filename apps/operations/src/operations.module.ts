import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { EventStore } from '#event-store';
import { ApiKeyGuard, ApiKeys, Clock, Health, HealthController } from '#platform';
import { FraudPolicyController } from './fraud-policy/fraud-policy.controller.js';
import { PolicyCommands } from './fraud-policy/policy-commands.js';
import { PolicyDecisions } from './fraud-policy/policy-decisions.js';
import { PolicySimulationsController } from './fraud-policy/policy-simulations.controller.js';
import { PolicySimulations } from './fraud-policy/policy-simulations.js';
import { RandomApprovalsController } from './fraud-policy/random-approvals.controller.js';
import { JobsController } from './jobs/jobs.controller.js';
import { Scheduler } from './jobs/scheduler.js';
import { EndpointCommands } from './outgoing-webhooks/endpoint-commands.js';
import { WebhookEndpointsController } from './outgoing-webhooks/webhook-endpoints.controller.js';
import { ModelDecisions } from './promotion/model-decisions.js';
import { PromotionController } from './promotion/promotion.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { WhatIfRuns } from './what-if/what-if-runs.js';
import { WhatIfController } from './what-if/what-if.controller.js';

/** What operations stands on, made before Nest starts. */
export type Foundation = {
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly decisions: ModelDecisions;
  readonly eventStore: EventStore;
  readonly policyDecisions: PolicyDecisions;
  readonly policyCommands: PolicyCommands;
  readonly policySimulations: PolicySimulations;
  readonly whatIfRuns: WhatIfRuns;
  readonly health: Health;
  readonly apiKeys: ApiKeys;
  /** Null: clients are told nothing, and the addresses for it do not exist. */
  readonly endpoints: EndpointCommands | null;
};

@Module({})
export class OperationsModule {
  static on(foundation: Foundation): DynamicModule {
    const { scheduler, clock, decisions, whatIfRuns, health, apiKeys, endpoints } = foundation;
    const { eventStore, policyDecisions, policyCommands, policySimulations } = foundation;
    return {
      module: OperationsModule,
      controllers: [
        JobsController,
        PromotionController,
        FraudPolicyController,
        PolicySimulationsController,
        RandomApprovalsController,
        ReportsController,
        WhatIfController,
        HealthController,
        ...(endpoints ? [WebhookEndpointsController] : []),
      ],
      providers: [
        { provide: Scheduler, useValue: scheduler },
        { provide: Clock, useValue: clock },
        { provide: ModelDecisions, useValue: decisions },
        { provide: EventStore, useValue: eventStore },
        { provide: PolicyDecisions, useValue: policyDecisions },
        { provide: PolicyCommands, useValue: policyCommands },
        { provide: PolicySimulations, useValue: policySimulations },
        { provide: WhatIfRuns, useValue: whatIfRuns },
        { provide: Health, useValue: health },
        ...(endpoints ? [{ provide: EndpointCommands, useValue: endpoints }] : []),
        { provide: ApiKeys, useValue: apiKeys },
        { provide: APP_GUARD, useClass: ApiKeyGuard },
      ],
    };
  }
}
