import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Logger } from '#platform';
import type { Job } from './job.js';
import type { JobHistory } from './job-history.js';
import { JobRunner } from './job-runner.js';
import { dueAt } from './schedule.js';

/** Longest sleep, so that a clock that was set, or a month, is noticed. */
const SLEEP_MS_MAX = 3_600_000;
/** Wait before the next attempt when the event store is away. */
const AWAY_MS = 5_000;

/** Starts each job when it is due; one job never waits for another. */
export class Scheduler {
  readonly #runners: ReadonlyMap<string, JobRunner>;
  readonly #stopping = new AbortController();
  #loops: Promise<void>[] = [];

  constructor(
    jobs: readonly Job[],
    history: JobHistory,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    this.#runners = new Map(
      jobs.map((job) => [job.name, new JobRunner(job, history, clock, logger)]),
    );
  }

  get runners(): readonly JobRunner[] {
    return [...this.#runners.values()];
  }

  runnerOf(job: string): JobRunner | null {
    return this.#runners.get(job) ?? null;
  }

  /** Aborts when jobs are to stop soon. */
  get stopping(): AbortSignal {
    return this.#stopping.signal;
  }

  start(): void {
    this.#loops = this.runners.map((runner) => this.#loop(runner));
  }

  /** Resolves once no job runs. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops);
  }

  async #loop(runner: JobRunner): Promise<void> {
    while (!this.stopping.aborted) {
      try {
        await this.#turn(runner);
      } catch (error) {
        this.logger.warn({ job: runner.job.name, err: error }, 'job could not be recorded');
        await this.#pause(AWAY_MS);
      }
    }
  }

  async #turn(runner: JobRunner): Promise<void> {
    const now = this.clock.now();
    const { lastStartedAt } = await runner.record();
    const waitMs = dueAt(runner.job.schedule, lastStartedAt, now).getTime() - now.getTime();
    if (waitMs <= 0) await runner.run('schedule', this.stopping);
    else await this.#pause(Math.min(waitMs, SLEEP_MS_MAX));
  }

  /** Shorter when it is stopped meanwhile. */
  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.stopping }).catch(() => undefined);
  }
}
