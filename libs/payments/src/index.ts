export type { Operation } from '#provider-port';
export type { Instant, PaymentMethod, ProviderName } from './vocabulary.js';
export * from './events.js';
export * from './hold-events.js';
export * from './routing-events.js';
export * from './money-events.js';
export * from './dispute-events.js';
export * from './contradiction-events.js';
export { PAYMENT_ERRORS, PaymentError, type PaymentErrorCode } from './errors.js';
export { isPaymentEventType, PAYMENT_EVENT_TYPES, UnknownEvent, upcast } from './upcast.js';
export { PAYMENT_STREAM_PREFIX, paymentStream } from './stream.js';
export { evolve } from './evolve.js';
export {
  capturedOf,
  isSpent,
  NO_PAYMENT,
  refundedOf,
  type Authorisation,
  type Cancellation,
  type Capture,
  type Dispute,
  type HoldChange,
  type KeptContradiction,
  type Payment,
  type Refund,
  type Reversal,
  type Void,
} from './payment.js';
export { MissingPredecessor, type Refusal } from './outcome.js';
export { PAYMENT_STATUSES, statusOf, type PaymentStatus } from './status.js';
export { attend, type Attention } from './attention.js';
export {
  isHoldOverdue,
  nextStep,
  openPromises,
  type NextStep,
  type OpenPromise,
} from './progress.js';
export { contradictionOf, type MoneyFact } from './contradiction.js';
export {
  openContradictions,
  recordContradiction,
  settleContradiction,
} from './record-contradiction.js';
export { resolveOutcome, type ResolveOutcome } from './resolve.js';
export {
  initiatedOf,
  initiatePayment,
  isOccurrence,
  type ClockBounds,
  type InitiatePayment,
} from './initiate.js';
export { recordAssessment, type RecordAssessment } from './assess.js';
export { verdictGroundsOf, type VerdictGrounds } from './verdict-grounds.js';
export { decideReview, endedAtBy, ENDING_EVENTS, reviewOf, type DecideReview } from './review.js';
export {
  mayProceed,
  recordAuthorisation,
  requestAuthorisation,
  type AuthorisationOutcome,
  type RequestAuthorisation,
} from './authorise.js';
export {
  authorisedOf,
  recordCapture,
  requestCapture,
  type CaptureOutcome,
  type RequestCapture,
} from './capture.js';
export {
  recordRelease,
  recordVoid,
  requestRelease,
  requestVoid,
  type RequestVoid,
  type VoidOutcome,
} from './void.js';
export { recordRefund, requestRefund, type RefundOutcome, type RequestRefund } from './refund.js';
export { recordUnknown } from './unknown.js';
export {
  PAYOUT_STREAM_PREFIX,
  recordPayout,
  upcastPayout,
  type PayoutFact,
  type PayoutRecorded,
  type PayoutStatus,
} from './payout.js';
export { escalateOutcome } from './escalate.js';
export {
  recordIncrement,
  recordOutsideIncrement,
  requestIncrement,
  type IncrementOutcome,
  type RequestIncrement,
} from './increment.js';
export {
  recordReauthorisation,
  requestReauthorisation,
  type ReauthorisationOutcome,
  type RequestReauthorisation,
} from './reauthorise.js';
export {
  recordAbandonment,
  recordCancellation,
  requestCancellation,
  type CancellationOutcome,
  type RequestCancellation,
} from './cancel.js';
export {
  CANCELLATION_RESULTS,
  cancellationResultOf,
  planCancellation,
  type CancellationResult,
} from './plan-cancellation.js';
export { missingFees, recordFee, type MissingFee } from './fee.js';
export {
  captureOf,
  recordCaptureFact,
  recordRefundFact,
  recordRefundFailure,
  recordReversal,
  type CaptureFact,
  type IdOf,
  type RefundFact,
} from './outside-money.js';
export {
  recordDispute,
  recordDisputeEnd,
  recordDisputeMovement,
  recordFraudReport,
  recordProviderReview,
  type DisputeFact,
} from './dispute.js';
