import {
  Module,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EventStore } from '#event-store';
import { Clock, Health, Logger, Metrics } from '#platform';
import { AlertsController } from './alerts.controller.js';
import { IncidentsController } from './incidents.controller.js';
import { OnCallController } from './on-call.controller.js';
import { SupportRequestsController } from './support-requests.controller.js';
import { Config } from '../config.js';
import { AlertParts } from '../alerts/alert-parts.js';
import { addAlertHealth, addAlertMetrics } from '../alerts/alert-metrics.js';

/** Evaluates the rules of alerts, keeps incidents, and tells people. */
@Module({
  controllers: [AlertsController, IncidentsController, OnCallController, SupportRequestsController],
  providers: [
    {
      provide: AlertParts,
      inject: [Config, EventStore, Clock, Logger],
      useFactory: (config: Config, store: EventStore, clock: Clock, logger: Logger) =>
        AlertParts.of({ config, store, clock, logger }),
    },
  ],
})
export class AlertsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly parts: AlertParts,
    health: Health,
    metrics: Metrics,
  ) {
    addAlertHealth(health, parts);
    addAlertMetrics(metrics, parts);
  }

  onApplicationBootstrap(): void {
    this.parts.alerting.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.parts.alerting.stop();
  }
}
