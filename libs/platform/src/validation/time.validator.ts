import { registerDecorator } from 'class-validator';

const TIME =
  /^(\d{4}-(?:0[1-9]|1[0-2])-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Databases know no year 0, and some no year 10000 in another zone. */
const YEAR_FIRST = '0001-01-02';
const YEAR_LAST = '9999-12-30';

/** A moment as RFC 3339 writes it, to at most nanoseconds. */
export function isTime(value: unknown): value is string {
  const day = typeof value === 'string' ? TIME.exec(value)?.[1] : undefined;
  if (day === undefined || day < YEAR_FIRST || day > YEAR_LAST) return false;
  // February 30 would be read as March 2.
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

/** A text that `isTime` takes. */
export function IsTime(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isTime',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: isTime,
        defaultMessage: () => 'must be a time with its zone, as in 2026-11-21T03:52:06Z',
      },
    });
  };
}
