import { setTimeout as sleep } from 'node:timers/promises';
import type { Job, JobResult } from '../jobs/job.js';
import type { AuditLog } from './audit-log.js';
import { Finding, type FindingKind } from './finding.js';
import { verifyStore } from './store-verification.js';

const BUILT_POLL_MS = 100;

/** Reads the whole store once in this time, and compares it with the tree. */
export function auditVerification(audit: AuditLog, intervalMs: number): Job {
  return {
    name: 'audit-verification',
    schedule: { kind: 'every', intervalMs },
    run: async (_previous, stopping): Promise<JobResult> => {
      await untilBuilt(audit, stopping);
      const { size } = audit.tree;
      try {
        const compared = await verifyStore(audit.log, audit.tree, stopping);
        if (compared < size) throw new Error(`stopped behind ${compared} of ${size} events`);
        audit.earlierFinding = null;
        return { compared, finding: null, kind: null };
      } catch (error) {
        if (!(error instanceof Finding)) throw error;
        audit.report(error);
        return { compared: size, finding: error.reason, kind: error.kind };
      }
    },
    // What was found stays found until a later run finds the store as it was.
    remember: ({ finding, kind }) => {
      if (typeof finding !== 'string') return;
      audit.earlierFinding = new Finding(kind as FindingKind, finding);
    },
  };
}

/** A new tree, or one that lags, says nothing of what it does not hold yet. */
async function untilBuilt(audit: AuditLog, stopping: AbortSignal): Promise<void> {
  while (audit.readToEndMs === null && !stopping.aborted) {
    await sleep(BUILT_POLL_MS, undefined, { signal: stopping }).catch(() => undefined);
  }
}
