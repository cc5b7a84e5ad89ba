import type { RecordedEvent } from '#event-store';
import {
  ADJUSTMENT_STREAM_PREFIX,
  BOOKED_EVENTS,
  bookPayout,
  entryOf,
  entryOfLine,
  entryOfWriteOff,
  evolveContext,
  UNKNOWN_PAYOUT,
  upcastAdjustment,
  type AdjustmentEvent,
  type JournalContext,
  type PayoutPlace,
  type PayoutState,
} from '#journal';
import { Money } from '#money';
import {
  isPaymentEventType,
  PAYMENT_EVENT_TYPES,
  PAYMENT_STREAM_PREFIX,
  PAYOUT_STREAM_PREFIX,
  upcast,
  upcastPayout,
  type PaymentEvent,
  type PayoutRecorded,
  type ProviderName,
} from '#payments';
import { defineProjection, each, rowsOf, type Read, type View } from '#projections';
import {
  EXCEPTION_EVENT_TYPES,
  EXCEPTION_STREAM_PREFIX,
  isExceptionEventType,
  SETTLEMENT_STREAM_PREFIX,
  toldBy,
  upcastException,
  upcastSettlement,
  type ExceptionEvent,
  type ExceptionReopened,
  type ExceptionResolved,
  type SettlementEvent,
  type SettlementLineRecorded,
} from '#reconciliation';
import { JOURNAL_VIEW_5_TABLES } from '../../migrations/1795230000040-create-journal-view-5.js';
import { matchReads } from '../match-reads.js';
import { recordAdjustment } from './adjustment-rows.js';
import { writeEntry } from './journal-entry.js';
import { noteLine, noteTold } from './journal-match.js';
import {
  JournalAccount,
  JournalAdjustment,
  JournalDay,
  JournalEntryRow,
  JournalMatch,
  JournalPayment,
  JournalPayout,
  JournalPosting,
} from './journal.entity.js';

/** Double entry, derived from each event alone, so it can always be rebuilt and never edited. */
export const journalView = defineProjection<
  PaymentEvent | PayoutRecorded | SettlementEvent | AdjustmentEvent | ExceptionEvent
>({
  name: 'journal-view-5',
  streamPrefixes: [
    PAYMENT_STREAM_PREFIX,
    PAYOUT_STREAM_PREFIX,
    SETTLEMENT_STREAM_PREFIX,
    ADJUSTMENT_STREAM_PREFIX,
    EXCEPTION_STREAM_PREFIX,
  ],
  listPrefixes: [SETTLEMENT_STREAM_PREFIX],
  rows: [
    JournalEntryRow,
    JournalPosting,
    JournalAccount,
    JournalDay,
    JournalPayment,
    JournalMatch,
    JournalPayout,
    JournalAdjustment,
  ],
  tables: JOURNAL_VIEW_5_TABLES,
  upcast: (type, data) => {
    if (isPaymentEventType(type)) return upcast(type, data);
    if (type.startsWith('Journal')) return upcastAdjustment(type, data);
    if (isExceptionEventType(type)) return upcastException(type, data);
    return type === 'PayoutRecorded' ? upcastPayout(type, data) : upcastSettlement(type, data);
  },
  reads: readsOf,
  on: {
    ...each(PAYMENT_EVENT_TYPES, 'ignored'),
    ...each(BOOKED_EVENTS, book),
    // These move nothing, and say where the lines of later events will be found.
    PaymentInitiated: book,
    PaymentRerouted: book,
    DisputeOpened: book,
    PayoutRecorded: recordPayout,
    SettlementLineRecorded: recordLine,
    SettlementLineSetAside: 'ignored',
    JournalAdjustmentProposed: recordAdjustment,
    JournalAdjustmentBooked: recordAdjustment,
    JournalReversalProposed: recordAdjustment,
    JournalAdjustmentReversed: recordAdjustment,
    JournalProposalWithdrawn: recordAdjustment,
    ...each(EXCEPTION_EVENT_TYPES, 'ignored'),
    ExceptionResolved: writeOff,
    ExceptionReopened: writeOff,
  },
});

function readsOf(recorded: RecordedEvent): Read[] {
  const { stream } = recorded;
  if (stream.startsWith(EXCEPTION_STREAM_PREFIX)) return [];
  if (stream.startsWith(PAYOUT_STREAM_PREFIX)) return [rowsOf(JournalPayout, 'payout', stream)];
  if (stream.startsWith(ADJUSTMENT_STREAM_PREFIX)) {
    const adjustmentId = stream.slice(ADJUSTMENT_STREAM_PREFIX.length);
    return [rowsOf(JournalAdjustment, 'adjustmentId', adjustmentId)];
  }
  const reads = matchReads(recorded, { payments: JournalPayment, matches: JournalMatch });
  const { provider, reference, kind } = recorded.data as Readonly<Record<string, unknown>>;
  if (kind !== 'payout') return reads;
  return [...reads, rowsOf(JournalPayout, 'payout', payoutName(provider, reference))];
}

/** Providers number their payouts each by itself; so are the streams of payouts named. */
function payoutName(provider: unknown, reference: unknown): string {
  return `${PAYOUT_STREAM_PREFIX}${String(provider)}-${String(reference)}`;
}

function recordPayout(event: PayoutRecorded, view: View, recorded: RecordedEvent): void {
  const { stream: payout, recordedAt } = recorded;
  const { entry, state } = bookPayout(event, payoutIn(view, payout), recordedAt);
  if (entry) writeEntry(entry, view, recorded);
  view.put(JournalPayout, payoutRow(payout, state));
}

function recordLine({ data }: SettlementLineRecorded, view: View, recorded: RecordedEvent): void {
  const noted = noteLine(data, view);
  if (!noted) return;
  const payout = data.kind === 'payout' ? payoutName(data.provider, data.reference) : null;
  const known = payout === null ? UNKNOWN_PAYOUT : payoutIn(view, payout);
  const { recordedAt } = recorded;
  const { adjustments, paymentId } = noted;
  const booked = entryOfLine(data, adjustments, { payout: known, paymentId, recordedAt });
  if (booked.entry) writeEntry(booked.entry, view, recorded);
  if (payout !== null) view.put(JournalPayout, payoutRow(payout, booked.payout));
}

/** Books what a person wrote off, and back what was reopened. */
function writeOff(
  event: ExceptionResolved | ExceptionReopened,
  view: View,
  recorded: RecordedEvent,
): void {
  const entry = entryOfWriteOff(event, recorded.recordedAt);
  if (entry) writeEntry(entry, view, recorded);
}

function payoutIn(view: View, payout: string): PayoutState {
  const known = view.find(JournalPayout, { payout });
  if (!known) return UNKNOWN_PAYOUT;
  const amount = known.amount && Money.fromJSON(known.amount);
  return { place: known.place as PayoutPlace, amount };
}

function payoutRow(payout: string, { place, amount }: PayoutState): JournalPayout {
  return { payout, place, amount: amount?.toJSON() ?? null };
}

function book(event: PaymentEvent, view: View, recorded: RecordedEvent): void {
  const { paymentId } = event.data;
  const known = view.find(JournalPayment, { paymentId });
  const context = known && contextOf(known);
  const told = context && toldBy(event, context);
  const adjustments = told ? noteTold(told, paymentId, view) : [];
  const entry = entryOf(event, context, recorded.recordedAt, adjustments);
  if (entry) writeEntry(entry, view, recorded);
  const next = evolveContext(context, event);
  if (next) view.put(JournalPayment, rowOf(paymentId, next));
}

function contextOf(row: JournalPayment): JournalContext {
  const { provider, merchantId, currency, held, references } = row;
  return {
    provider: provider as ProviderName,
    references,
    merchantId,
    held: Money.of(BigInt(held), currency),
  };
}

function rowOf(paymentId: string, context: JournalContext): JournalPayment {
  const { provider, references, merchantId, held } = context;
  const { currency, minorUnits } = held;
  const money = { currency, held: minorUnits.toString() };
  return { paymentId, provider, references, merchantId, ...money };
}
