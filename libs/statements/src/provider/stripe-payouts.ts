import { Money } from '#money';
import type { SettlementLine } from '#provider-port';
import { ourId, stripeKindOf } from '#providers';
import { assertWhole, Columns, csvRows, type CsvRow } from '../text/csv-rows.js';
import { instantOf } from '../text/dates.js';
import { textOf } from '../text/encoding.js';
import { reasonOf, StatementFault, type Source, type StatementItem } from '../statement.js';

/** A file without one of these is not this report. */
const NEEDED = [
  'balance_transaction_id',
  'created_utc',
  'currency',
  'gross',
  'fee',
  'net',
  'reporting_category',
] as const;

/** Read, and proved by nothing else in their row when the end of a file cuts them. */
const UNPROVED = [
  ...['balance_transaction_id', 'reporting_category', 'source_id', 'charge_id'],
  ...['customer_facing_amount', 'payment_metadata[payment_id]', 'refund_metadata[payment_id]'],
];

export function isStripePayouts(headings: readonly string[]): boolean {
  const columns = new Columns(headings);
  return columns.has('balance_transaction_id') && columns.has('reporting_category');
}

type Line = {
  readonly row: number;
  readonly line: SettlementLine;
  readonly category: string;
  readonly charge: string;
};

/**
 * Stripe's itemised payout reconciliation report. What a partial capture released stands in a row
 * of its own; it is one line with its capture, as in the lines of Stripe's API.
 */
export async function* stripePayouts(source: Source): AsyncGenerator<StatementItem> {
  const releases = new Map<string, Line[]>();
  for await (const read of linesOf(source)) {
    if (!('category' in read) || read.category !== RELEASE) continue;
    releases.set(read.charge, [...(releases.get(read.charge) ?? []), read]);
  }
  const told = new Set<string>();
  for await (const read of linesOf(source)) {
    if (!('category' in read)) {
      yield read;
    } else if (read.category !== RELEASE) {
      const release = read.category === 'charge' ? releases.get(read.charge)?.pop() : undefined;
      const joined = release && joinedOf(read.line, release.line);
      if (release && joined) told.add(release.line.lineId);
      else if (release) releases.get(read.charge)?.unshift(release);
      yield { kind: 'settlement-line', row: read.row, line: joined ?? read.line };
    }
  }
  for await (const read of linesOf(source)) {
    if (!('category' in read) || read.category !== RELEASE) continue;
    const { row, line } = read;
    const { presented: _, ...alone } = line;
    yield told.has(line.lineId)
      ? { kind: 'moved-nothing', row, reason: 'told in the line of its capture' }
      : // Its capture is in another file: shown by itself, so that nothing is lost.
        { kind: 'settlement-line', row, line: alone };
  }
}

const RELEASE = 'partial_capture_reversal';

/** Null where they do not say the same of what the payer saw. */
function joinedOf(line: SettlementLine, release: SettlementLine): SettlementLine | null {
  const sums = { amount: line.amount.plus(release.amount), fee: line.fee.plus(release.fee) };
  const { presented } = line;
  if (!presented && !release.presented) return { ...line, ...sums };
  if (presented?.currency !== release.presented?.currency) return null;
  return { ...line, ...sums, presented: (presented as Money).plus(release.presented as Money) };
}

async function* linesOf(
  source: Source,
): AsyncGenerator<Line | StatementItem> {
  let columns: Columns | null = null;
  for await (const row of csvRows(textOf(source), ',')) {
    if (!columns) {
      columns = new Columns(row.cells ?? []);
      columns.need(NEEDED, row.row);
    } else if (row.cells && columns.isHeading(row.cells)) {
      yield { kind: 'moved-nothing', row: row.row, reason: 'the heading again' };
    } else {
      yield readRow(row, columns);
    }
  }
  if (!columns) throw new StatementFault('statement-incomplete', 1, 'the file has no heading');
}

function readRow(row: CsvRow, columns: Columns): Line | StatementItem {
  try {
    return lineOf(row, columns);
  } catch (error) {
    return { kind: 'refused', row: row.row, reason: reasonOf(error), raw: row.raw };
  }
}

function lineOf(row: CsvRow, columns: Columns): Line {
  const { cells } = row;
  if (!cells) throw new RangeError(row.reason);
  assertWhole(row, columns, UNPROVED);
  const field = (name: string): string => columns.required(cells, name);
  const given = (name: string): string | null => columns.text(cells, name) || null;
  const currency = field('currency').toUpperCase();
  const [amount, fee, net] = ['gross', 'fee', 'net'].map((each) =>
    Money.parse(field(each), currency),
  ) as [Money, Money, Money];
  if (!amount.minus(fee).equals(net)) {
    throw new RangeError(`gross ${amount} less fee ${fee} is not net ${net}`);
  }
  const category = field('reporting_category');
  const lineId = field('balance_transaction_id');
  const reference = given('source_id') ?? lineId;
  const told = {
    customerAmount: given('customer_facing_amount'),
    customerCurrency: given('customer_facing_currency')?.toUpperCase() ?? null,
  };
  const kind = stripeKindOf(category);
  const isSeen = PRESENTED.has(kind) || category === RELEASE;
  const presented = isSeen ? presentedOf(told, amount) : null;
  const line: SettlementLine = {
    ...{ provider: 'stripe', lineId, kind, reference },
    paymentId: ourId(given(`${kind === 'refund' ? 'refund' : 'payment'}_metadata[payment_id]`)),
    amount,
    ...(presented && { presented }),
    fee,
    at: instantOf(field('created_utc')),
  };
  return { row: row.row, line, category, charge: given('charge_id') ?? reference };
}

/** Of other lines the payer saw nothing. */
const PRESENTED: ReadonlySet<string> = new Set(['capture', 'refund', 'dispute']);

function presentedOf(
  told: { readonly customerAmount: string | null; readonly customerCurrency: string | null },
  amount: Money,
): Money | null {
  const { customerAmount, customerCurrency } = told;
  if (customerAmount === null || customerCurrency === null) return null;
  if (customerCurrency === amount.currency) return null;
  const seen = Money.parse(customerAmount.replace('-', ''), customerCurrency);
  return amount.minorUnits < 0n ? seen.negated() : seen;
}
