import type { Columns } from '../text/csv-rows.js';
import { StatementFault, type NoteItem } from '../statement.js';

type Sums = { grossIn: bigint; grossOut: bigint; feeIn: bigint; feeOut: bigint };

/** What a section's footer states of each currency, in the order of its fields. */
const STATED = [
  ['grossIn', 'credits'],
  ['grossOut', 'debits'],
  ['feeIn', 'fee credits'],
  ['feeOut', 'fee debits'],
] as const;

/** Holds the counts and sums that a report states against those of its lines. */
export class PayPalTotals {
  #sums = new Map<string, Sums>();
  #lines = 0;
  #unread = 0;
  #allLines = 0;
  #isOpen = false;

  begin(row: number): void {
    this.assertClosed(row);
    this.#isOpen = true;
    this.#sums = new Map();
    this.#lines = 0;
    this.#unread = 0;
  }

  add(cells: readonly string[], columns: Columns): void {
    this.#lines += 1;
    const units = (name: string): bigint => BigInt(columns.text(cells, name) || '0');
    const currency = columns.text(cells, 'Gross Transaction Currency');
    const gross = columns.text(cells, 'Transaction Debit or Credit') === 'CR' ? 'In' : 'Out';
    this.#sumsOf(currency)[`gross${gross}`] += units('Gross Transaction Amount');
    const fee = columns.text(cells, 'Fee Debit or Credit') === 'CR' ? 'In' : 'Out';
    const feeCurrency = columns.text(cells, 'Fee Currency') || currency;
    this.#sumsOf(feeCurrency)[`fee${fee}`] += units('Fee Amount');
  }

  /** A line that is read and moved nothing. */
  countPassed(): void {
    this.#lines += 1;
  }

  /** A line that is not read: counts still hold, sums do not. */
  countUnread(): void {
    this.#lines += 1;
    this.#unread += 1;
  }

  /** Currency, then credits, debits, fee credits and fee debits; balances follow. */
  *checkSums(row: number, [currency = '', ...stated]: readonly string[]): Generator<NoteItem> {
    if (this.#unread > 0) {
      const text = `the sums of ${currency} are not checked, since lines before cannot be read`;
      yield { kind: 'note', row, text };
      return;
    }
    const sums = this.#sumsOf(currency);
    STATED.forEach(([sum, name], at) => {
      const text = stated[at] ?? '';
      if (!/^\d+$/.test(text)) fail(row, `its footer states no ${name} of ${currency}`);
      if (BigInt(text) === sums[sum]) return;
      const message = `the footer states ${name} of ${text} ${currency}, the lines have ${sums[sum]}`;
      throw new StatementFault('statement-totals-disagree', row, message);
    });
    this.#sums.delete(currency);
  }

  /** @param isSummed whether the kind of report states sums, which all have to be there. */
  closeSection(row: number, [count]: readonly string[], isSummed: boolean): void {
    assertCount(row, 'section', { stated: count, counted: this.#lines });
    if (isSummed && this.#unread === 0) {
      const [currency] = this.#sums.keys();
      if (currency !== undefined)
        fail(row, `it has lines in ${currency} and no footer (SF) of them`);
    }
    this.#allLines += this.#lines;
    this.#isOpen = false;
  }

  checkReport(row: number, [count]: readonly string[]): void {
    this.assertClosed(row);
    assertCount(row, 'report', { stated: count, counted: this.#allLines });
  }

  /** @throws StatementFault when a section has no count behind it. */
  assertClosed(row: number): void {
    if (this.#isOpen) fail(row, 'a section ends without its count (SC)');
  }

  #sumsOf(currency: string): Sums {
    const known = this.#sums.get(currency);
    if (known) return known;
    const sums = { grossIn: 0n, grossOut: 0n, feeIn: 0n, feeOut: 0n };
    this.#sums.set(currency, sums);
    return sums;
  }
}

function assertCount(
  row: number,
  part: string,
  { stated, counted }: { readonly stated: string | undefined; readonly counted: number },
): void {
  if (Number(stated) === counted && stated !== '') return;
  const message = `the ${part} states ${stated ?? 'no'} lines and has ${counted}`;
  throw new StatementFault('statement-totals-disagree', row, message);
}

function fail(row: number, message: string): never {
  throw new StatementFault('statement-incomplete', row, message);
}
