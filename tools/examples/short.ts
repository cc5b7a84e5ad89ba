const ITEMS_MAX = 2;
const LINES_MAX = 3;
const LINE_CHARS_MAX = 2_000;

/** Without what a reader of one example does not need: later items of lists. */
export function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map(short);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, short(each)]));
}

/** The first lines of a text that is not JSON: a page, a file. */
export function shortText(text: string): string {
  const lines = text.split(/\r?\n/).slice(0, LINES_MAX);
  return lines.map((line) => line.slice(0, LINE_CHARS_MAX)).join('\n');
}
