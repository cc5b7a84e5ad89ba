import type { Clock, ReadMetric, Sample } from '#platform';
import type { JobRecord } from './job-history.js';
import type { JobRunner } from './job-runner.js';
import { dueAt } from './schedule.js';

const MS_TO_SECONDS = 0.001;

/** How each job stands; no line where it is not known, or did not happen yet. */
export function jobMetrics(runners: readonly JobRunner[], clock: Clock): readonly ReadMetric[] {
  const gauge = (
    name: string,
    help: string,
    valueOf: (record: JobRecord, runner: JobRunner) => number | null,
  ): ReadMetric => ({
    name,
    help,
    type: 'gauge',
    read: () => runners.flatMap((runner) => samplesOf(runner, valueOf)),
  });
  return [
    gauge('assay_job_due_timestamp_seconds', 'When a job is to begin next.', (record, { job }) => {
      const due = dueAt(job.schedule, record.lastStartedAt, clock.now());
      return due.getTime() * MS_TO_SECONDS;
    }),
    gauge('assay_job_failing', 'Whether the last run of a job that ended failed.', ({ lastEnd }) =>
      lastEnd === null ? null : Number(lastEnd.type === 'JobFailed'),
    ),
    gauge('assay_job_running', 'Whether a job runs.', (_record, runner) => Number(runner.running)),
    gauge('assay_job_last_success_timestamp_seconds', 'When the last run ended well.', successOf),
  ];
}

function samplesOf(
  runner: JobRunner,
  valueOf: (record: JobRecord, runner: JobRunner) => number | null,
): Sample[] {
  const { known } = runner;
  const value = known && valueOf(known, runner);
  // Not `job`: Prometheus calls the service so.
  return value === null ? [] : [{ value, labels: { name: runner.job.name } }];
}

function successOf({ lastSuccessAt }: JobRecord): number | null {
  return lastSuccessAt && lastSuccessAt.getTime() * MS_TO_SECONDS;
}
