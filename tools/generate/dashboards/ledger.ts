import type { Dashboard } from './dashboard.js';

export const LEDGER: Dashboard = {
  uid: 'assay-ledger',
  title: 'Ledger and reconciliation',
  panels: [
    {
      title: 'Journal: all debits less all credits',
      description: 'In minor units. Anything but 0 is a bug, or a database that was changed.',
      unit: 'short',
      queries: { '{{currency}}': 'max by (currency) (assay_journal_imbalance_minor_units)' },
    },
    {
      title: 'Differences between our books and the providers’',
      unit: 'short',
      queries: { '{{status}}': 'max by (status) (assay_reconciliation_differences)' },
    },
    {
      title: 'Lag of views',
      unit: 's',
      queries: { '{{view}}': 'max by (view) (assay_view_lag_seconds)' },
    },
    {
      title: 'Views that are stopped, and what they set aside',
      unit: 'short',
      queries: {
        'stopped {{view}}': 'max by (view) (assay_view_stopped)',
        'set aside {{view}}': 'max by (view) (assay_view_set_aside)',
      },
    },
    {
      title: 'Facts that contradict',
      unit: 'short',
      queries: { open: 'max(assay_open_contradictions)' },
    },
    {
      title: 'Age of the last success of jobs',
      unit: 's',
      queries: { '{{name}}': 'time() - max by (name) (assay_job_last_success_timestamp_seconds)' },
    },
    {
      title: 'Jobs past their time',
      unit: 's',
      queries: {
        '{{name}}': 'clamp_min(time() - max by (name) (assay_job_due_timestamp_seconds), 0)',
      },
    },
    {
      title: 'Jobs whose last run failed',
      unit: 'short',
      queries: { '{{name}}': 'max by (name) (assay_job_failing)' },
    },
    {
      title: 'Events a second',
      unit: 'short',
      queries: {
        recorded: 'sum(rate(assay_event_store_appended_events_total[5m]))',
        'in the audit tree': 'sum(deriv(assay_audit_leaves[5m]))',
      },
    },
    {
      title: 'Findings of the audit',
      description: 'Anything but 0: the event store was changed.',
      unit: 'short',
      queries: { findings: 'max(assay_audit_findings)' },
    },
    {
      title: 'Deliveries of providers',
      unit: 'short',
      queries: {
        'found missing, last day {{provider}}':
          'sum by (provider) (increase(assay_gap_missing_deliveries_total[1d]))',
        'given up': 'max(assay_abandoned_deliveries)',
      },
    },
    {
      title: 'Webhooks to clients that wait',
      unit: 'short',
      queries: { waiting: 'max(assay_webhook_messages_waiting)' },
    },
  ],
};
