import type { Health, Metrics } from '#platform';
import type { AuditLog } from './audit-log.js';

/** A changed store is essential; one whose tree does not go on stays ready. */
export function addAuditHealth(health: Health, audit: AuditLog): void {
  health.add('audit', () => audit.finding?.message ?? null);
  health.add('audit-tree', () => audit.trouble, { essential: false });
}

export function addAuditMetrics(metrics: Metrics, audit: AuditLog, nowMs: () => number): void {
  const gauge = (name: string, help: string, read: () => number | null) => {
    metrics.add({
      name,
      help,
      type: 'gauge',
      read: () => {
        const value = read();
        return value === null ? [] : [{ value }];
      },
    });
  };
  gauge('assay_audit_leaves', 'Events in the audit tree.', () => audit.tree.size);
  gauge(
    'assay_audit_behind_seconds',
    'Since the event store was last read to its end; absent before the first time.',
    () => secondsSince(audit.readToEndMs, nowMs),
  );
  gauge(
    'assay_audit_head_age_seconds',
    'Since the last head was signed; absent before the first one.',
    () => secondsSince(audit.lastHead && Date.parse(audit.lastHead.signedAt), nowMs),
  );
  gauge(
    'assay_audit_findings',
    'Whether something shows that the event store was changed: 1 needs a person at once; absent ' +
      'before it was first read to its end.',
    () => {
      if (audit.finding !== null) return 1;
      return audit.readToEndMs === null ? null : 0;
    },
  );
}

function secondsSince(ms: number | null, nowMs: () => number): number | null {
  return ms === null ? null : Math.max(0, (nowMs() - ms) / 1000);
}
