import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ApiKeyGuard, ApiKeys, Health, HealthController } from '#platform';
import { JobsController } from './jobs/jobs.controller.js';
import { Scheduler } from './jobs/scheduler.js';
import { ModelDecisions } from './promotion/model-decisions.js';
import { PromotionController } from './promotion/promotion.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { WhatIfRuns } from './what-if/what-if-runs.js';
import { WhatIfController } from './what-if/what-if.controller.js';

/** What operations stands on, made before Nest starts. */
export type Foundation = {
  readonly scheduler: Scheduler;
  readonly decisions: ModelDecisions;
  readonly whatIfRuns: WhatIfRuns;
  readonly health: Health;
  readonly apiKeys: ApiKeys;
};

@Module({})
export class OperationsModule {
  static on({ scheduler, decisions, whatIfRuns, health, apiKeys }: Foundation): DynamicModule {
    return {
      module: OperationsModule,
      controllers: [
        JobsController,
        PromotionController,
        ReportsController,
        WhatIfController,
        HealthController,
      ],
      providers: [
        { provide: Scheduler, useValue: scheduler },
        { provide: ModelDecisions, useValue: decisions },
        { provide: WhatIfRuns, useValue: whatIfRuns },
        { provide: Health, useValue: health },
        { provide: ApiKeys, useValue: apiKeys },
        { provide: APP_GUARD, useClass: ApiKeyGuard },
      ],
    };
  }
}
