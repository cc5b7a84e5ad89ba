import { fromPayPalUnits, paypalLineId, paypalLineOf } from '#providers';
import { Money } from '#money';
import { assertWhole, Columns, csvRows, type CsvRow } from '../text/csv-rows.js';
import { instantOf } from '../text/dates.js';
import { textOf } from '../text/encoding.js';
import { reasonOf, StatementFault, type Source, type StatementItem } from '../statement.js';
import { PayPalTotals } from './paypal-totals.js';

const NEEDED = [
  'Transaction ID',
  'Transaction Event Code',
  'Transaction Initiation Date',
  'Transaction Debit or Credit',
  'Gross Transaction Amount',
  'Gross Transaction Currency',
  'Fee Debit or Credit',
  'Fee Amount',
] as const;

/** Only the transaction detail report has it. */
export const STATUS_COLUMN = 'Transactional Status';

/**
 * PayPal's settlement report (STL) and transaction detail report (TRR): rows that begin with what
 * they are, in sections of accounts, each closed by sums and counts that have to agree.
 */
export async function* paypalReport(source: Source): AsyncGenerator<StatementItem> {
  const report = new Report();
  for await (const row of csvRows(textOf(source), ',')) yield* report.read(row);
  report.end();
}

class Report {
  #columns: Columns | null = null;
  #totals = new PayPalTotals();
  #row = 0;
  /** The row that ends it; nothing may follow. */
  #isOver = false;

  *read(row: CsvRow): Generator<StatementItem> {
    const [type = '', ...cells] = row.cells ?? [];
    this.#row = row.row;
    if (this.#isOver) this.#fail('statement-broken', 'a row behind the end of the report (FF)');
    switch (type) {
      case 'RH':
      case 'FH':
        return;
      case 'SH':
        this.#totals.begin(row.row);
        return;
      case 'CH':
        this.#columns = new Columns(cells);
        this.#columns.need(NEEDED, row.row);
        return;
      case 'SB':
        yield this.#line(row, cells);
        return;
      case 'SF':
        if (!this.#isDetail) yield* this.#totals.checkSums(row.row, cells);
        return;
      case 'SC':
        this.#totals.closeSection(row.row, cells, !this.#isDetail);
        return;
      case 'RF':
        return;
      case 'RC':
        this.#totals.checkReport(row.row, cells);
        return;
      case 'FF':
        this.#isOver = true;
        return;
      default:
        this.#totals.countUnread();
        yield this.#refused(row, row.cells ? `not a type of row: ${type}` : row.reason);
    }
  }

  /** @throws StatementFault when the report ends before its last row. */
  end(): void {
    this.#totals.assertClosed(this.#row);
    if (!this.#isOver) {
      this.#fail('statement-incomplete', 'the report ends before its last row (FF)');
    }
  }

  get #isDetail(): boolean {
    return this.#columns?.has(STATUS_COLUMN) === true;
  }

  #line(row: CsvRow, cells: readonly string[]): StatementItem {
    const columns = this.#columns;
    if (!columns) return this.#fail('statement-broken', 'a line (SB) before the heading (CH)');
    try {
      assertWhole({ ...row, cells }, columns, columns.headings);
      const item = itemOf(row.row, cells, columns);
      if (item.kind === 'settlement-line') this.#totals.add(cells, columns);
      else this.#totals.countPassed();
      return item;
    } catch (error) {
      this.#totals.countUnread();
      return this.#refused(row, reasonOf(error));
    }
  }

  #refused({ row, raw }: CsvRow, reason: string): StatementItem {
    return { kind: 'refused', row, reason, raw };
  }

  #fail(code: 'statement-broken' | 'statement-incomplete', message: string): never {
    throw new StatementFault(code, this.#row, message);
  }
}

/** Why a line of the transaction detail report moved nothing, by its status. */
const MOVED_NOTHING: Readonly<Record<string, string>> = {
  P: 'pending',
  D: 'denied',
};

function itemOf(row: number, cells: readonly string[], columns: Columns): StatementItem {
  const field = (name: string): string => columns.required(cells, name);
  const code = field('Transaction Event Code');
  const status = columns.text(cells, STATUS_COLUMN);
  const reason = MOVED_NOTHING[status] ?? (code.startsWith('T13') ? 'an authorisation' : null);
  if (reason !== null) return { kind: 'moved-nothing', row, reason };
  if (status !== '' && status !== 'S' && status !== 'V') {
    throw new RangeError(`not a status that we know: ${status}`);
  }
  const transaction = field('Transaction ID');
  const { amount, fee } = moneyOf(cells, columns);
  const related = columns.text(cells, 'PayPal Reference ID') || null;
  const custom = columns.text(cells, 'Custom Field') || null;
  const line = {
    provider: 'paypal',
    lineId: paypalLineId({ transaction, code, currency: amount.currency }),
    at: instantOf(field('Transaction Initiation Date')),
    ...paypalLineOf({ transaction, code, amount, fee, related, custom }),
  } as const;
  return { kind: 'settlement-line', row, line };
}

/** Amounts have no sign and no point; the columns beside them say whether we got or gave. */
export function moneyOf(
  cells: readonly string[],
  columns: Columns,
): { readonly amount: Money; readonly fee: Money } {
  const currency = columns.required(cells, 'Gross Transaction Currency');
  const units = unitsOf(columns.required(cells, 'Gross Transaction Amount'));
  const amount = fromPayPalUnits(units, currency);
  const direction = columns.required(cells, 'Transaction Debit or Credit');
  const feeText = columns.text(cells, 'Fee Amount');
  const signed = isCredit(direction) ? amount : amount.negated();
  if (feeText === '' || unitsOf(feeText) === 0n) {
    return { amount: signed, fee: Money.zero(amount.currency) };
  }
  const feeCurrency = columns.text(cells, 'Fee Currency') || currency;
  if (feeCurrency !== currency)
    throw new RangeError(`a fee in ${feeCurrency} of money in ${currency}`);
  const fee = fromPayPalUnits(unitsOf(feeText), currency);
  const gaveBack = isCredit(columns.required(cells, 'Fee Debit or Credit'));
  return { amount: signed, fee: gaveBack ? fee.negated() : fee };
}

function isCredit(direction: string): boolean {
  if (direction === 'CR') return true;
  if (direction === 'DR') return false;
  throw new RangeError(`neither CR nor DR: ${direction}`);
}

/** @throws RangeError for text that is no whole number. */
export function unitsOf(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new RangeError(`not a number of minor units: ${text}`);
  return BigInt(text);
}
