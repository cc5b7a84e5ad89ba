import type { JobRunner } from './job-runner.js';

/** By job: when it last began and ended well, and how it last ended; null before that is read. */
export function jobFacts(runners: readonly JobRunner[]): object {
  const facts = runners.map(({ job, known, running }) => {
    if (!known) return [job.name, null];
    const { lastStartedAt, lastSuccessAt, lastEnd } = known;
    return [job.name, { running, lastStartedAt, lastSuccessAt, lastEnd: lastEnd?.type ?? null }];
  });
  return Object.fromEntries(facts) as object;
}
