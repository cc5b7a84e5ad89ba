/** For how long a case can be put aside, with the keys of their words. */
export const SNOOZES = ['hour', 'four-hours', 'tomorrow', 'three-days'] as const;

export type Snooze = (typeof SNOOZES)[number];

const HOUR_MS = 3_600_000;
const MORNING = 9;

/** When a case comes back: after hours by the clock, after days in the person's morning. */
export function snoozedUntil(snooze: Snooze, now: Date): Date {
  switch (snooze) {
    case 'hour':
      return new Date(now.getTime() + HOUR_MS);
    case 'four-hours':
      return new Date(now.getTime() + 4 * HOUR_MS);
    case 'tomorrow':
      return morningAfter(1, now);
    case 'three-days':
      return morningAfter(3, now);
  }
}

function morningAfter(days: number, now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
}
