import { isStripePayouts } from './provider/stripe-payouts.js';
import { STATUS_COLUMN } from './provider/paypal-report.js';
import { textOf } from './text/encoding.js';
import { csvRows } from './text/csv-rows.js';
import { StatementFault, type Source, type StatementKind } from './statement.js';

/** As much of a file as tells its kind; PayPal's headings stand in its first rows. */
const SAMPLE_CHARS = 16 * 1024;

/** What kind of file it is, by its beginning. @throws StatementFault for one of none. */
export async function kindOf(source: Source): Promise<StatementKind> {
  const start = await sampleOf(source);
  if (/^\s*</.test(start)) return xmlKindOf(start);
  if (/^(\{1:[^]*?)?:20:/m.test(start) && /^:(25|28C?|60[FM]):/m.test(start)) return 'mt940';
  const first = await firstRow(start);
  if (isStripePayouts(first)) return 'stripe-payout-reconciliation';
  if (first[0] === 'RH') {
    return start.includes(STATUS_COLUMN) ? 'paypal-transaction-detail' : 'paypal-settlement';
  }
  if (first.length > 1 || /[;\t|]/.test(start)) return 'bank-csv';
  throw new StatementFault('statement-unknown', 1, 'it looks like no kind of statement file');
}

function xmlKindOf(start: string): StatementKind {
  if (start.includes('BkToCstmrStmt') || start.includes('camt.053')) return 'camt.053';
  const other = /camt\.05[24]/.exec(start)?.[0];
  const what = other ? `it is ${other}, which states no closing balance` : 'it is other XML';
  throw new StatementFault('statement-unknown', 1, `${what}; export a camt.053 statement`);
}

export async function sampleOf(source: Source): Promise<string> {
  let start = '';
  for await (const piece of textOf(source)) {
    start += piece;
    if (start.length >= SAMPLE_CHARS) break;
  }
  return start.slice(0, SAMPLE_CHARS);
}

async function firstRow(start: string): Promise<readonly string[]> {
  async function* lines(): AsyncGenerator<string> {
    yield* [start];
    await Promise.resolve();
  }
  for await (const { cells } of csvRows(lines(), ',')) return cells ?? [];
  return [];
}
