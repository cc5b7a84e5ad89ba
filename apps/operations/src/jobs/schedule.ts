/** When a job runs by itself. Times are UTC. */
export type Schedule =
  | { readonly kind: 'every'; readonly intervalMs: number }
  | { readonly kind: 'monthly'; readonly day: number; readonly hour: number };

/**
 * When a job is due next: a time in the past for one that was missed.
 *
 * @param lastStartedAt null: it never ran. Then an interval is due now, a month at its next turn.
 */
export function dueAt(schedule: Schedule, lastStartedAt: Date | null, now: Date): Date {
  switch (schedule.kind) {
    case 'every':
      return lastStartedAt ? new Date(lastStartedAt.getTime() + schedule.intervalMs) : now;
    case 'monthly':
      return nextTurn(schedule, lastStartedAt ?? now);
  }
}

function nextTurn(
  { day, hour }: Extract<Schedule, { readonly kind: 'monthly' }>,
  after: Date,
): Date {
  const turn = (month: number): Date =>
    new Date(Date.UTC(after.getUTCFullYear(), month, day, hour));
  const thisMonth = turn(after.getUTCMonth());
  return thisMonth > after ? thisMonth : turn(after.getUTCMonth() + 1);
}
