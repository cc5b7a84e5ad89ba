import { bankCsv } from './bank/bank-csv.js';
import { camt053 } from './bank/camt053.js';
import type { CsvMapping } from './bank/csv-mapping.js';
import { mt940 } from './bank/mt940.js';
import { paypalReport } from './provider/paypal-report.js';
import { stripePayouts } from './provider/stripe-payouts.js';
import type { RefusedItem, Source, StatementItem, StatementKind } from './statement.js';

/** Clocks differ, and so do zones of time: a day on is not the future yet. */
const AHEAD_MS_MAX = 86_400_000;

export type Reading = {
  readonly kind: StatementKind;
  /** Needed for `bank-csv`, and for that alone. */
  readonly mapping?: CsvMapping | null;
  /** Lines that are dated more than a day after it are refused. */
  readonly now: Date;
};

/**
 * The lines of a statement file. What is refused is given with its reason and stops nothing.
 *
 * @throws StatementFault, at the latest behind the last line, when the file is not whole, is
 * broken, or its sums are not those of its lines: then none of its lines may be believed.
 */
export async function* readStatement(
  source: Source,
  { kind, mapping, now }: Reading,
): AsyncGenerator<StatementItem> {
  const limit = new Date(now.getTime() + AHEAD_MS_MAX).toISOString();
  for await (const item of itemsOf(source, kind, mapping ?? null)) {
    yield isAhead(item, limit) ? refusedAs(item, limit) : item;
  }
}

function itemsOf(
  source: Source,
  kind: StatementKind,
  mapping: CsvMapping | null,
): AsyncIterable<StatementItem> {
  switch (kind) {
    case 'stripe-payout-reconciliation':
      return stripePayouts(source);
    case 'paypal-settlement':
    case 'paypal-transaction-detail':
      return paypalReport(source);
    case 'camt.053':
      return camt053(source);
    case 'mt940':
      return mt940(source);
    case 'bank-csv':
      if (!mapping) throw new RangeError('a CSV file of a bank is read by a mapping');
      return bankCsv(source, mapping);
  }
}

type Dated = Extract<StatementItem, { readonly kind: 'settlement-line' | 'bank-line' }>;

function isAhead(item: StatementItem, limit: string): item is Dated {
  if (item.kind === 'settlement-line') return item.line.at > limit;
  return item.kind === 'bank-line' && item.line.bookedOn > limit.slice(0, 10);
}

function refusedAs({ row, line }: Dated, limit: string): RefusedItem {
  const reason = `it is dated in the future, after ${limit}`;
  return { kind: 'refused', row, reason, raw: JSON.stringify(line) };
}
