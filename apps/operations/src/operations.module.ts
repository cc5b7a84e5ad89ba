import {
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type InjectionToken,
  type OnApplicationBootstrap,
  type Provider,
  type Type,
} from '@nestjs/common';
import { AccessFollowerModule } from '#access-follower';
import { EventStore } from '#event-store';
import { Clock, Health, Logger, Metrics } from '#platform';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { WaitingApprovals } from './approvals/waiting-approvals.js';
import { Config } from './config.js';
import { FraudPolicyController } from './fraud-policy/fraud-policy.controller.js';
import { OpenedPayments } from './fraud-policy/opened-payments.js';
import { PolicyCommands } from './fraud-policy/policy-commands.js';
import { PolicyDecisions } from './fraud-policy/policy-decisions.js';
import { PolicySimulationsController } from './fraud-policy/policy-simulations.controller.js';
import { PolicySimulations } from './fraud-policy/policy-simulations.js';
import { RandomApprovalsController } from './fraud-policy/random-approvals.controller.js';
import { FraudMetrics } from './fraud-watch/fraud-metrics.js';
import { ImportMappingsController } from './imports/import-mappings.controller.js';
import { ImportsController } from './imports/imports.controller.js';
import { Imports } from './imports/imports.js';
import { StatementMappings } from './imports/statement-mappings.js';
import { ScheduledJobs } from './scheduled-jobs.js';
import { JobHistory } from './jobs/job-history.js';
import { jobFacts } from './jobs/job-facts.js';
import { jobMetrics } from './jobs/job-metrics.js';
import { JobsController } from './jobs/jobs.controller.js';
import { Scheduler } from './jobs/scheduler.js';
import { ModelDecisions } from './promotion/model-decisions.js';
import { PromotionController } from './promotion/promotion.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { WhatIfRuns } from './what-if/what-if-runs.js';
import { WhatIfController } from './what-if/what-if.controller.js';

const CONTROLLERS = [
  ApprovalsController,
  JobsController,
  ImportMappingsController,
  ImportsController,
  PromotionController,
  FraudPolicyController,
  PolicySimulationsController,
  RandomApprovalsController,
  ReportsController,
  WhatIfController,
];

const PROVIDERS: Provider[] = [
  WaitingApprovals,
  FraudMetrics,
  ScheduledJobs,
  made(JobHistory, EventStore),
  {
    provide: Scheduler,
    inject: [ScheduledJobs, JobHistory, Clock, Logger],
    useFactory: (jobs: ScheduledJobs, history: JobHistory, clock: Clock, logger: Logger) =>
      new Scheduler(jobs.all, history, clock, logger),
  },
  made(StatementMappings, EventStore, Clock),
  made(Imports, EventStore, StatementMappings, Clock, Logger),
  made(ModelDecisions, EventStore),
  made(PolicyDecisions, EventStore),
  made(OpenedPayments, EventStore, Config),
  made(PolicyCommands, PolicyDecisions, OpenedPayments, Clock),
  made(PolicySimulations, OpenedPayments, Clock),
  {
    provide: WhatIfRuns,
    inject: [Config],
    useFactory: ({ WHAT_IF_COMMAND }: Config) => new WhatIfRuns(WHAT_IF_COMMAND),
  },
];

/** Runs the jobs, and what people ask of operations over HTTP. */
@Module({})
export class OperationsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly whatIfRuns: WhatIfRuns,
    private readonly policySimulations: PolicySimulations,
    private readonly eventStore: EventStore,
    private readonly fraudMetrics: FraudMetrics,
    private readonly clock: Clock,
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** @param imports a global module with the connections, and what else operations does. */
  static on(...imports: readonly (Type | DynamicModule)[]): DynamicModule {
    return {
      module: OperationsModule,
      imports: [...imports, AccessFollowerModule],
      controllers: CONTROLLERS,
      providers: PROVIDERS,
    };
  }

  onApplicationBootstrap(): void {
    this.health.add('event-store', async () => {
      await this.eventStore.readAll({ maxCount: 1 })[Symbol.asyncIterator]().next();
      return null;
    });
    this.health.addFacts('jobs', () => jobFacts(this.scheduler.runners));
    this.fraudMetrics.addTo(this.metrics);
    this.metrics.add(...jobMetrics(this.scheduler.runners, this.clock));
    this.scheduler.start();
  }

  /** Resolves once no job runs. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.scheduler.stop();
    await this.whatIfRuns.stop();
    await this.policySimulations.stop();
  }
}

/** A class that knows nothing of Nest, made from what its constructor takes. */
function made(part: new (...parts: never[]) => object, ...inject: InjectionToken[]): Provider {
  return { provide: part, inject, useFactory: (...parts: never[]) => new part(...parts) };
}
