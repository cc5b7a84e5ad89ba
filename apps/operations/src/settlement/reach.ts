import type { EventStore } from '#event-store';
import type { JobResult } from '../jobs/job.js';

const DAY_MS = 86_400_000;

/** Lines may show up in a provider's books hours after their own time. */
const NEAR_MS = 3 * DAY_MS;

/**
 * The longest way from begun to final, as of a bank debit. A line keeps the time it began at, so
 * what settles today may be this old.
 */
const FAR_MS = 30 * DAY_MS;

/** How often an import reads all that may still have settled. */
const FAR_EVERY_MS = DAY_MS;

/** How far a run reads back, and what the next one must know of it. */
export type Reach = {
  readonly from: string;
  /** When a run last read back far. */
  readonly farAt: string;
};

/**
 * Every run reads a few days again; once a day one reads as far back as lines may still settle, and
 * to the oldest one that was seen pending. All marks are times of runs: what a provider writes into
 * a line moves none of them.
 */
export async function reachOf(
  previous: JobResult | null,
  eventStore: EventStore,
  now: Date,
): Promise<Reach> {
  const until = markIn(previous, 'until', now);
  const farAt = markIn(previous, 'farAt', now);
  if (until !== null && farAt !== null && now.getTime() - Date.parse(farAt) < FAR_EVERY_MS) {
    return { from: before(until, NEAR_MS), farAt };
  }
  const pendingSince = markIn(previous, 'pendingSince', now);
  const far = before(until ?? (await firstEventAt(eventStore, now)), FAR_MS);
  const from = pendingSince !== null && pendingSince < far ? pendingSince : far;
  return { from, farAt: now.toISOString() };
}

/** Before this, no run but a far one reads. */
export function nearOf(now: Date): string {
  return before(now.toISOString(), NEAR_MS);
}

/** Null for a mark that no run can have made. */
function markIn(previous: JobResult | null, name: string, now: Date): string | null {
  const mark = previous?.[name];
  return typeof mark === 'string' && Date.parse(mark) <= now.getTime() ? mark : null;
}

function before(instant: string, ms: number): string {
  return new Date(Date.parse(instant) - ms).toISOString();
}

/** Before the store's first event, we moved no money. */
async function firstEventAt(eventStore: EventStore, now: Date): Promise<string> {
  for await (const { recordedAt } of eventStore.readAll({ maxCount: 1 })) return recordedAt;
  return now.toISOString();
}
