import type { Dashboard } from './dashboard.js';

export const SYSTEM: Dashboard = {
  uid: 'assay-system',
  title: 'System',
  panels: [
    { title: 'Services that answer', unit: 'short', queries: { '{{job}}': 'sum by (job) (up)' } },
    {
      title: 'Requests a second',
      unit: 'reqps',
      queries: { '{{job}}': 'sum by (job) (rate(http_request_duration_seconds_count[5m]))' },
    },
    {
      title: 'Processors of the machine',
      unit: 'percentunit',
      queries: {
        '{{job}}':
          '1 - sum by (job) (rate(assay_machine_cpu_seconds_total{mode="idle"}[5m])) / sum by (job) (rate(assay_machine_cpu_seconds_total[5m]))',
      },
    },
    {
      title: 'One processor, by process',
      unit: 'percentunit',
      queries: { '{{job}}': 'max by (job) (rate(process_cpu_seconds_total[5m]))' },
    },
    {
      title: 'Memory that is taken',
      unit: 'percentunit',
      queries: {
        '{{job}}':
          '1 - min by (job) (assay_machine_memory_available_bytes / assay_machine_memory_bytes)',
      },
    },
    {
      title: 'Memory of the processes',
      unit: 'bytes',
      queries: { '{{job}}': 'sum by (job) (process_resident_memory_bytes)' },
    },
    {
      title: 'Data disk that is taken',
      unit: 'percentunit',
      queries: {
        '{{job}}': '1 - min by (job) (assay_data_disk_available_bytes / assay_data_disk_bytes)',
      },
    },
    {
      title: 'Lag of the event loop, 99 %',
      unit: 's',
      queries: { '{{job}}': 'max by (job) (nodejs_eventloop_lag_p99_seconds)' },
    },
    {
      title: 'Time of commits of the embedded event store',
      unit: 's',
      queries: {
        median:
          'histogram_quantile(0.5, sum by (le) (rate(assay_event_store_commit_seconds_bucket[5m])))',
        '99 %':
          'histogram_quantile(0.99, sum by (le) (rate(assay_event_store_commit_seconds_bucket[5m])))',
      },
    },
    {
      title: 'Requests that wait for their turn',
      unit: 'short',
      queries: { '{{job}}': 'max by (job) (http_requests_waiting)' },
    },
    {
      title: 'Connection to NATS',
      unit: 'short',
      queries: { '{{job}}': 'min by (job) (assay_messaging_connected)' },
    },
    {
      title: 'Lines of logs that were lost, last hour',
      unit: 'short',
      queries: { '{{job}}': 'sum by (job) (increase(assay_log_lost_total[1h]))' },
    },
  ],
};
