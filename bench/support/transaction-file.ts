import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { createInterface } from 'node:readline';
import { FEATURE_LIMITS, FEATURES, FeatureState, foldFeatures, instantOf, secondsOf } from '#fraud';
import { Dataset } from '#fraud-model';
import { Money } from '#money';

const START = secondsOf('2018-04-01T00:00:00Z');
const DAY = 86_400;

/** A label is known this long after its payment, as the handbook assumes. */
const LABEL_DELAY_SECONDS = 7 * DAY;

/** More than any week of the file, so that every window is exact. */
const LIMITS = { ...FEATURE_LIMITS, paymentsMax: 2_000_000, bucketsMax: 4096 };

type Row = {
  readonly id: string;
  readonly at: number;
  readonly customer: string;
  readonly terminal: string;
  readonly minorUnits: bigint;
  readonly fraud: boolean;
};

/** Folds a transaction file as if it happened, and keeps the rows of some days. */
export async function foldTransactionFile(
  path: string,
  { fromDay, untilDay }: { readonly fromDay: number; readonly untilDay: number },
): Promise<Dataset> {
  const state = new FeatureState(LIMITS);
  const data = new Dataset(FEATURES.length);
  const unlabelled: Row[] = [];
  let labelled = 0;
  for await (const row of rowsOf(path)) {
    if (row.at >= START + untilDay * DAY) break;
    for (; labelled < unlabelled.length; labelled += 1) {
      const known = unlabelled[labelled];
      if (!known || known.at + LABEL_DELAY_SECONDS > row.at) break;
      state.label(known.id, known.fraud);
    }
    unlabelled.push(row);
    const vector = foldFeatures(state, { type: 'PaymentInitiated', data: paymentOf(row) });
    if (vector && row.at >= START + fromDay * DAY) data.add(vector, row);
  }
  return data;
}

/** Days since the start of the file, as in 2018-08-15. */
export function dayOf(date: string): number {
  return (secondsOf(`${date}T00:00:00Z`) - START) / DAY;
}

/** Day of a row since the start of the file. */
export function dayAt(at: number): number {
  return Math.floor((at - START) / DAY);
}

async function* rowsOf(path: string): AsyncIterable<Row> {
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  let columns: readonly string[] | null = null;
  for await (const line of createInterface({ input })) {
    const fields = line.split(',');
    if (!columns) {
      columns = fields;
      continue;
    }
    const [id = '', t, customer = '', terminal = '', amount = '0', fraud] = fields;
    const minorUnits = BigInt(amount);
    yield { id, at: START + Number(t), customer, terminal, minorUnits, fraud: fraud === '1' };
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
