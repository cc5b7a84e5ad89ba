import type { RecordedEvent } from '#event-store';
import { Money } from '#money';
import {
  isPaymentEventType,
  PAYMENT_STREAM_PREFIX,
  upcast,
  type EventOf,
  type PaymentEvent,
} from '#payments';
import { defineProjection, rowsOf, type Plain, type Read, type View } from '#projections';
import {
  matchStatusOf,
  SETTLEMENT_STREAM_PREFIX,
  totalsOf,
  upcastSettlement,
  type SettlementEvent,
} from '#reconciliation';
import { RECONCILIATION_VIEW_TABLES } from '../../migrations/1795230000002-create-reconciliation-view.js';
import { paymentIdOf } from '../views/recorded.js';
import {
  ReconciliationMatch,
  ReconciliationPayment,
  ReconciliationTotal,
  type MovementJson,
  type ProviderLineJson,
} from './reconciliation.entity.js';

/** What we captured and refunded, against what the providers' books say. */
export const reconciliationView = defineProjection<PaymentEvent | SettlementEvent>({
  name: 'reconciliation-view-1',
  streamPrefixes: [PAYMENT_STREAM_PREFIX, SETTLEMENT_STREAM_PREFIX],
  listPrefixes: [SETTLEMENT_STREAM_PREFIX],
  rows: [ReconciliationMatch, ReconciliationTotal, ReconciliationPayment],
  tables: RECONCILIATION_VIEW_TABLES,
  upcast: (type, data) =>
    isPaymentEventType(type) ? upcast(type, data) : upcastSettlement(type, data),
  reads: readsOf,
  on: {
    PaymentInitiated: ({ data: { paymentId, provider } }, view) => {
      view.put(ReconciliationPayment, { paymentId, provider });
    },
    PaymentRerouted: ({ data: { paymentId, provider } }, view) => {
      view.put(ReconciliationPayment, { paymentId, provider });
    },
    PaymentCaptured: recordCapture,
    PaymentRefunded: recordRefund,
    RefundReversed: recordReversedRefund,
    CaptureReversed: recordReversal,
    DisputeFundsWithdrawn: recordDispute,
    DisputeFundsReinstated: recordDispute,
    ProviderFeeRecorded: ({ data: { paymentId, fee } }, view) => {
      const key = { provider: providerOf(paymentId, view), currency: fee.currency };
      view.add(ReconciliationTotal, key, 'ourFees', fee.minorUnits);
    },
    SettlementLineRecorded: recordLine,

    RiskAssessed: 'ignored',
    PaymentHeldForReview: 'ignored',
    ReviewApproved: 'ignored',
    ReviewRejected: 'ignored',
    AuthorisationRequested: 'ignored',
    PayerActionRequired: 'ignored',
    PayerActionCompleted: 'ignored',
    PaymentAuthorised: 'ignored',
    AuthorisationDeclined: 'ignored',
    AuthorisationExpired: 'ignored',
    CaptureRequested: 'ignored',
    CaptureFailed: 'ignored',
    VoidRequested: 'ignored',
    PaymentVoided: 'ignored',
    VoidFailed: 'ignored',
    RefundRequested: 'ignored',
    RefundFailed: 'ignored',
    ProviderOutcomeUnknown: 'ignored',
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

type References = { readonly reference: unknown; readonly disputeId: unknown };

/** Rows meet by reference; the provider is only known once the payment's row is loaded. */
function readsOf(recorded: RecordedEvent): Read[] {
  const { reference = null, disputeId = reference } = recorded.data as Partial<References>;
  const reads: Read[] = [];
  if (typeof disputeId === 'string') {
    reads.push(rowsOf(ReconciliationMatch, 'reference', disputeId));
  }
  if (recorded.stream.startsWith(PAYMENT_STREAM_PREFIX)) {
    reads.push(rowsOf(ReconciliationPayment, 'paymentId', paymentIdOf(recorded)));
  }
  return reads;
}

function recordCapture(
  { data }: EventOf<'PaymentCaptured'>,
  view: View,
  recorded: RecordedEvent,
): void {
  const { captureId: operationId, amount, capturedAt: at } = data;
  recordMovement({ ...data, kind: 'capture', operationId, amount, at }, view, recorded);
}

function recordRefund(
  { data }: EventOf<'PaymentRefunded'>,
  view: View,
  recorded: RecordedEvent,
): void {
  const { refundId: operationId, refundedAt: at } = data;
  const amount = data.amount.negated();
  recordMovement({ ...data, kind: 'refund', operationId, amount, at }, view, recorded);
}

/** The provider books a refund that came back under the refund's own reference. */
function recordReversedRefund(
  { data }: EventOf<'RefundReversed'>,
  view: View,
  recorded: RecordedEvent,
): void {
  const { refundId, amount, reversedAt: at } = data;
  const operationId = `${refundId} reversed`;
  recordMovement({ ...data, kind: 'refund', operationId, amount, at }, view, recorded);
}

function recordReversal(
  { data }: EventOf<'CaptureReversed'>,
  view: View,
  recorded: RecordedEvent,
): void {
  const { captureId, reversedAt: at } = data;
  const amount = data.amount.negated();
  const operationId = `${captureId} reversed`;
  recordMovement({ ...data, kind: 'dispute', operationId, amount, at }, view, recorded);
}

/** Money out and money back of one dispute meet under the dispute's id. */
function recordDispute(
  event: EventOf<'DisputeFundsWithdrawn' | 'DisputeFundsReinstated'>,
  view: View,
  recorded: RecordedEvent,
): void {
  const { paymentId, disputeId: reference, movementReference: operationId, fee } = event.data;
  const out = event.type === 'DisputeFundsWithdrawn';
  const amount = out ? event.data.amount.negated() : event.data.amount;
  const at = out ? event.data.withdrawnAt : event.data.reinstatedAt;
  const movement = { kind: 'dispute', paymentId, reference, operationId, amount, at } as const;
  recordMovement(movement, view, recorded);
  const key = { provider: providerOf(paymentId, view), currency: fee.currency };
  view.add(ReconciliationTotal, key, 'ourFees', fee.minorUnits);
}

type OurMovement = {
  readonly kind: 'capture' | 'refund' | 'dispute';
  readonly paymentId: string;
  readonly reference: string;
  readonly operationId: string;
  readonly amount: Money;
  readonly at: string;
};

function recordMovement(movement: OurMovement, view: View, recorded: RecordedEvent): void {
  const { kind, paymentId, reference, operationId, amount, at } = movement;
  const provider = providerOf(paymentId, view);
  const match = matchOf({ provider, kind, reference }, view, recorded);
  const ours = [...match.ours, { operationId, amount: amount.toJSON(), at }];
  put({ ...match, paymentId, ours }, view);
  const { currency, minorUnits } = amount;
  view.add(ReconciliationTotal, { provider, currency }, 'ourGross', minorUnits);
}

function recordLine({ data }: SettlementEvent, view: View, recorded: RecordedEvent): void {
  const { provider, kind, reference, lineId, amount, fee, at } = data;
  const match = matchOf({ provider, kind, reference }, view, recorded);
  // The books overlap from one import to the next; a line counts once.
  if (match.theirs.some((line) => line.lineId === lineId)) return;
  const theirs = [...match.theirs, { lineId, amount: amount.toJSON(), fee: fee.toJSON(), at }];
  put({ ...match, paymentId: match.paymentId ?? data.paymentId, theirs }, view);
  const { gross, fees, paidOut } = totalsOf(data);
  const key = { provider, currency: amount.currency };
  view.add(ReconciliationTotal, key, 'theirGross', gross.minorUnits);
  view.add(ReconciliationTotal, key, 'theirFees', fees.minorUnits);
  view.add(ReconciliationTotal, key, 'theirPaidOut', paidOut.minorUnits);
}

type Match = Plain<ReconciliationMatch>;

function matchOf(
  key: Pick<Match, 'provider' | 'kind' | 'reference'>,
  view: View,
  { position }: RecordedEvent,
): Match {
  return (
    view.find(ReconciliationMatch, key) ?? {
      ...key,
      paymentId: null,
      status: 'expected',
      overdue: 'missing-at-provider',
      ours: [],
      theirs: [],
      movedAt: new Date(0),
      opened: position.commit.toString(),
    }
  );
}

function put(match: Match, view: View): void {
  const { kind, ours, theirs } = match;
  const sides = {
    kind: kind as OurMovement['kind'],
    ours: ours.map(withMoney),
    theirs: theirs.map(withMoneyAndFee),
  };
  const known = ours.length > 0 ? ours : theirs;
  view.put(ReconciliationMatch, {
    ...match,
    status: matchStatusOf(sides, BEFORE_EVERY_INSTANT),
    overdue: matchStatusOf(sides, AFTER_EVERY_INSTANT),
    movedAt: new Date(Math.max(...known.map(({ at }) => Date.parse(at)))),
  });
}

const BEFORE_EVERY_INSTANT = '';
const AFTER_EVERY_INSTANT = '~';

function withMoney(movement: MovementJson) {
  return { ...movement, amount: Money.fromJSON(movement.amount) };
}

function withMoneyAndFee(line: ProviderLineJson) {
  return { ...line, amount: Money.fromJSON(line.amount), fee: Money.fromJSON(line.fee) };
}

function providerOf(paymentId: string, view: View): string {
  const payment = view.find(ReconciliationPayment, { paymentId });
  if (!payment) throw new RangeError(`payment ${paymentId} was never initiated`);
  return payment.provider;
}
