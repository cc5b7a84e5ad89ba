export * from './events.js';
export { PAYMENT_ERRORS, PaymentError, type PaymentErrorCode } from './errors.js';
export { isPaymentEventType, PAYMENT_EVENT_TYPES, UnknownEvent, upcast } from './upcast.js';
export { PAYMENT_STREAM_PREFIX, paymentStream } from './stream.js';
export {
  capturedOf,
  evolve,
  NO_PAYMENT,
  refundedOf,
  type Authorisation,
  type Capture,
  type Payment,
  type Refund,
} from './payment.js';
export { PAYMENT_STATUSES, statusOf, type PaymentStatus } from './status.js';
export { attend, type Attention } from './attention.js';
export { nextStep, openPromises, type OpenPromise } from './progress.js';
export { initiatedOf, initiatePayment, type InitiatePayment } from './initiate.js';
export { recordAssessment, type RecordAssessment } from './assess.js';
export { decideReview, type DecideReview } from './review.js';
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
  requestVoid,
  type RequestVoid,
  type VoidOutcome,
} from './void.js';
export { recordRefund, requestRefund, type RefundOutcome, type RequestRefund } from './refund.js';
export { recordUnknown } from './unknown.js';
