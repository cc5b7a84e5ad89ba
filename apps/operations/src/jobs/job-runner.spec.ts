import { Clock, silentLogger } from '#platform';
import { InMemoryEventStore } from '../../../../test/support/in-memory-event-store.js';
import type { Job, JobResult } from './job.js';
import { JobHistory } from './job-history.js';
import { JobRunner } from './job-runner.js';

const NEVER = new AbortController().signal;

describe('running a job', () => {
  it('records its start and what it found', async () => {
    const store = new InMemoryEventStore();
    const end = await runner(store, async () => ({ lines: 3 })).run('request', NEVER);
    expect(end).toMatchObject({ type: 'JobFinished', data: { job: 'j', result: { lines: 3 } } });
    expect(store.events.map(({ stream, type }) => [stream, type])).toEqual([
      ['job-j', 'JobStarted'],
      ['job-j', 'JobFinished'],
    ]);
  });

  it('records why it failed', async () => {
    const failing = async (): Promise<JobResult> => {
      throw new Error('the provider is away');
    };
    const end = await runner(new InMemoryEventStore(), failing).run('request', NEVER);
    expect(end).toMatchObject({ type: 'JobFailed', data: { reason: 'the provider is away' } });
  });

  it('hands a run what the last finished one found, failures in between or not', async () => {
    const store = new InMemoryEventStore();
    const seen: (JobResult | null)[] = [];
    const ends = [{ n: 1 }, new Error('away'), { n: 2 }];
    const work = async (previous: JobResult | null): Promise<JobResult> => {
      const end = ends[seen.push(previous) - 1];
      if (end instanceof Error || !end) throw end ?? new Error('too often');
      return end;
    };
    for (let i = 0; i < 3; i += 1) await runner(store, work).run('schedule', NEVER);
    expect(seen).toEqual([null, { n: 1 }, { n: 1 }]);
  });

  it('never runs twice at a time; a later request gets a run of its own', async () => {
    let under = 0;
    let most = 0;
    let runs = 0;
    const one = runner(new InMemoryEventStore(), async () => {
      most = Math.max(most, (under += 1));
      await new Promise((resolve) => setImmediate(resolve));
      under -= 1;
      return { run: (runs += 1) };
    });
    const ends = await Promise.all([1, 2, 3].map(() => one.run('request', NEVER)));
    expect(most).toBe(1);
    expect(new Set(ends.map(({ data }) => data.runId)).size).toBe(3);
  });

  it('records a run that a killed process left open as failed', async () => {
    const store = new InMemoryEventStore();
    const startedAt = '2026-11-21T04:00:00.000Z';
    const runId = '6f6b5c0e-1111-4222-8333-444455556666';
    const data = { job: 'j', runId, trigger: 'schedule', startedAt } as const;
    await new JobHistory(store).append({ type: 'JobStarted', data });
    const { lastEnd, lastStartedAt } = await runner(store, async () => ({})).record();
    expect(lastEnd).toMatchObject({ type: 'JobFailed', data: { runId } });
    expect(lastStartedAt?.toISOString()).toBe(startedAt);
    expect(store.events.at(-1)).toMatchObject({ type: 'JobFailed' });
  });
});

function runner(store: InMemoryEventStore, run: Job['run']): JobRunner {
  const job: Job = { name: 'j', schedule: { kind: 'every', intervalMs: 1_000 }, run };
  return new JobRunner(job, new JobHistory(store), new Clock(), silentLogger());
}
