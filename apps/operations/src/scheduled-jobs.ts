import { Injectable, Optional } from '@nestjs/common';
import { EventStore } from '#event-store';
import { Clock } from '#platform';
import { AuditLog } from './audit/audit-log.js';
import { auditVerification } from './audit/audit-verification.js';
import { Config } from './config.js';
import { FraudMetrics } from './fraud-watch/fraud-metrics.js';
import { fraudWatch } from './fraud-watch/fraud-watch.js';
import type { Job } from './jobs/job.js';
import { BookedProviders } from './settlement/booked-providers.js';
import { settlementImport } from './settlement/settlement-import.js';
import { challengerComparison, modelTraining } from './training/model-training.js';

/** What this process does by itself, each at its time. */
@Injectable()
export class ScheduledJobs {
  constructor(
    private readonly config: Config,
    private readonly store: EventStore,
    private readonly providers: BookedProviders,
    private readonly fraudMetrics: FraudMetrics,
    private readonly clock: Clock,
    /** Absent where a test keeps no tree. */
    @Optional() private readonly audit?: AuditLog,
  ) {}

  get all(): readonly Job[] {
    const { config, store, clock } = this;
    const intervalMs = config.OPERATIONS_SETTLEMENT_INTERVAL_MS;
    return [
      ...this.providers.all.map((provider) => settlementImport(provider, store, intervalMs, clock)),
      modelTraining(config.TRAINER_COMMAND),
      challengerComparison(config.JUDGE_COMMAND),
      fraudWatch('weekly', { store, clock }, (measures) => {
        this.fraudMetrics.measured(measures);
      }),
      fraudWatch('monthly', { store, clock }),
      ...(this.audit ? [auditVerification(this.audit, config.AUDIT_VERIFICATION_INTERVAL_MS)] : []),
    ];
  }
}
