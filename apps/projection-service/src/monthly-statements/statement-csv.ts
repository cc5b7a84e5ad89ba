import { Money } from '#money';
import { headOf, recordsOf, type Columns } from '../lists/csv.js';
import type { MonthlyStatementResponse } from './monthly-statement.response.js';

type Row = {
  readonly section: string;
  readonly name: string;
  readonly detail: string;
  readonly currency: string | null;
  readonly count: number | null;
  readonly minorUnits: string | null;
};

const COLUMNS: Columns<Row> = {
  section: ({ section }) => section,
  name: ({ name }) => name,
  detail: ({ detail }) => detail,
  currency: ({ currency }) => currency,
  count: ({ count }) => count,
  amountMinor: ({ minorUnits }) => minorUnits,
  amount: ({ minorUnits, currency }) =>
    minorUnits === null || currency === null
      ? null
      : Money.of(BigInt(minorUnits), currency).toDecimal(),
};

/** A statement for spreadsheets: a line for each figure, in the order of the page. */
export function statementCsv(statement: MonthlyStatementResponse): string {
  const { accounts, fees, days, payments, openItems } = statement;
  const none = { currency: null, minorUnits: null };
  const rows: Row[] = [
    ...accounts.flatMap(({ account: name, currency, opening, movements, closing }): Row[] => [
      { section: 'account', name, detail: 'opening', currency, count: null, minorUnits: opening },
      ...movements.map(({ eventType, postings, change }) => ({
        ...{ section: 'account', name, detail: eventType, currency },
        count: postings,
        minorUnits: change,
      })),
      { section: 'account', name, detail: 'closing', currency, count: null, minorUnits: closing },
    ]),
    ...fees.map(({ account: name, currency, amount: minorUnits }) => ({
      ...{ section: 'fees', name, detail: '', currency, count: null, minorUnits },
    })),
    ...days.map(({ day: name, currency, captured: minorUnits }) => ({
      ...{ section: 'day', name, detail: 'captured', currency, count: null, minorUnits },
    })),
    ...payments.byStatus.map(({ status: name, count }) => ({
      ...{ section: 'payments', name, detail: '', count, ...none },
    })),
    ...openItems.map(({ status: name, days: detail, count }) => ({
      ...{ section: 'open items', name, detail: `${detail} days`, count, ...none },
    })),
  ];
  return headOf(COLUMNS) + recordsOf(COLUMNS, rows);
}
