import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiKeyGuard, ApiKeys, Health, HealthController } from '#platform';
import { JobsController } from './jobs/jobs.controller.js';
import { Scheduler } from './jobs/scheduler.js';
import { ModelDecisions } from './promotion/model-decisions.js';
import { PromotionController } from './promotion/promotion.controller.js';
import { ReportsController } from './reports/reports.controller.js';

/** What operations stands on, made before Nest starts. */
export type Foundation = {
  readonly scheduler: Scheduler;
  readonly decisions: ModelDecisions;
  readonly health: Health;
  readonly apiKeys: ApiKeys;
};

@Module({})
export class OperationsModule {
  static on({ scheduler, decisions, health, apiKeys }: Foundation): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [JobsController, PromotionController, ReportsController, HealthController],
      providers: [
        { provide: Scheduler, useValue: scheduler },
        { provide: ModelDecisions, useValue: decisions },
        { provide: Health, useValue: health },
        { provide: ApiKeys, useValue: apiKeys },
        { provide: APP_GUARD, useClass: ApiKeyGuard },
      ],
    };
  }
}
