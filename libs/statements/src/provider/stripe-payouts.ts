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
  const releases = new Releases();
  for await (const read of linesOf(source)) if (isRelease(read)) releases.add(read);
  for await (const read of linesOf(source)) {
    if (!('category' in read)) yield read;
    else if (!isRelease(read)) yield itemOf(read, releases.joinedTo(read));
  }
  for await (const read of linesOf(source)) if (isRelease(read)) yield releases.itemOf(read);
}

const RELEASE = 'partial_capture_reversal';

function isRelease(read: Line | StatementItem): read is Line {
  return 'category' in read && read.category === RELEASE;
}

function itemOf({ row }: Line, line: SettlementLine): StatementItem {
  return { kind: 'settlement-line', row, line };
}

/** What was released of captures, each joined to one capture of its charge. */
class Releases {
  readonly #ofCharge = new Map<string, Line[]>();
  readonly #joined = new Set<string>();

  add(release: Line): void {
    const others = this.#ofCharge.get(release.charge) ?? [];
    this.#ofCharge.set(release.charge, [...others, release]);
  }

  joinedTo({ category, charge, line }: Line): SettlementLine {
    const waiting = (category === 'charge' ? this.#ofCharge.get(charge) : undefined) ?? [];
    // One charge may be captured and released several times, each in one second.
    const same = waiting.findIndex((each) => each.line.at === line.at);
    const index = Math.max(same, 0);
    const release = waiting[index];
    const joined = release && joinedOf(line, release.line);
    if (!joined) return line;
    waiting.splice(index, 1);
    this.#joined.add(release.line.lineId);
    return joined;
  }

  /** One whose capture is in another file is shown by itself, so that nothing is lost. */
  itemOf({ row, line: { presented: _, ...line } }: Line): StatementItem {
    if (!this.#joined.has(line.lineId)) return { kind: 'settlement-line', row, line };
    return { kind: 'moved-nothing', row, reason: 'told in the line of its capture' };
  }
}

/** Null where they do not say the same of what the payer saw. */
function joinedOf(line: SettlementLine, release: SettlementLine): SettlementLine | null {
  const sums = { amount: line.amount.plus(release.amount), fee: line.fee.plus(release.fee) };
  const { presented } = line;
  if (!presented && !release.presented) return { ...line, ...sums };
  if (presented?.currency !== release.presented?.currency) return null;
  return { ...line, ...sums, presented: (presented as Money).plus(release.presented as Money) };
}

async function* linesOf(source: Source): AsyncGenerator<Line | StatementItem> {
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
  const [amount, fee] = moneyOf(field, currency);
  const category = field('reporting_category');
  const lineId = field('balance_transaction_id');
  const reference = given('source_id') ?? lineId;
  const kind = stripeKindOf(category);
  const isSeen = PRESENTED.has(kind) || category === RELEASE;
  const presented = isSeen ? presentedOf(given, amount) : null;
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

/** @throws RangeError when gross, fee and net do not prove each other. */
function moneyOf(field: (name: string) => string, currency: string): [Money, Money] {
  const [gross, fee, net] = ['gross', 'fee', 'net'].map((each) =>
    Money.parse(field(each), currency),
  ) as [Money, Money, Money];
  if (gross.minus(fee).equals(net)) return [gross, fee];
  const text = `gross ${gross.toString()} less fee ${fee.toString()} is not net ${net.toString()}`;
  throw new RangeError(text);
}

/** Of other lines the payer saw nothing. */
const PRESENTED: ReadonlySet<string> = new Set(['capture', 'refund', 'dispute']);

function presentedOf(given: (name: string) => string | null, amount: Money): Money | null {
  const text = given('customer_facing_amount');
  const currency = given('customer_facing_currency')?.toUpperCase();
  if (text === null || currency === undefined || currency === amount.currency) return null;
  const seen = Money.parse(text.replace('-', ''), currency);
  return amount.minorUnits < 0n ? seen.negated() : seen;
}
