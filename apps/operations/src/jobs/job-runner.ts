import { v4 as newId } from 'uuid';
import type { Clock, Logger } from '#platform';
import type { Job, JobEvent, Trigger } from './job.js';
import { evolve, NO_RUN, type JobHistory, type JobRecord } from './job-history.js';

const REASON_LENGTH_MAX = 500;

export type JobEnd = NonNullable<JobRecord['lastEnd']>;

/** Runs one job, never twice at a time, and records each run. */
export class JobRunner {
  #record = NO_RUN;
  #loaded: Promise<void> | null = null;
  #isKnown = false;
  #current: Promise<JobEnd> | null = null;

  constructor(
    readonly job: Job,
    private readonly history: JobHistory,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  get running(): boolean {
    return this.#current !== null;
  }

  /** Where the job stands, as far as it was read or seen; null before the first reading. */
  get known(): JobRecord | null {
    return this.#isKnown ? this.#record : null;
  }

  /** Where the job stands; a run that an earlier process left open is recorded as failed. */
  async record(): Promise<JobRecord> {
    this.#loaded ??= this.#load();
    try {
      await this.#loaded;
      this.#isKnown = true;
    } catch (error) {
      this.#loaded = null; // The store was away; ask again the next time.
      throw error;
    }
    return this.#record;
  }

  /**
   * A run that begins now: one under way may have looked before what the caller waits for.
   *
   * @throws EventStoreUnavailable when the run cannot be recorded; it is not begun then.
   */
  async run(trigger: Trigger, stopping: AbortSignal): Promise<JobEnd> {
    while (this.#current) await this.#current.catch(() => undefined);
    this.#current = this.#run(trigger, stopping);
    try {
      return await this.#current;
    } finally {
      this.#current = null;
    }
  }

  async #run(trigger: Trigger, stopping: AbortSignal): Promise<JobEnd> {
    const { lastResult } = await this.record();
    const { name: job } = this.job;
    const runId = newId();
    await this.#append({
      type: 'JobStarted',
      data: { job, runId, trigger, startedAt: this.clock.nowIso },
    });
    const end = await this.job.run(lastResult, stopping).then(
      (result): JobEnd => {
        this.logger.info({ job, runId, result }, 'job finished');
        const finishedAt = this.clock.nowIso;
        return { type: 'JobFinished', data: { job, runId, result, finishedAt } };
      },
      (error: unknown): JobEnd => {
        this.logger.error({ job, runId, err: error }, 'job failed');
        return this.#failed(runId, error instanceof Error ? error.message : String(error));
      },
    );
    await this.#append(end);
    return end;
  }

  #failed(runId: string, reason: string): Extract<JobEnd, { readonly type: 'JobFailed' }> {
    const failedAt = this.clock.nowIso;
    const { name: job } = this.job;
    return {
      type: 'JobFailed',
      data: { job, runId, reason: reason.slice(0, REASON_LENGTH_MAX), failedAt },
    };
  }

  async #load(): Promise<void> {
    this.#record = await this.history.read(this.job.name);
    const { openRunId, lastResult } = this.#record;
    if (lastResult) this.job.remember?.(lastResult);
    if (openRunId === null) return;
    await this.#append(this.#failed(openRunId, 'interrupted: the process ended'));
  }

  async #append(event: JobEvent): Promise<void> {
    await this.history.append(event);
    this.#record = evolve(this.#record, event);
  }
}
