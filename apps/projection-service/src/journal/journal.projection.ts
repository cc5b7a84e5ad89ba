import type { RecordedEvent } from '#event-store';
import {
  bookPayout,
  entryOf,
  evolveContext,
  type JournalContext,
  type JournalEntry,
  type PayoutPlace,
} from '#journal';
import { Money } from '#money';
import {
  isPaymentEventType,
  PAYMENT_STREAM_PREFIX,
  PAYOUT_STREAM_PREFIX,
  upcast,
  upcastPayout,
  type PaymentEvent,
  type PayoutRecorded,
  type ProviderName,
} from '#payments';
import { defineProjection, rowsOf, type Read, type View } from '#projections';
import { JOURNAL_VIEW_2_TABLES } from '../../migrations/1795230000004-create-journal-view-2.js';
import { paymentIdOf } from '../views/recorded.js';
import {
  JournalAccount,
  JournalEntryRow,
  JournalPayment,
  JournalPayout,
  JournalPosting,
} from './journal.entity.js';

/** Double entry, derived from each event alone, so it can always be rebuilt and never edited. */
export const journalView = defineProjection<PaymentEvent | PayoutRecorded>({
  name: 'journal-view-2',
  streamPrefixes: [PAYMENT_STREAM_PREFIX, PAYOUT_STREAM_PREFIX],
  rows: [JournalEntryRow, JournalPosting, JournalAccount, JournalPayment, JournalPayout],
  tables: JOURNAL_VIEW_2_TABLES,
  upcast: (type, data) =>
    isPaymentEventType(type) ? upcast(type, data) : upcastPayout(type, data),
  reads: (recorded) => [readOf(recorded)],
  on: {
    PayoutRecorded: recordPayout,
    PaymentInitiated: book,
    PaymentRerouted: book,
    PaymentAuthorised: book,
    AuthorisationExpired: book,
    PaymentCaptured: book,
    ProviderFeeRecorded: book,
    PaymentVoided: book,
    PaymentRefunded: book,
    RefundReversed: book,
    CaptureReversed: book,
    AuthorisationIncremented: book,
    PaymentReauthorised: book,
    DisputeFundsWithdrawn: book,
    DisputeFundsReinstated: book,

    // These move neither money nor a hold, see BOOKINGS in #journal.
    RiskAssessed: 'ignored',
    PaymentHeldForReview: 'ignored',
    ReviewApproved: 'ignored',
    ReviewRejected: 'ignored',
    AuthorisationRequested: 'ignored',
    PayerActionRequired: 'ignored',
    PayerActionCompleted: 'ignored',
    AuthorisationDeclined: 'ignored',
    CaptureRequested: 'ignored',
    CaptureFailed: 'ignored',
    VoidRequested: 'ignored',
    VoidFailed: 'ignored',
    RefundRequested: 'ignored',
    RefundFailed: 'ignored',
    ProviderOutcomeUnknown: 'ignored',
    IncrementRequested: 'ignored',
    IncrementDeclined: 'ignored',
    ReauthorisationRequested: 'ignored',
    ReauthorisationFailed: 'ignored',
    CancellationPlanned: 'ignored',
    CancellationRequested: 'ignored',
    PaymentCancelled: 'ignored',
    CancellationFailed: 'ignored',
    DisputeOpened: 'ignored',
    DisputeAdvanced: 'ignored',
    DisputeWon: 'ignored',
    DisputeLost: 'ignored',
    DisputeClosed: 'ignored',
    FraudReported: 'ignored',
    ProviderReviewOpened: 'ignored',
    ProviderReviewClosed: 'ignored',
    OutcomeEscalated: 'ignored',
    ContradictionFound: 'ignored',
    ContradictionSettled: 'ignored',
  },
});

function readOf(recorded: RecordedEvent): Read {
  const { stream } = recorded;
  return stream.startsWith(PAYOUT_STREAM_PREFIX)
    ? rowsOf(JournalPayout, 'payout', stream)
    : rowsOf(JournalPayment, 'paymentId', paymentIdOf(recorded));
}

function recordPayout(event: PayoutRecorded, view: View, recorded: RecordedEvent): void {
  const { stream: payout, recordedAt } = recorded;
  const known = view.find(JournalPayout, { payout })?.place as PayoutPlace | undefined;
  const { entry, place } = bookPayout(event, known ?? 'provider', recordedAt);
  if (entry) write(entry, event, view, recorded);
  view.put(JournalPayout, { payout, place });
}

function book(event: PaymentEvent, view: View, recorded: RecordedEvent): void {
  const { paymentId } = event.data;
  const known = view.find(JournalPayment, { paymentId });
  const context = known && contextOf(known);
  const entry = entryOf(event, context, recorded.recordedAt);
  if (entry) write(entry, event, view, recorded);
  const next = evolveContext(context, event);
  if (next) view.put(JournalPayment, rowOf(paymentId, next));
}

function write(
  { paymentId, payoutReference, postings, effectiveAt, recordedAt }: JournalEntry,
  { type: eventType }: PaymentEvent | PayoutRecorded,
  view: View,
  { id: entryId, position }: RecordedEvent,
): void {
  const times = { effectiveAt: new Date(effectiveAt), recordedAt: new Date(recordedAt) };
  const commit = position.commit.toString();
  const prepare = position.prepare.toString();
  const owner = { paymentId, payoutReference };
  view.insert(JournalEntryRow, { entryId, commit, prepare, ...owner, eventType, ...times });
  postings.forEach(({ account, amount: { minorUnits, currency } }, line) => {
    const amount = minorUnits.toString();
    view.insert(JournalPosting, { entryId, line, account, currency, amount, ...times });
    if (minorUnits > 0n) view.add(JournalAccount, { account, currency }, 'debits', minorUnits);
    else view.add(JournalAccount, { account, currency }, 'credits', -minorUnits);
  });
}

function contextOf({ provider, merchantId, currency, held }: JournalPayment): JournalContext {
  return {
    provider: provider as ProviderName,
    merchantId,
    held: Money.of(BigInt(held), currency),
  };
}

function rowOf(paymentId: string, { provider, merchantId, held }: JournalContext): JournalPayment {
  const { currency, minorUnits } = held;
  return { paymentId, provider, merchantId, currency, held: minorUnits.toString() };
}
