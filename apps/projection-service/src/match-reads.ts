import type { RecordedEvent } from '#event-store';
import { PAYMENT_STREAM_PREFIX } from '#payments';
import { rowsOf, type Plain, type Read, type Table, type View } from '#projections';
import { isTelling, type SettlementLine, type LedgerRecord } from '#reconciliation';

/** Rows that both books of one object of a provider meet in, in whichever view keeps them. */
type MatchRow = {
  reference: string;
  kind: string;
  provider: string;
  paymentId: string | null;
};

/**
 * What an event's handler looks at. Events of ours do not all name the provider's object: their
 * payment leads to it, since every row that its captures can meet carries the payment's id.
 */
export function matchReads<Payment extends { paymentId: string }, Row extends MatchRow>(
  { stream, type, data }: RecordedEvent,
  tables: { readonly payments: Table<Payment>; readonly matches: Table<Row> },
): Read[] {
  const { reference, disputeId, lineId } = data as Readonly<Record<string, unknown>>;
  const reads: Read[] = [];
  const ours = stream.startsWith(PAYMENT_STREAM_PREFIX);
  if (ours) reads.push(rowsOf(tables.payments, 'paymentId', paymentId(stream)));
  if (ours && !isTelling(type)) return reads;
  if (ours) reads.push(rowsOf<MatchRow>(tables.matches, 'paymentId', paymentId(stream)));
  for (const named of [reference, disputeId, lineId]) {
    if (typeof named === 'string') reads.push(rowsOf<MatchRow>(tables.matches, 'reference', named));
  }
  return reads;
}

function paymentId(stream: string): string {
  return stream.slice(PAYMENT_STREAM_PREFIX.length);
}

/** The disputes of a capture that the books told before the capture itself was known. */
export function disputeOf<Row extends MatchRow>(
  told: LedgerRecord,
  view: View,
  table: Table<Row>,
): Plain<Row> | null {
  const { provider, kind, reference } = told.key;
  if (kind !== 'capture' || !('movement' in told)) return null;
  const key: Partial<MatchRow> = { provider, kind: 'dispute', reference };
  const found = view.find(table, key as Partial<Row>);
  return found?.paymentId === null ? found : null;
}

/** Whose payment a line belongs to: by the capture it names, else by what the provider says. */
export function paymentOfLine<Row extends MatchRow>(
  { provider, reference, paymentId: told }: SettlementLine,
  view: View,
  table: Table<Row>,
): string | null {
  const key: Partial<MatchRow> = { provider, kind: 'capture', reference };
  return view.find(table, key as Partial<Row>)?.paymentId ?? told;
}
