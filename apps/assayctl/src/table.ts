import { eastAsianWidth } from 'get-east-asian-width';
import { printable } from './printable.js';

/** A sum, a count or a duration. */
const FIGURE = /^-?[\d.]+( [A-Z]{3}| ms)?$/;

const SEGMENTS = new Intl.Segmenter('en', { granularity: 'grapheme' });

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const ISOLATE = '\u2068';
const END_OF_ISOLATE = '\u2069';

/**
 * Rows in columns, the first row as heading. Columns of figures are set to the right. What others
 * named, as a merchant, neither moves the columns nor speaks to the terminal.
 */
export function table(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map(printable));
  const widths = (safe[0] ?? []).map((_, column) =>
    Math.max(...safe.map((row) => widthOf(row[column] ?? ''))),
  );
  const right = widths.map((_, column) => isFigures(safe.slice(1).map((row) => row[column] ?? '')));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => {
        const blank = ' '.repeat((widths[i] ?? 0) - widthOf(cell));
        return right[i] ? blank + isolated(cell) : isolated(cell) + blank;
      })
      .join('  ')
      .trimEnd();
  return safe.map((row) => `${line(row)}\n`).join('');
}

/** Without figures there is nothing to set to the right; what is unknown is empty. */
function isFigures(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell !== '');
  return written.length > 0 && written.every((cell) => FIGURE.test(cell));
}

/** In columns of a terminal: an Arabic letter with its marks takes one, a Chinese one takes two. */
function widthOf(text: string): number {
  // ASCII, which most is, takes a column for each character.
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of SEGMENTS.segment(text)) {
    const isEmoji = /\p{Emoji_Presentation}|\ufe0f/u.test(segment);
    width += isEmoji ? 2 : eastAsianWidth(segment.codePointAt(0) ?? 0);
  }
  return width;
}

/** Keeps the columns beside it where they are, in terminals that write from right to left. */
function isolated(cell: string): string {
  return RIGHT_TO_LEFT.test(cell) ? ISOLATE + cell + END_OF_ISOLATE : cell;
}
