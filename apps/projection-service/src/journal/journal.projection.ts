import type { RecordedEvent } from '#event-store';
import {
  ADJUSTMENT_STREAM_PREFIX,
  BOOKED_EVENTS,
  bookPayout,
  entryOf,
  entryOfLine,
  entryOfWriteOff,
  evolveContext,
  entryOfBankLine,
  type JournalEntry,
  type Posting,
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
  BANK_STREAM_PREFIX,
  PROVIDER_BALANCE_STREAM_PREFIX,
  upcastBank,
  upcastProviderBalance,
  type BankEvent,
  type ProviderBalanceReported,
  type SettlementLine,
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
import { JOURNAL_VIEW_6_TABLES } from '../../migrations/1795240000001-create-journal-view-6.js';
import { matchReads } from '../match-reads.js';
import { recordAdjustment } from './adjustment-rows.js';
import {
  bookMatchedLine,
  namePayout,
  readsOfBankLine,
  readsOfMatchedLine,
  readsOfNamedPayout,
  recordBankLine,
  waitingFor,
} from './bank-lines.js';
import {
  JournalBankLine,
  JournalBankReference,
  JournalReportedBalance,
  type NamedPayout,
} from './bank-lines.entity.js';
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
  | PaymentEvent
  | PayoutRecorded
  | SettlementEvent
  | BankEvent
  | AdjustmentEvent
  | ExceptionEvent
  | ProviderBalanceReported
>({
  name: 'journal-view-6',
  streamPrefixes: [
    PAYMENT_STREAM_PREFIX,
    PAYOUT_STREAM_PREFIX,
    SETTLEMENT_STREAM_PREFIX,
    ADJUSTMENT_STREAM_PREFIX,
    EXCEPTION_STREAM_PREFIX,
    BANK_STREAM_PREFIX,
    PROVIDER_BALANCE_STREAM_PREFIX,
  ],
  listPrefixes: [SETTLEMENT_STREAM_PREFIX, BANK_STREAM_PREFIX],
  rows: [
    JournalEntryRow,
    JournalPosting,
    JournalAccount,
    JournalDay,
    JournalPayment,
    JournalMatch,
    JournalPayout,
    JournalAdjustment,
    ...[JournalBankReference, JournalBankLine, JournalReportedBalance],
  ],
  tables: JOURNAL_VIEW_6_TABLES,
  upcast: (type, data) => {
    if (isPaymentEventType(type)) return upcast(type, data);
    if (type.startsWith('Journal')) return upcastAdjustment(type, data);
    if (isExceptionEventType(type)) return upcastException(type, data);
    if (type === 'BankLineRecorded') return upcastBank(type, data);
    if (type === 'ProviderBalanceReported') return upcastProviderBalance(type, data);
    return type === 'PayoutRecorded' ? upcastPayout(type, data) : upcastSettlement(type, data);
  },
  reads: readsOf,
  follows: (recorded, view) => {
    const reference = payoutNamedIn(recorded);
    return reference === null ? [] : waitingFor(reference, view);
  },
  on: {
    ...each(PAYMENT_EVENT_TYPES, 'ignored'),
    ...each(BOOKED_EVENTS, book),
    // These move nothing, and say where the lines of later events will be found.
    PaymentInitiated: book,
    PaymentRerouted: book,
    DisputeOpened: book,
    PayoutRecorded: recordPayout,
    BankLineRecorded: recordBankLine,
    ProviderBalanceReported: recordReported,
    SettlementLineRecorded: recordLine,
    SettlementLineSetAside: 'ignored',
    JournalAdjustmentProposed: recordAdjustment,
    JournalAdjustmentBooked: recordAdjustment,
    JournalReversalProposed: recordAdjustment,
    JournalAdjustmentReversed: recordAdjustment,
    JournalProposalWithdrawn: recordAdjustment,
    ...each(EXCEPTION_EVENT_TYPES, 'ignored'),
    ExceptionResolved: settleException,
    ExceptionReopened: settleException,
  },
});

function readsOf(recorded: RecordedEvent): Read[] {
  const { stream, data } = recorded;
  const { exceptionId } = data as { readonly exceptionId?: string };
  if (stream.startsWith(PROVIDER_BALANCE_STREAM_PREFIX)) return [];
  if (stream.startsWith(EXCEPTION_STREAM_PREFIX)) {
    return exceptionId === undefined ? [] : readsOfMatchedLine(exceptionId);
  }
  if (stream.startsWith(BANK_STREAM_PREFIX)) return readsOfBankLine(recorded);
  const named = payoutNamedIn(recorded);
  const naming = named === null ? [] : [readsOfNamedPayout(named)];
  if (stream.startsWith(PAYOUT_STREAM_PREFIX)) {
    return [rowsOf(JournalPayout, 'payout', stream), ...naming];
  }
  if (stream.startsWith(ADJUSTMENT_STREAM_PREFIX)) {
    const adjustmentId = stream.slice(ADJUSTMENT_STREAM_PREFIX.length);
    return [rowsOf(JournalAdjustment, 'adjustmentId', adjustmentId)];
  }
  const reads = matchReads(recorded, { payments: JournalPayment, matches: JournalMatch });
  const { provider, reference, kind } = recorded.data as Readonly<Record<string, unknown>>;
  if (kind !== 'payout') return reads;
  return [...reads, ...naming, rowsOf(JournalPayout, 'payout', payoutName(provider, reference))];
}

/** The provider's id of the payout that an event tells of; null: of none. */
function payoutNamedIn({ type, data }: RecordedEvent): string | null {
  const { payoutReference, reference, kind } = data as Readonly<Record<string, unknown>>;
  if (type === 'PayoutRecorded') return String(payoutReference);
  return type === 'SettlementLineRecorded' && kind === 'payout' ? String(reference) : null;
}

/** Providers number their payouts each by itself; so are the streams of payouts named. */
function payoutName(provider: unknown, reference: unknown): string {
  return `${PAYOUT_STREAM_PREFIX}${String(provider)}-${String(reference)}`;
}

function recordPayout(event: PayoutRecorded, view: View, recorded: RecordedEvent): void {
  const { stream: payout, recordedAt } = recorded;
  const { provider, payoutReference: reference, amount } = event.data;
  const { entry, state } = bookPayout(event, payoutIn(view, payout), recordedAt);
  const banked = namePayout({ provider, reference, currency: amount.currency }, view);
  const times = { effectiveAt: event.data.recordedAt, recordedAt };
  const all = withBanked(entry ?? entryOfBankLine(banked, times, reference), entry, banked);
  if (all) writeEntry(all, view, recorded);
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
  const banked = payout === null ? [] : namePayout(namedBy(data), view);
  const times = { effectiveAt: data.at, recordedAt };
  const bank = entryOfBankLine(banked, times, data.reference);
  const all = withBanked(booked.entry ?? bank, booked.entry, banked);
  if (all) writeEntry(all, view, recorded);
  if (payout !== null) view.put(JournalPayout, payoutRow(payout, booked.payout));
}

function namedBy({ provider, reference, amount }: SettlementLine): NamedPayout {
  return { provider, reference, currency: amount.currency };
}

/** An entry of a payout is of all that its event tells, lines of the bank that waited too. */
function withBanked(
  written: JournalEntry | null,
  payout: JournalEntry | null,
  banked: readonly Posting[],
): JournalEntry | null {
  return payout === null ? written : { ...payout, postings: [...payout.postings, ...banked] };
}

function recordReported({ data }: ProviderBalanceReported, view: View): void {
  const balances = data.balances.map(({ available }) => available.toJSON());
  view.put(JournalReportedBalance, {
    provider: data.provider,
    asOf: new Date(data.asOf),
    balances,
  });
}

/** Books what a person wrote off or found at the bank, and back what was reopened. */
function settleException(
  event: ExceptionResolved | ExceptionReopened,
  view: View,
  recorded: RecordedEvent,
): void {
  bookMatchedLine(event, view, recorded);
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
