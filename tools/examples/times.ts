import { mapped } from './mapped.js';

/** When every example begins. */
const START = Date.parse('2026-09-01T09:00:00.000Z');
const DAY_MS = 86_400_000;

const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)/g;
/** As in a `Date` header: `Mon, 30 Nov 2026 17:58:21 GMT`. */
const HTTP_DATE = /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT/g;
const DAY = /^\d{4}-\d\d-\d\d$/;

export function isTime(text: string): boolean {
  return text.replace(TIME, '') === '';
}

/** Moves all times so that the first is `START`; what lies between them is kept, to the second. */
export function shiftedTimes(recorded: unknown): unknown {
  const texts = textsOf(recorded);
  const times = texts.flatMap((text) => text.match(TIME) ?? []);
  const all = times.length > 0 ? times : texts.filter((text) => DAY.test(text));
  const first = Math.min(...all.map((time) => Date.parse(time)));
  const moved = (time: string): string => {
    const seconds = Math.round((Date.parse(time) - first) / 1_000);
    const shown = new Date(START + seconds * 1_000).toISOString();
    return time.includes('.') ? shown : shown.replace('.000', '');
  };
  return mapped(recorded, (text) =>
    DAY.test(text) && Number.isFinite(first)
      ? movedDay(text, first)
      : text
          .replace(TIME, moved)
          .replace(HTTP_DATE, (date) =>
            new Date(moved(new Date(date).toISOString())).toUTCString(),
          ),
  );
}

function movedDay(day: string, first: number): string {
  const days = Math.floor(Date.parse(day) / DAY_MS) - Math.floor(first / DAY_MS);
  return new Date(START + days * DAY_MS).toISOString().slice(0, 10);
}

function textsOf(value: unknown): string[] {
  const texts: string[] = [];
  mapped(value, (text) => texts.push(text));
  return texts;
}
