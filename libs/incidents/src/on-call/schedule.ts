import { parseAbsolute, toCalendarDate, type CalendarDate } from '@internationalized/date';
import type { ResponderRole } from '../vocabulary.js';

/** A part of every week, in which people take turns: one of them each week. */
export type Shift = {
  /** Minutes since Monday 00:00, local time. */
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly people: readonly string[];
};

/** Who answers first, at any time of any week. */
export type OnCallSchedule = {
  readonly role: ResponderRole;
  readonly timeZone: string;
  readonly shifts: readonly Shift[];
};

/** Another person answers for a while. The one made last decides. */
export type OnCallOverride = {
  readonly overrideId: string;
  readonly role: ResponderRole;
  readonly person: string;
  readonly from: string;
  readonly until: string;
};

export const WEEK_MINUTES = 7 * 24 * 60;

const DAYS_A_WEEK = 7;

/** What is wrong with a schedule, in one sentence; null when every minute has one person. */
export function troubleOfSchedule({ timeZone, shifts }: OnCallSchedule): string | null {
  if (!isTimeZone(timeZone)) return `there is no time zone ${timeZone}`;
  const ordered = [...shifts].sort((a, b) => a.fromMinute - b.fromMinute);
  let until = 0;
  for (const { fromMinute, untilMinute, people } of ordered) {
    if (people.length === 0) return `the shift from minute ${fromMinute} has no people`;
    if (untilMinute <= fromMinute)
      return `the shift from minute ${fromMinute} ends before it begins`;
    if (fromMinute > until) return `no one is on call from minute ${until} to ${fromMinute}`;
    if (fromMinute < until) return `two shifts hold at minute ${fromMinute}`;
    until = untilMinute;
  }
  if (until > WEEK_MINUTES) return `a week has ${WEEK_MINUTES} minutes`;
  return until < WEEK_MINUTES ? `no one is on call from minute ${until} to the week's end` : null;
}

/** Who answers at a time: the override made last that holds, else whose turn it is. */
export function personOnCall(
  schedule: OnCallSchedule,
  overrides: readonly OnCallOverride[],
  at: string,
): string | null {
  const override = overrides.findLast(
    ({ role, from, until }) => role === schedule.role && from <= at && at < until,
  );
  if (override) return override.person;
  const local = parseAbsolute(at, schedule.timeZone);
  const date = toCalendarDate(local);
  const minute = weekdayOf(date) * 24 * 60 + local.hour * 60 + local.minute;
  const shift = schedule.shifts.find(
    ({ fromMinute, untilMinute }) => fromMinute <= minute && minute < untilMinute,
  );
  if (!shift) return null;
  return shift.people[weekOf(date) % shift.people.length] ?? null;
}

/** 0 for Monday. */
function weekdayOf(date: CalendarDate): number {
  return (dayOf(date) + MONDAY_OFFSET) % DAYS_A_WEEK;
}

/** Weeks since that of 1970-01-01, each from Monday on. */
function weekOf(date: CalendarDate): number {
  return Math.floor((dayOf(date) + MONDAY_OFFSET) / DAYS_A_WEEK);
}

/** 1970-01-01 was a Thursday. */
const MONDAY_OFFSET = 3;

const DAY_MS = 86_400_000;

function dayOf({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
