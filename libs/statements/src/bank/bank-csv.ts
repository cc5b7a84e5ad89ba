import type { Money } from '#money';
import type { BankLine } from '#reconciliation';
import { assertWhole, Columns, csvRows, type CsvRow } from '../text/csv-rows.js';
import { dayOf } from '../text/dates.js';
import { amountOf } from '../text/decimal.js';
import { textOf } from '../text/encoding.js';
import { reasonOf, StatementFault, type Source, type StatementItem } from '../statement.js';
import { BankLineIds } from './bank-line-id.js';
import { columnsOf, type CsvMapping } from './csv-mapping.js';

/** Rows that may stand before the heading: the name of the bank, the account, the period. */
const PREAMBLE_ROWS_MAX = 40;

/** A bank's own CSV file, read by a mapping. */
export async function* bankCsv(source: Source, mapping: CsvMapping): AsyncGenerator<StatementItem> {
  const needed = columnsOf(mapping);
  const ids = new BankLineIds();
  const signs: Signs = { credit: null };
  let columns: Columns | null = null;
  let rows = 0;
  for await (const row of csvRows(textOf(source), mapping.delimiter)) {
    rows += 1;
    if (columns && !(row.cells && columns.isHeading(row.cells))) {
      yield readRow(row, { columns, mapping, ids, signs });
      continue;
    }
    columns ??= headingOf(row, needed);
    const reason = columns ? 'the heading' : 'before the heading';
    if (!columns && rows > PREAMBLE_ROWS_MAX) break;
    yield { kind: 'moved-nothing', row: row.row, reason };
  }
  if (columns) return;
  const message = `no heading has the columns of the mapping: ${needed.join(', ')}`;
  throw new StatementFault('statement-unknown', 1, message);
}

/** @throws StatementFault where a column that is read is there twice. */
function headingOf({ cells, row }: CsvRow, needed: readonly string[]): Columns | null {
  const columns = new Columns(cells ?? []);
  if (!needed.every((name) => columns.has(name))) return null;
  columns.need(needed, row);
  return columns;
}

type Reading = {
  readonly columns: Columns;
  readonly mapping: CsvMapping;
  readonly ids: BankLineIds;
  readonly signs: Signs;
};

/** What stands beside credits in this file, by the first of them. */
type Signs = { credit: string | null };

function readRow(row: CsvRow, reading: Reading): StatementItem {
  const { columns, mapping, ids } = reading;
  try {
    if (!row.cells) throw new RangeError(row.reason);
    assertWhole(row, columns, columnsOf(mapping));
    const line = ids.identify(lineOf(row.cells, reading));
    return { kind: 'bank-line', row: row.row, line };
  } catch (error) {
    return { kind: 'refused', row: row.row, reason: reasonOf(error), raw: row.raw };
  }
}

function lineOf(cells: readonly string[], reading: Reading): Omit<BankLine, 'lineId'> {
  const { columns, mapping } = reading;
  const given = (name: string | undefined): string | null =>
    name === undefined ? null : columns.text(cells, name) || null;
  const bookedOn = dayOf(columns.required(cells, mapping.bookedOn), mapping.dateFormat);
  const valueOn = given(mapping.valueOn);
  const account = mapping.account ?? columns.required(cells, mapping.accountColumn ?? '');
  return {
    account: account.replace(/\s/g, ''),
    bookedOn,
    valueOn: valueOn === null ? bookedOn : dayOf(valueOn, mapping.dateFormat),
    amount: moneyOf(cells, reading),
    bankReference: given(mapping.bankReference),
    endToEndId: given(mapping.endToEndId),
    texts: (mapping.texts ?? []).map((name) => given(name)).filter((text) => text !== null),
    code: given(mapping.code),
  };
}

function moneyOf(cells: readonly string[], { columns, mapping, signs }: Reading): Money {
  const currency = (
    mapping.currency ?? columns.required(cells, mapping.currencyColumn ?? '')
  ).toUpperCase();
  const read = (text: string): Money => amountOf(text, mapping.decimal, currency);
  if (mapping.amount === undefined) {
    return ofTwo({
      credit: columns.text(cells, mapping.credit ?? ''),
      debit: columns.text(cells, mapping.debit ?? ''),
      read,
    });
  }
  const amount = read(columns.required(cells, mapping.amount));
  if (mapping.signColumn === undefined) return amount;
  const sign = columns.required(cells, mapping.signColumn);
  if (amount.minorUnits < 0n) throw new RangeError(`a sign in ${mapping.amount} and one beside it`);
  if (sign === mapping.debitSign) return amount.negated();
  assertCredit(sign, signs);
  return amount;
}

/** Another word beside the debits' would turn a debit into money that came. */
function assertCredit(sign: string, signs: Signs): void {
  signs.credit ??= sign;
  if (sign === signs.credit) return;
  throw new RangeError(
    `neither the sign of debits nor that of credits before, which is ${signs.credit}: ${sign}`,
  );
}

type Two = {
  readonly credit: string;
  readonly debit: string;
  readonly read: (text: string) => Money;
};

/** Banks fill the other column with nothing or zero; debits stand with a minus or without. */
function ofTwo({ credit, debit, read }: Two): Money {
  const got = credit === '' ? null : read(credit);
  const gave = debit === '' ? null : read(debit);
  if (got && (!gave || gave.isZero)) return got;
  if (!gave || (got && !got.isZero)) {
    throw new RangeError('neither one credit nor one debit is in the row');
  }
  return gave.isPositive ? gave.negated() : gave;
}
