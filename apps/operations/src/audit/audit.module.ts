import {
  Module,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Clock, Health, Metrics } from '#platform';
import { addAuditHealth, addAuditMetrics } from './audit-health.js';
import { AuditController } from './audit.controller.js';
import { AuditLog } from './audit-log.js';

/** Keeps the tree of all events, signs its heads, and proves what is in it. */
@Module({ controllers: [AuditController] })
export class AuditModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly audit: AuditLog,
    health: Health,
    metrics: Metrics,
    clock: Clock,
  ) {
    addAuditHealth(health, audit);
    addAuditMetrics(metrics, audit, () => clock.nowMs);
  }

  onApplicationBootstrap(): void {
    this.audit.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.audit.stop();
  }
}
