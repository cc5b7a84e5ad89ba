export type { Operation, PayoutStatus } from '#provider-port';
export type * from './catalogue/events.js';
export {
  MissingPredecessor,
  PAYMENT_ERRORS,
  PaymentError,
  type PaymentErrorCode,
} from './payment/errors.js';
export {
  authorisedOf,
  captureOf,
  initiatedOf,
  mayProceed,
  openContradictions,
} from './payment/guards.js';
export { type OpenPromise, openPromises } from './payment/open-promises.js';
export {
  type Authorisation,
  type Cancellation,
  type Capture,
  type Dispute,
  type HoldChange,
  NO_PAYMENT,
  type Payment,
  type Refund,
  type Reversal,
  type Void,
} from './payment/payment.js';
export { disputedOf } from './payment/given-back.js';
export { reviewOf } from './payment/standing.js';
export { PAYMENT_STATUSES, type PaymentStatus, statusOf } from './payment/status.js';
export { capturedOf, isSpent, refundedOf } from './payment/sums.js';
export {
  type CancellationReason,
  type IdOf,
  type Instant,
  OPERATION_IDS,
  type PaymentMethod,
  type ProviderName,
} from './payment/vocabulary.js';
export {
  recordAuthorisation,
  requestAuthorisation,
  type RequestAuthorisation,
} from './authorise/decide.js';
export {
  recordAbandonment,
  recordCancellation,
  requestCancellation,
  type RequestCancellation,
} from './cancel/decide.js';
export {
  CANCELLATION_RESULTS,
  type CancellationResult,
  cancellationResultOf,
  planCancellation,
} from './cancel/plan.js';
export { recordCapture, requestCapture, type RequestCapture } from './capture/decide.js';
export { recordCaptureFact, recordReversal } from './capture/fact.js';
export { CONTRADICTION_RULES } from './payment/contradiction.js';
export { recordContradiction, settleContradiction } from './contradiction/decide.js';
export { contradictionOf, isMoneyFact } from './contradiction/find.js';
export { codeRowsOf } from './decline/code-reasons.js';
export { type Decline, declineOf } from './decline/decline.js';
export {
  declineOfEvent,
  declineOfOperation,
  declineOfPayment,
} from './decline/payment-declines.js';
export { PAYER_LANGUAGES, type PayerMessage, payerMessageOf } from './decline/payer-messages.js';
export {
  DECLINE_ADVICE,
  DECLINE_REASON_NAMES,
  DECLINE_REASONS,
  type DeclineAdvice,
  type DeclineReason,
} from './decline/reasons.js';
export {
  recordDispute,
  recordDisputeEnd,
  recordDisputeMovement,
  recordFraudReport,
  recordProviderReview,
} from './dispute/decide.js';
export { type MissingFee, missingFees, recordFee } from './fee/decide.js';
export {
  recordIncrement,
  recordOutsideIncrement,
  requestIncrement,
  type RequestIncrement,
} from './increment/decide.js';
export {
  type ClockBounds,
  initiatePayment,
  type InitiatePayment,
  isOccurrence,
} from './initiate/decide.js';
export { escalateOutcome } from './outcome/escalate.js';
export { resolveOutcome, type ResolveOutcome } from './resolve.js';
export { recordUnknown } from './outcome/unknown.js';
export {
  PAYOUT_STREAM_PREFIX,
  type PayoutRecorded,
  recordPayout,
  upcastPayout,
  PERSONAL_OF_PAYOUTS,
} from './payout/payout.js';
export {
  recordReauthorisation,
  requestReauthorisation,
  type RequestReauthorisation,
} from './reauthorise/decide.js';
export { recordRefund, requestRefund, type RequestRefund } from './refund/decide.js';
export { recordRefundFact, recordRefundFailure } from './refund/fact.js';
export { decideReview, type DecideReview } from './review/decide.js';
export { REJECTION_REASONS, REVIEW_LABELS } from './review/events.js';
export { findingOf } from './review/label.js';
export { recordAssessment, type RecordAssessment } from './risk/decide.js';
export {
  DECIDED_BY,
  type DecidedBy,
  type VerdictGrounds,
  verdictGroundsOf,
} from './risk/verdict-grounds.js';
export {
  recordRelease,
  recordVoid,
  requestRelease,
  requestVoid,
  type RequestVoid,
} from './void/decide.js';
export { attend, type Attention } from './attention.js';
export { decideFact, FactContradicts, type FactContext } from './facts/decide.js';
export { decideAndHeal, healed, takeIn, takeInAll } from './facts/take-in.js';
export { PAYMENT_EVENTS } from './catalogue/catalogue.js';
export {
  endedAtBy,
  ENDING_EVENTS,
  isMoneyEvent,
  isPaymentEventType,
  MONEY_EVENTS,
  isRefusal,
  openedBy,
  PERSONAL_OF_PAYMENTS,
  PAYMENT_EVENT_TYPES,
  settledBy,
  type TypesWith,
} from './catalogue/kinds.js';
export { evolve } from './catalogue/evolve.js';
export { promiseOf, withNextPromise, type Extend } from './next-promise.js';
export { isHoldOverdue, nextStep, type NextStep } from './next-step.js';
export { recordOutcome, recordRefusal, requestOf } from './operations.js';
export { referencesOf } from './resource/references.js';
export { type PaymentRecord, type PaymentResource, paymentResource } from './resource/resource.js';
export { latest, type TimelineEntry, timelineEntryOf } from './resource/timeline.js';
export { PAYMENT_STREAM_PREFIX, paymentStream } from './stream.js';
export { upcast } from './catalogue/upcast.js';
