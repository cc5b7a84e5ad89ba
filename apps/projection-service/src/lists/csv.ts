import { stringify } from 'csv-stringify/sync';
import { Money } from '#money';
import type { Plain } from '#projections';

/** What a cell is made of; null is an empty one. */
type Cell = string | number | bigint | null;

/** The columns of a table in CSV, by their headings. */
export type Columns<Row> = Readonly<Record<string, (row: Plain<Row>) => Cell>>;

/** An amount twice: to calculate with, and to read with its currency's own decimals. */
export function amountColumns<Row extends { readonly currency: string }>(
  field: keyof Row & string,
): Columns<Row> {
  const amountOf = (row: Plain<Row>): bigint => BigInt(row[field] as string);
  return {
    [`${field}Minor`]: amountOf,
    [field]: (row) => Money.of(amountOf(row), row.currency).toDecimal(),
  };
}

export function headOf(columns: Columns<never>): string {
  return stringify([Object.keys(columns)], OPTIONS);
}

/** @param open puts texts in the place of sealed ones. */
export function recordsOf<Row>(
  columns: Columns<Row>,
  rows: readonly Plain<Row>[],
  open: (text: string) => string = (text) => text,
): string {
  const cells = Object.values(columns);
  return stringify(
    rows.map((row) => cells.map((cell) => inert(opened(cell(row), open)))),
    OPTIONS,
  );
}

function opened(cell: Cell, open: (text: string) => string): Cell {
  return typeof cell === 'string' ? open(cell) : cell;
}

/** RFC 4180. */
const OPTIONS = { record_delimiter: 'windows' } as const;

const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Ids and notes are of others: none may be run when a spreadsheet opens the file. A negative
 * amount begins like a formula and is none.
 */
function inert(cell: Cell): Cell {
  const risky = typeof cell === 'string' && FORMULA.test(cell) && !NUMBER.test(cell);
  return risky ? `'${cell}` : cell;
}
