import type { Instant } from '#payments';

/** A calendar month in UTC, as in `2026-11`; months sort as text. */
export type Month = string;

export const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function monthOf(at: Instant): Month {
  return new Date(at).toISOString().slice(0, 7);
}

export function startOf(month: Month): Instant {
  return `${month}-01T00:00:00.000Z`;
}

/** The first instant that is not in the month any more. */
export function endOf(month: Month): Instant {
  return startOf(monthAfter(month));
}

export function monthAfter(month: Month): Month {
  return shifted(month, 1);
}

export function monthBefore(month: Month): Month {
  return shifted(month, -1);
}

function shifted(month: Month, by: number): Month {
  const date = new Date(startOf(month));
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}

/** Whether a time is in what is closed through the end of a month. */
export function isClosed(at: Instant, closedThrough: Month | null): boolean {
  return closedThrough !== null && monthOf(at) <= closedThrough;
}
