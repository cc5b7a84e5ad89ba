import { upcastOf } from '#event-shapes';
import { eventIdOf, recordEvent, type Cause, type EventStore } from '#event-store';
import { jobStream, type JobEvent, type JobResult } from './job.js';

/** Where a job stands, by its own stream. */
export type JobRecord = {
  readonly lastStartedAt: Date | null;
  /** The last run's end; null while it runs, and before the first. */
  readonly lastEnd: Extract<JobEvent, { readonly type: 'JobFinished' | 'JobFailed' }> | null;
  /** When a run last finished; null when none is known. */
  readonly lastSuccessAt: Date | null;
  /** What the last finished run found. */
  readonly lastResult: JobResult | null;
  /** A run that was begun and never ended. */
  readonly openRunId: string | null;
};

export const NO_RUN: JobRecord = {
  lastStartedAt: null,
  lastEnd: null,
  lastSuccessAt: null,
  lastResult: null,
  openRunId: null,
};

/** Keeps what happened to jobs, as events in `job-<name>`. */
export class JobHistory {
  constructor(private readonly eventStore: EventStore) {}

  /** Reads back to the last finished run; failures in between are few. */
  async read(job: string): Promise<JobRecord> {
    const events: JobEvent[] = [];
    const recorded = this.eventStore.read(jobStream(job), { direction: 'backwards' });
    for await (const { type, data } of recorded) {
      events.unshift(upcast(type, data));
      if (type === 'JobFinished' && events.length > 1) break;
    }
    return events.reduce(evolve, NO_RUN);
  }

  /** Safe to repeat: a run's events have ids of their own. */
  async append(event: JobEvent): Promise<void> {
    const { job, runId } = event.data;
    const cause = { client: 'operations', actor: 'operations', commandId: runId };
    await recordEvent(this.eventStore, { stream: jobStream(job), eventId }, cause, event);
  }
}

const upcast = upcastOf<JobEvent>('job', {
  JobStarted: { personal: {} },
  JobFinished: { personal: {} },
  JobFailed: { personal: {} },
});

/** A run begins once and ends once. */
function eventId({ commandId }: Cause, { type }: JobEvent): string {
  return eventIdOf(commandId, type === 'JobStarted' ? 0 : 1);
}

export function evolve(record: JobRecord, event: JobEvent): JobRecord {
  switch (event.type) {
    case 'JobStarted': {
      const { runId, startedAt } = event.data;
      return { ...record, lastStartedAt: new Date(startedAt), lastEnd: null, openRunId: runId };
    }
    case 'JobFinished':
      return {
        ...record,
        lastEnd: event,
        lastSuccessAt: new Date(event.data.finishedAt),
        lastResult: event.data.result,
        openRunId: null,
      };
    case 'JobFailed':
      return { ...record, lastEnd: event, openRunId: null };
  }
}
