import type { Instant } from '#payments';

const UTC = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/;

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/**
 * Whole seconds since 1970 of an instant, without a clock or a time zone.
 *
 * @throws RangeError for text that is not ISO 8601 in UTC.
 */
export function secondsOf(instant: Instant): number {
  const parts = UTC.exec(instant);
  if (!parts)
    throw new RangeError(`not an instant in UTC: ${instant}; expected 2026-01-31T09:30:00Z`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map(Number);
  return daysOf(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second;
}

export function instantOf(seconds: number): Instant {
  const [year, month, day] = dateOf(Math.floor(seconds / DAY));
  const rest = seconds - Math.floor(seconds / DAY) * DAY;
  const clock = [Math.floor(rest / HOUR), Math.floor(rest / MINUTE) % 60, Math.floor(rest) % 60];
  return `${[year, ...[month, day].map(two)].join('-')}T${clock.map(two).join(':')}Z`;
}

export function isWeekend(seconds: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (Math.floor(seconds / DAY) + 4) % 7;
  return weekday === 0 || weekday === 6;
}

export function isNight(seconds: number): boolean {
  return Math.floor((seconds % DAY) / HOUR) <= 6;
}

/** Days since 1970-01-01 in the Gregorian calendar, counted in years that begin in March. */
function daysOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leapDays + dayOfYear - 719_468;
}

function dateOf(days: number): [year: number, month: number, day: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - (365 * yearOfEra + leapDays);
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
