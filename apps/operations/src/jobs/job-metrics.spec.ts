import { Clock, silentLogger } from '#platform';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import type { Job, JobResult } from './job.js';
import { JobHistory } from './job-history.js';
import { jobMetrics } from './job-metrics.js';
import { JobRunner } from './job-runner.js';

const NEVER = new AbortController().signal;
const NOON = Date.parse('2026-11-21T12:00:00Z') / 1_000;

describe('how a job stands', () => {
  let nowSeconds: number;
  let store: InMemoryEventStore;

  beforeEach(() => {
    nowSeconds = NOON;
    store = new InMemoryEventStore();
  });

  it('is not told before its history is read', async () => {
    const runner = runnerOf(async () => ({}));
    expect(metricsOf(runner)).toEqual({});
    await runner.record();
    expect(metricsOf(runner)).toEqual({
      assay_job_due_timestamp_seconds: NOON,
      assay_job_running: 0,
    });
  });

  it('tells a failure beside the success before it, and when it is due again', async () => {
    const ends: (JobResult | Error)[] = [{ lines: 1 }, new Error('away')];
    const runner = runnerOf(async () => {
      const end = ends.shift();
      if (!end || end instanceof Error) throw end ?? new Error('too often');
      return end;
    });
    await runner.run('schedule', NEVER);
    nowSeconds = NOON + 900;
    await runner.run('schedule', NEVER);
    const told = {
      assay_job_due_timestamp_seconds: NOON + 1_800,
      assay_job_running: 0,
      assay_job_failing: 1,
      assay_job_last_success_timestamp_seconds: NOON,
    };
    expect(metricsOf(runner)).toEqual(told);
    const restarted = runnerOf(async () => ({}));
    await restarted.record();
    expect(metricsOf(restarted)).toEqual(told);
  });

  function runnerOf(run: Job['run']): JobRunner {
    const job: Job = { name: 'j', schedule: { kind: 'every', intervalMs: 900_000 }, run };
    return new JobRunner(job, new JobHistory(store), clock(), silentLogger());
  }

  function metricsOf(runner: JobRunner): Record<string, number | undefined> {
    const told = jobMetrics([runner], clock()).map(
      ({ name, read }) => [name, read()[0]?.value] as const,
    );
    return Object.fromEntries(told.filter(([, value]) => value !== undefined));
  }

  function clock(): Clock {
    return new Clock(() => new Date(nowSeconds * 1_000));
  }
});
