import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';

/** Puts `GET /metrics` beside what an app serves; the app's guards hold for it too. */
@Module({})
export class MetricsModule {
  static around(app: Type | DynamicModule, metrics: Metrics): DynamicModule {
    return {
      module: MetricsModule,
      imports: [app],
      controllers: [MetricsController],
      providers: [{ provide: Metrics, useValue: metrics }],
    };
  }
}
