import type { EventShape } from '#event-shapes';
import type { Json } from '#event-store';
import type { Schedule } from './schedule.js';

/** What a run found or did, as facts for its event. */
export type JobResult = { readonly [fact: string]: Json };

/** Work that the scheduler repeats. A run may be cut short and repeated without harm. */
export type Job = {
  /** As in `settlement-stripe`; its stream is `job-settlement-stripe`. */
  readonly name: string;
  readonly schedule: Schedule;
  /**
   * @param previous what the last finished run found; null before the first.
   * @param stopping aborts when the process is to end: stop soon.
   */
  run(previous: JobResult | null, stopping: AbortSignal): Promise<JobResult>;
  /** Told once after a start what the last finished run found, if there was one. */
  remember?(last: JobResult): void;
};

export type JobStarted = EventShape<
  'JobStarted',
  { job: string; runId: string; trigger: Trigger; startedAt: string }
>;
export type JobFinished = EventShape<
  'JobFinished',
  { job: string; runId: string; result: JobResult; finishedAt: string }
>;
export type JobFailed = EventShape<
  'JobFailed',
  { job: string; runId: string; reason: string; failedAt: string }
>;

/** Every event of a `job-<name>` stream. */
export type JobEvent = JobStarted | JobFinished | JobFailed;

export type Trigger = 'schedule' | 'request';

export function jobStream(name: string): string {
  return `job-${name}`;
}
