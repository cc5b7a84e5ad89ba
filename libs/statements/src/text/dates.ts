import type { Instant } from '#provider-port';
import type { Day } from '#reconciliation';

/** How a file writes days; the order of day and month cannot be told from every file. */
export const DATE_FORMATS = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'DD.MM.YY',
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'MM/DD/YYYY',
] as const;

export type DateFormat = (typeof DATE_FORMATS)[number];

/** @throws RangeError for a day that is not in the calendar, or not in this format. */
export function dayOf(text: string, format: DateFormat): Day {
  const pattern = format.replace(/[.]/g, '\\.').replace(/YYYY|YY|MM|DD/g, groupOf);
  const { year = '', month = '', day = '' } = new RegExp(`^${pattern}$`).exec(text)?.groups ?? {};
  const iso = `${year.length === 2 ? `20${year}` : year}-${month}-${day}`;
  if (isDay(iso)) return iso;
  throw new RangeError(`not a day written ${format}: ${text}`);
}

function groupOf(part: string): string {
  const name = { Y: 'year', M: 'month', D: 'day' }[part.charAt(0)] ?? '';
  return `(?<${name}>\\d{${part.length}})`;
}

/** What is earlier is no statement's day: some programs write a year 1 where they know none. */
const FIRST_DAY = '1990-01-01';

export function isDay(iso: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || iso < FIRST_DAY) return false;
  const ms = Date.parse(`${iso}T00:00:00.000Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(iso);
}

const CLOCK =
  /^(\d{4})[-/](\d{2})[-/](\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(?: ?([+-]\d{2}):?(\d{2})|Z)?$/;

/** A time with a zone, as `2024/08/20 00:01:17 -0700`; without one it is UTC. @throws RangeError */
export function instantOf(text: string): Instant {
  const [, year = '', month = '', day = '', clock = '', hours, minutes] = CLOCK.exec(text) ?? [];
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes ?? '00'}`;
  const ms = Date.parse(`${year}-${month}-${day}T${clock}${zone}`);
  if (!isDay(`${year}-${month}-${day}`) || Number.isNaN(ms)) {
    throw new RangeError(`not a time: ${text}`);
  }
  return new Date(ms).toISOString();
}
