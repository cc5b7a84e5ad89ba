import type { DateFormat } from '../text/dates.js';
import type { DecimalSign } from '../text/decimal.js';
import type { Delimiter } from '../text/csv-rows.js';

/** Which column of a bank's CSV file holds what; a person makes one once for each bank. */
export type CsvMapping = {
  readonly delimiter: Delimiter;
  readonly decimal: DecimalSign;
  readonly dateFormat: DateFormat;
  readonly bookedOn: string;
  /** Left out: the day of booking. */
  readonly valueOn?: string;
  /** The account of all lines, where no column says it. */
  readonly account?: string;
  readonly accountColumn?: string;
  /** The currency of all lines, where no column says it. */
  readonly currency?: string;
  readonly currencyColumn?: string;
  /** Signed, or with `signColumn` beside it. */
  readonly amount?: string;
  readonly signColumn?: string;
  /** What the sign column says where money left the account, as `S` or `DR`. */
  readonly debitSign?: string;
  /** Two columns instead of a signed one. */
  readonly credit?: string;
  readonly debit?: string;
  readonly bankReference?: string;
  readonly endToEndId?: string;
  readonly code?: string;
  readonly texts?: readonly string[];
};

export type MappingFault = { readonly field: keyof CsvMapping; readonly message: string };

/** Why a mapping cannot read any file, or null. */
export function mappingFault(mapping: CsvMapping): MappingFault | null {
  const { amount, credit, debit, signColumn, debitSign } = mapping;
  const isPair = credit !== undefined && debit !== undefined;
  if ((amount === undefined) !== isPair) {
    return { field: 'amount', message: 'name the column amount, or both credit and debit' };
  }
  if ((signColumn === undefined) !== (debitSign === undefined)) {
    return { field: 'signColumn', message: 'name signColumn and debitSign together, or neither' };
  }
  if ((mapping.account === undefined) === (mapping.accountColumn === undefined)) {
    return { field: 'account', message: 'name either account or accountColumn' };
  }
  if ((mapping.currency === undefined) === (mapping.currencyColumn === undefined)) {
    return { field: 'currency', message: 'name either currency or currencyColumn' };
  }
  return null;
}

/** The columns that a file must have to be read by this mapping. */
export function columnsOf(mapping: CsvMapping): string[] {
  const { bookedOn, valueOn, accountColumn, currencyColumn, amount, signColumn } = mapping;
  const { credit, debit, bankReference, endToEndId, code, texts = [] } = mapping;
  const named = [bookedOn, valueOn, accountColumn, currencyColumn, amount, signColumn, credit];
  return [...named, debit, bankReference, endToEndId, code, ...texts].filter(
    (name) => name !== undefined,
  );
}
