import { InvalidArgumentError } from 'commander';

const WITH_ZONE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/**
 * A time of an option. Its zone has to be there: a day ends at another time elsewhere, and a
 * balance with it. Whether the calendar has such a day, the service says.
 */
export function instant(text: string): string {
  const [, minute, seconds = ':00', zone] = WITH_ZONE.exec(text) ?? [];
  if (minute !== undefined && zone !== undefined && !Number.isNaN(Date.parse(text))) {
    return (minute + seconds + zone).toUpperCase();
  }
  throw new InvalidArgumentError(
    'It must be a time with its zone, as 2026-11-30T23:59:59Z or 2026-12-01T02:00+03:00.',
  );
}
