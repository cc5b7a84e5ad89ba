import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Health } from '../health/health.js';
import { HealthController } from '../health/health.controller.js';
import { ServiceVersion } from '../health/service-version.js';
import { VersionController } from '../health/version.controller.js';
import { WholeHealthController } from '../health/whole-health.controller.js';
import { AccessNotes } from '../keys/access-notes.js';
import { ApiKeys } from '../keys/api-keys.js';
import { ApiKeyGuard } from '../keys/guard.js';
import { MetricsController } from './metrics.controller.js';
import { Clock } from '../process/clock.js';
import { Metrics } from '../metrics/metrics.js';

/** What every module of an app may inject. */
export type SharedParts = {
  readonly metrics: Metrics;
  /** Its name, as `/version` tells it. */
  readonly service: string;
  /** As in the variable API_KEYS; empty: only public routes answer. */
  readonly apiKeys: string;
  readonly others: readonly Provider[];
};

@Module({})
class SharedModule {
  static of(providers: Provider[]): DynamicModule {
    return { module: SharedModule, global: true, providers, exports: providers };
  }
}

/** Puts `/health`, `/version` and `/metrics` beside an app, and keys before all of it. */
@Module({})
export class HttpAppModule {
  static around(
    app: Type | DynamicModule,
    { metrics, service, apiKeys, others }: SharedParts,
  ): DynamicModule {
    const shared = [
      Health,
      { provide: Metrics, useValue: metrics },
      { provide: ServiceVersion, useValue: new ServiceVersion(service) },
      {
        provide: ApiKeys,
        inject: [{ token: Clock, optional: true }],
        useFactory: (clock = new Clock()) => new ApiKeys(apiKeys, () => clock.nowMs),
      },
      AccessNotes,
      ...others,
    ];
    return {
      module: HttpAppModule,
      imports: [SharedModule.of(shared), app],
      controllers: [HealthController, WholeHealthController, VersionController, MetricsController],
      providers: [{ provide: APP_GUARD, useClass: ApiKeyGuard }],
    };
  }
}
