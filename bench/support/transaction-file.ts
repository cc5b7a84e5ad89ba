import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { createInterface } from 'node:readline';
import {
  FEATURE_LIMITS,
  FEATURES,
  FeatureState,
  foldFeatures,
  instantOf,
  secondsOf,
  type InitiatedPayment,
} from '#fraud';
import { Dataset, type RowOrigin } from '#fraud-model';
import { Money } from '#money';

const DAY = 86_400;

/** Where times are counted from when the file does not count from 1970. A Sunday. */
const START = secondsOf('2018-04-01T00:00:00Z');
const SINCE_1970_MIN = 1e9;

/** A label is known this long after its payment, as the handbook assumes. */
const LABEL_DELAY_SECONDS = 7 * DAY;

/** More than any week of the file, so that every window is exact. */
export const FILE_LIMITS = { ...FEATURE_LIMITS, paymentsMax: 2_000_000, bucketsMax: 4096 };

type Row = {
  readonly id: string;
  readonly at: number;
  readonly customer: string;
  readonly terminal: string;
  readonly minorUnits: bigint;
  readonly fraud: boolean;
};

/** When the first and the last transaction were, in whole days of UTC. */
export type Span = { readonly firstAt: number; readonly days: number };

/** @throws Error when the file has no transactions, or lacks a column that is needed. */
export async function spanOf(path: string): Promise<Span> {
  let first: number | null = null;
  let last = 0;
  for await (const { at } of rowsOf(path)) {
    first ??= at;
    last = at;
  }
  if (first === null) throw new Error(`${path} has no transactions`);
  const firstAt = first - (first % DAY);
  return { firstAt, days: Math.ceil((last + 1 - firstAt) / DAY) };
}

/** Day of a row since the first one of the file. */
export function dayAt(at: number, { firstAt }: Span): number {
  return Math.floor((at - firstAt) / DAY);
}

/** Folds a transaction file as if it happened, and keeps the rows of some days. */
export async function foldTransactionFile(
  path: string,
  { fromDay, untilDay, span }: { fromDay: number; untilDay: number; span: Span },
): Promise<Dataset> {
  const state = new FeatureState(FILE_LIMITS);
  const data = new Dataset(FEATURES.length);
  for await (const fact of factsOfFile(path, { span, untilDay })) {
    if (fact.kind === 'label') {
      state.label(fact.paymentId, fact.fraud);
      continue;
    }
    const { payment, origin } = fact;
    const vector = foldFeatures(state, { type: 'PaymentInitiated', data: payment });
    if (vector && dayAt(origin.at, span) >= fromDay) data.add(vector, origin);
  }
  return data;
}

/** A payment of a file with what is true of it, or its label when that becomes known. */
export type FileFact =
  | {
      readonly kind: 'payment';
      readonly payment: InitiatedPayment;
      readonly fraud: boolean;
      readonly origin: RowOrigin;
    }
  | { readonly kind: 'label'; readonly paymentId: string; readonly fraud: boolean };

/** The payments of a file before a day, in order of time, and their labels as they become known. */
export async function* factsOfFile(
  path: string,
  { span, untilDay }: { readonly span: Span; readonly untilDay: number },
): AsyncGenerator<FileFact> {
  const unlabelled: Row[] = [];
  let labelled = 0;
  for await (const row of rowsOf(path)) {
    if (dayAt(row.at, span) >= untilDay) break;
    for (; labelled < unlabelled.length; labelled += 1) {
      const known = unlabelled[labelled];
      if (!known || known.at + LABEL_DELAY_SECONDS > row.at) break;
      yield { kind: 'label', paymentId: known.id, fraud: known.fraud };
    }
    unlabelled.push(row);
    yield { kind: 'payment', payment: paymentOf(row), fraud: row.fraud, origin: row };
  }
}

const COLUMNS = ['tx_id', 't', 'customer', 'terminal', 'amount_minor', 'fraud'] as const;

/** Other columns, such as the cause its simulator gave a fraud, are never read. */
async function* rowsOf(path: string): AsyncIterable<Row> {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  let columns: readonly number[] | null = null;
  for await (const line of createInterface({ input })) {
    const fields = line.split(',');
    if (!columns) {
      columns = COLUMNS.map((column) => fields.indexOf(column));
      const missing = COLUMNS.filter((_, index) => columns?.[index] === -1);
      if (missing.length > 0) throw new Error(`${path} lacks the columns ${missing.join(', ')}`);
      continue;
    }
    const [id = '', t, customer = '', terminal = '', amount = '0', fraud] = columns.map(
      (index) => fields[index] ?? '',
    );
    const seconds = Number(t);
    const at = seconds >= SINCE_1970_MIN ? seconds : START + seconds;
    const minorUnits = BigInt(amount);
    yield { id, at, customer, terminal, minorUnits, fraud: fraud === '1' };
  }
}

function paymentOf({ id, at, customer, terminal, minorUnits }: Row) {
  const instant = instantOf(at);
  return {
    paymentId: id,
    orderId: id,
    merchantId: `terminal-${terminal}`,
    customerId: `customer-${customer}`,
    amount: Money.of(minorUnits, 'EUR'),
    provider: 'stripe',
    method: { kind: 'card', token: 'pm_card_visa' },
    intent: 'capture',
    card: { fingerprint: `card-${customer}`, country: null },
    deviceId: null,
    ipCountry: null,
    shippingCountry: null,
    metadata: {},
    occurredAt: instant,
    initiatedAt: instant,
  } as const;
}
