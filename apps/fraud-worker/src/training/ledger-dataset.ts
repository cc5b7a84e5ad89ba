import { comparePositions, type EventStore, type Position } from '#event-store';
import {
  countedAt,
  evidenceAfter,
  FEATURES,
  isFraud,
  NO_EVIDENCE,
  secondsOf,
  type LabelEvidence,
} from '#fraud';
import { Dataset } from '#fraud-model';
import { replayLedger } from './replay.js';
import { Selection } from './selection.js';

/** An unlabelled payment counts as honest once it is this old: most fraud is reported by then. */
const MATURITY_SECONDS = 30 * 86_400;

export type LedgerLabels = {
  /**
   * Payments with a label, and mature ones without, in the order they were recorded; without what
   * was declined, which those approved at random stand for.
   */
  readonly data: Dataset;
  /** Labels that arrived after `since`. */
  readonly newLabels: number;
  /** Of the last event read. */
  readonly position: Position | null;
};

/**
 * Folds all payments of the store into rows, as the live worker does, with the labels known by now.
 *
 * @param since position of the last event an earlier model learnt from.
 */
export async function ledgerDataset(
  store: EventStore,
  { since, now }: { readonly since: Position | null; readonly now: string },
): Promise<LedgerLabels> {
  const payments = new Dataset(FEATURES.length);
  const recordedAt: number[] = [];
  const rowOf = new Map<string, number>();
  const labels = new Map<string, LabelEvidence>();
  const selection = new Selection();
  let newLabels = 0;
  let position: Position | null = null;

  for await (const { recorded, event, vector } of replayLedger(store)) {
    position = recorded.position;
    const { paymentId } = event.data;
    if (vector && event.type === 'PaymentInitiated') {
      const { initiatedAt, customerId } = event.data;
      rowOf.set(paymentId, payments.length);
      recordedAt.push(secondsOf(initiatedAt));
      payments.add(vector, { at: countedAt(event.data), customer: customerId, fraud: false });
    }
    if (event.type === 'RiskAssessed') selection.observe(event.data);
    const known = labels.get(paymentId) ?? NO_EVIDENCE;
    const evidence = evidenceAfter(known, event);
    if (evidence === known) continue;
    labels.set(paymentId, evidence);
    if (isFraud(evidence) === isFraud(known)) continue;
    if (since === null || comparePositions(recorded.position, since) > 0) newLabels += 1;
  }

  const paymentOf = new Map([...rowOf].map(([paymentId, row]) => [row, paymentId]));
  const matureBy = secondsOf(now) - MATURITY_SECONDS;
  const data = new Dataset(FEATURES.length);
  payments.origins.forEach((origin, row) => {
    const paymentId = paymentOf.get(row) ?? '';
    const fraud = isFraud(labels.get(paymentId) ?? NO_EVIDENCE);
    const isOpen = selection.isBlocked(paymentId) || (recordedAt[row] ?? Infinity) > matureBy;
    if (fraud === null && isOpen) return;
    const weight = selection.weightOf(paymentId);
    const known = { ...origin, fraud: fraud ?? false, ...(weight !== 1 && { weight }) };
    data.add(Float64Array.from(payments.row(row)), known);
  });
  return { data, newLabels, position };
}
