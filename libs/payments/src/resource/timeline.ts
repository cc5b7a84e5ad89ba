import type { MoneyJson } from '#money';
import type { EventOf, PaymentEvent, PaymentEventType } from '../catalogue/events.js';
import type { Instant } from '../payment/vocabulary.js';

/** One event of a payment, in short. */
export type TimelineEntry = {
  readonly kind: PaymentEventType;
  /** When it happened; by the provider's clock where it tells. */
  readonly at: Instant;
  /** What it was about; null for what is about no amount. */
  readonly amount: MoneyJson | null;
};

type TimeOf<Type extends PaymentEventType> = keyof EventOf<Type>['data'] & `${string}At`;

/** The field that says when an event happened. */
const TIMES: { readonly [Type in PaymentEventType]: TimeOf<Type> } = {
  PaymentInitiated: 'initiatedAt',
  PaymentRerouted: 'reroutedAt',
  RiskAssessed: 'assessedAt',
  PaymentHeldForReview: 'heldAt',
  ReviewApproved: 'decidedAt',
  ReviewRejected: 'decidedAt',
  AuthorisationRequested: 'requestedAt',
  PayerActionRequired: 'requiredAt',
  PayerActionCompleted: 'completedAt',
  PaymentAuthorised: 'authorisedAt',
  AuthorisationDeclined: 'declinedAt',
  AuthorisationExpired: 'expiredAt',
  IncrementRequested: 'requestedAt',
  AuthorisationIncremented: 'incrementedAt',
  IncrementDeclined: 'declinedAt',
  ReauthorisationRequested: 'requestedAt',
  PaymentReauthorised: 'reauthorisedAt',
  ReauthorisationFailed: 'failedAt',
  CancellationPlanned: 'plannedAt',
  CancellationRequested: 'requestedAt',
  PaymentCancelled: 'cancelledAt',
  CancellationFailed: 'failedAt',
  VoidRequested: 'requestedAt',
  PaymentVoided: 'voidedAt',
  VoidFailed: 'failedAt',
  CaptureRequested: 'requestedAt',
  PaymentCaptured: 'capturedAt',
  CaptureFailed: 'failedAt',
  CaptureReversed: 'reversedAt',
  ProviderFeeRecorded: 'recordedAt',
  RefundRequested: 'requestedAt',
  PaymentRefunded: 'refundedAt',
  RefundFailed: 'failedAt',
  RefundReversed: 'reversedAt',
  DisputeOpened: 'openedAt',
  DisputeAdvanced: 'advancedAt',
  DisputeFundsWithdrawn: 'withdrawnAt',
  DisputeFundsReinstated: 'reinstatedAt',
  DisputeWon: 'closedAt',
  DisputeLost: 'closedAt',
  DisputeClosed: 'closedAt',
  FraudReported: 'reportedAt',
  ProviderReviewOpened: 'openedAt',
  ProviderReviewClosed: 'closedAt',
  ProviderOutcomeUnknown: 'observedAt',
  OutcomeEscalated: 'escalatedAt',
  ContradictionFound: 'foundAt',
  ContradictionSettled: 'settledAt',
};

export function timelineEntryOf({ type: kind, data }: PaymentEvent): TimelineEntry {
  const fields = data as Readonly<Record<string, unknown>>;
  const amount = 'amount' in data ? data.amount : 'fee' in data ? data.fee : null;
  return { kind, at: fields[TIMES[kind]] as Instant, amount: amount && amount.toJSON() };
}

/** The latest time that a payment's events tell. */
export function latest(timeline: readonly Pick<TimelineEntry, 'at'>[]): Instant {
  let [found] = timeline;
  for (const entry of timeline) {
    if (!found || Date.parse(entry.at) > Date.parse(found.at)) found = entry;
  }
  if (!found) throw new TypeError('a payment without PaymentInitiated has no times');
  return found.at;
}
