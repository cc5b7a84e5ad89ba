export type { Operation, PayoutStatus } from '#provider-port';
export type { Instant, PaymentMethod, ProviderName } from './payment/vocabulary.js';
export * from './events.js';
export * from './cancel/events.js';
export * from './routing/events.js';
export * from './capture/events.js';
export * from './dispute/events.js';
export * from './contradiction/events.js';
export { PAYMENT_ERRORS, PaymentError, type PaymentErrorCode } from './payment/errors.js';
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
} from './payment/payment.js';
export { MissingPredecessor } from './payment/outcome.js';
export { PAYMENT_STATUSES, statusOf, type PaymentStatus } from './payment/status.js';
export { attend, type Attention } from './attention.js';
export {
  isHoldOverdue,
  nextStep,
  openPromises,
  type NextStep,
  type OpenPromise,
} from './progress.js';
export { contradictionOf, isMoneyFact } from './contradiction/find.js';
export {
  openContradictions,
  recordContradiction,
  settleContradiction,
} from './contradiction/decide.js';
export { resolveOutcome, type ResolveOutcome } from './outcome/resolve.js';
export {
  initiatedOf,
  initiatePayment,
  isOccurrence,
  type ClockBounds,
  type InitiatePayment,
} from './initiate/decide.js';
export { recordAssessment, type RecordAssessment } from './risk/decide.js';
export { verdictGroundsOf, type VerdictGrounds } from './risk/verdict-grounds.js';
export {
  decideReview,
  endedAtBy,
  ENDING_EVENTS,
  reviewOf,
  type DecideReview,
} from './review/decide.js';
export {
  mayProceed,
  recordAuthorisation,
  requestAuthorisation,
  type RequestAuthorisation,
} from './authorise/decide.js';
export {
  authorisedOf,
  recordCapture,
  requestCapture,
  type RequestCapture,
} from './capture/decide.js';
export {
  recordRelease,
  recordVoid,
  requestRelease,
  requestVoid,
  type RequestVoid,
} from './void/decide.js';
export { recordRefund, requestRefund, type RequestRefund } from './refund/decide.js';
export { recordUnknown } from './outcome/unknown.js';
export {
  PAYOUT_STREAM_PREFIX,
  recordPayout,
  upcastPayout,
  type PayoutRecorded,
} from './payout/payout.js';
export { escalateOutcome } from './outcome/escalate.js';
export {
  recordIncrement,
  recordOutsideIncrement,
  requestIncrement,
  type RequestIncrement,
} from './increment/decide.js';
export {
  recordReauthorisation,
  requestReauthorisation,
  type RequestReauthorisation,
} from './reauthorise/decide.js';
export {
  recordAbandonment,
  recordCancellation,
  requestCancellation,
  type RequestCancellation,
} from './cancel/decide.js';
export {
  CANCELLATION_RESULTS,
  cancellationResultOf,
  planCancellation,
  type CancellationResult,
} from './cancel/plan.js';
export { missingFees, recordFee, type MissingFee } from './fee/decide.js';
export {
  captureOf,
  recordCaptureFact,
  recordRefundFact,
  recordRefundFailure,
  recordReversal,
  type IdOf,
} from './capture/fact.js';
export {
  recordDispute,
  recordDisputeEnd,
  recordDisputeMovement,
  recordFraudReport,
  recordProviderReview,
} from './dispute/decide.js';
