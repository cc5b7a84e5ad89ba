import { evolveCase, type Case } from '#cases';
import type { RecordedEvent } from '#event-store';
import {
  PAYMENT_STREAM_PREFIX,
  upcast,
  verdictGroundsOf,
  type EventOf,
  type PaymentEvent,
} from '#payments';
import { defineProjection, rowsOf, type Plain, type View } from '#projections';
import { CASE_VIEW_TABLES } from '../../migrations/1795230000003-create-case-view.js';
import { clientOf, paymentIdOf } from '../views/recorded.js';
import { PaymentCase } from './payment-case.entity.js';

/** Payments under review, with what an analyst needs to decide. */
export const caseView = defineProjection<PaymentEvent>({
  name: 'case-view-1',
  streamPrefixes: [PAYMENT_STREAM_PREFIX],
  rows: [PaymentCase],
  tables: CASE_VIEW_TABLES,
  upcast,
  reads: (recorded) => [rowsOf(PaymentCase, 'paymentId', paymentIdOf(recorded))],
  on: {
    PaymentInitiated: begin,
    PaymentRerouted: ({ data: { paymentId, provider } }, view) => {
      view.put(PaymentCase, { ...rowOf(paymentId, view), provider });
    },
    RiskAssessed: recordRisk,
    PaymentHeldForReview: change,
    ReviewApproved: change,
    ReviewRejected: change,

    AuthorisationRequested: 'ignored',
    PayerActionRequired: 'ignored',
    PayerActionCompleted: 'ignored',
    PaymentAuthorised: 'ignored',
    AuthorisationDeclined: 'ignored',
    AuthorisationExpired: 'ignored',
    CaptureRequested: 'ignored',
    PaymentCaptured: 'ignored',
    CaptureFailed: 'ignored',
    ProviderFeeRecorded: 'ignored',
    VoidRequested: 'ignored',
    PaymentVoided: 'ignored',
    VoidFailed: 'ignored',
    RefundRequested: 'ignored',
    PaymentRefunded: 'ignored',
    RefundFailed: 'ignored',
    ProviderOutcomeUnknown: 'ignored',
    RefundReversed: 'ignored',
    CaptureReversed: 'ignored',
    IncrementRequested: 'ignored',
    AuthorisationIncremented: 'ignored',
    IncrementDeclined: 'ignored',
    ReauthorisationRequested: 'ignored',
    PaymentReauthorised: 'ignored',
    ReauthorisationFailed: 'ignored',
    CancellationPlanned: 'ignored',
    CancellationRequested: 'ignored',
    PaymentCancelled: 'ignored',
    CancellationFailed: 'ignored',
    DisputeOpened: 'ignored',
    DisputeAdvanced: 'ignored',
    DisputeFundsWithdrawn: 'ignored',
    DisputeFundsReinstated: 'ignored',
    DisputeWon: 'ignored',
    DisputeLost: 'ignored',
    DisputeClosed: 'ignored',
    FraudReported: 'ignored',
    ProviderReviewOpened: 'ignored',
    ProviderReviewClosed: 'ignored',
    OutcomeEscalated: 'ignored',
  },
});

function begin({ data }: EventOf<'PaymentInitiated'>, view: View, recorded: RecordedEvent): void {
  const { paymentId, orderId, merchantId, customerId, provider, amount, occurredAt } = data;
  view.put(PaymentCase, {
    paymentId,
    status: 'none',
    client: clientOf(recorded),
    orderId,
    merchantId,
    customerId,
    provider,
    currency: amount.currency,
    amount: amount.minorUnits.toString(),
    occurredAt: new Date(occurredAt),
    risk: null,
    reason: null,
    openedAt: null,
    opened: null,
    decision: null,
  });
}

function recordRisk({ data }: EventOf<'RiskAssessed'>, view: View): void {
  const { score, verdict, reasons, modelVersion, degraded, assessedAt } = data;
  const { rules } = verdictGroundsOf(data);
  // Absent where no rule decided: rows built before rules were shown stay as they are.
  const ruled = rules.length > 0 && { rules };
  const risk = { score, verdict, reasons, modelVersion, degraded, assessedAt, ...ruled };
  view.put(PaymentCase, { ...rowOf(data.paymentId, view), risk });
}

function change(event: PaymentEvent, view: View, { position }: RecordedEvent): void {
  const row = rowOf(event.data.paymentId, view);
  const next = evolveCase(caseOf(row), event);
  if (!next) return;
  const { status, reason, openedAt, decision } = next;
  const opened = row.opened ?? position.commit.toString();
  const change = { status, reason, openedAt: new Date(openedAt), opened, decision };
  view.put(PaymentCase, { ...row, ...change });
}

function rowOf(paymentId: string, view: View): Plain<PaymentCase> {
  const row = view.find(PaymentCase, { paymentId });
  if (!row) throw new RangeError(`payment ${paymentId} was never initiated`);
  return row;
}

/** The case as the rules see it; null for a payment that was never held. */
function caseOf({
  paymentId,
  status,
  reason,
  openedAt,
  decision,
}: Plain<PaymentCase>): Case | null {
  if (status === 'none' || reason === null || openedAt === null) return null;
  return { paymentId, status, reason, openedAt: openedAt.toISOString(), decision };
}
