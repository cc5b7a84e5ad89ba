import { StatementFault } from '../statement.js';
import { cellsOf, endOfRow } from './csv-cells.js';

export type Delimiter = ',' | ';' | '\t' | '|';

export type CsvRow = {
  readonly row: number;
  /** Null for a row whose quotes are wrong, with the reason. */
  readonly cells: readonly string[] | null;
  readonly reason: string;
  readonly raw: string;
  /** False for a last row that no line end closes: its last field may be cut off. */
  readonly ended: boolean;
};

/** As long as one row may be. */
const ROW_CHARS_MAX = 256 * 1024;

/**
 * The rows of delimited text; fields may hold line ends. A quote that is never closed spoils the
 * line that it is in, and the lines behind it are read as if it were not there.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<CsvRow> {
  const rows = new Rows(delimiter);
  for await (const piece of text) if (piece !== '') yield* rows.push(piece);
  yield* rows.end();
}

class Rows {
  #rest = '';
  #row = 1;

  constructor(private readonly delimiter: Delimiter) {}

  *push(piece: string): Generator<CsvRow> {
    yield* this.#scan(this.#rest + piece, false);
  }

  *end(): Generator<CsvRow> {
    yield* this.#scan(this.#rest, true);
  }

  *#scan(text: string, isEnd: boolean): Generator<CsvRow> {
    let begin = 0;
    while (begin < text.length) {
      let end = endOfRow(text, begin, { delimiter: this.delimiter, isEnd });
      if (end === null && !isEnd && text.length - begin <= ROW_CHARS_MAX) break;
      const reason = end === null ? 'a quote is opened and not closed' : '';
      end ??= endOfLine(text, begin);
      const raw = text.slice(begin, end);
      if (raw.trim() !== '') yield this.#rowOf(raw, reason);
      this.#row += linesIn(raw);
      begin = end;
    }
    this.#rest = text.slice(begin);
  }

  #rowOf(raw: string, reason: string): CsvRow {
    const text = raw.replace(/[\r\n]+$/, '');
    const fault = raw.includes('\0') ? 'it holds a zero byte' : reason;
    const cells = fault === '' ? cellsOf(text, this.delimiter) : fault;
    const isRead = typeof cells !== 'string';
    return {
      row: this.#row,
      cells: isRead ? cells : null,
      reason: isRead ? '' : cells,
      raw: text,
      ended: text.length < raw.length,
    };
  }
}

function endOfLine(text: string, begin: number): number {
  const newline = text.indexOf('\n', begin);
  return newline === -1 ? text.length : newline + 1;
}

function linesIn(raw: string): number {
  return raw.split(/\r\n|\n|\r/).length - 1;
}

/** The columns of a heading, and what a row has in them. */
export class Columns {
  readonly #at = new Map<string, number>();
  readonly #twice = new Set<string>();

  constructor(readonly headings: readonly string[]) {
    headings.forEach((heading, at) => {
      const name = heading.trim();
      if (this.#at.has(name)) this.#twice.add(name);
      else this.#at.set(name, at);
    });
  }

  has(name: string): boolean {
    return this.#at.has(name);
  }

  /** @throws StatementFault when a column is not there, or there twice. */
  need(names: readonly string[], row: number): void {
    const missing = names.filter((name) => !this.has(name));
    if (missing.length > 0) {
      const message = `the heading has no column ${missing.join(', ')}`;
      throw new StatementFault('statement-unknown', row, message);
    }
    const twice = names.find((name) => this.#twice.has(name));
    if (twice === undefined) return;
    const message = `the heading has the column ${twice} twice, so it is not known which one holds`;
    throw new StatementFault('statement-broken', row, message);
  }

  /** The last heading, whose field an unfinished row may have cut off. */
  get last(): string {
    return this.headings.at(-1)?.trim() ?? '';
  }

  /** Empty where the row has none. */
  text(cells: readonly string[], name: string): string {
    const at = this.#at.get(name);
    return at === undefined ? '' : (cells[at] ?? '').trim();
  }

  /** @throws RangeError where the row has none. */
  required(cells: readonly string[], name: string): string {
    const text = this.text(cells, name);
    if (text === '') throw new RangeError(`the field ${name} is empty`);
    return text;
  }

  isHeading(cells: readonly string[]): boolean {
    return cells.length === this.headings.length && cells.every((c, at) => c === this.headings[at]);
  }
}

/**
 * Refuses a row that may not be whole.
 *
 * @param read the columns that are read, and that nothing else in the row would prove wrong.
 * @throws RangeError for a row with fewer or more fields, or one that the file's end may cut.
 */
export function assertWhole(
  { cells, ended }: CsvRow,
  columns: Columns,
  read: readonly string[],
): void {
  const fields = cells?.length ?? 0;
  if (fields !== columns.headings.length) {
    throw new RangeError(`the row has ${fields} fields, the heading ${columns.headings.length}`);
  }
  if (ended || !read.includes(columns.last)) return;
  throw new RangeError(
    `the file ends in the field ${columns.last} without a line end, so it may be cut off`,
  );
}
