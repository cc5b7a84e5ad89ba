import type { AccessErrorCode } from '#access';
import type { CaseErrorCode } from '#cases';
import { ConcurrencyConflict, EventStoreUnavailable } from '#event-store';
import type { PaymentErrorCode } from '#payments';
import { Problem, refusalDocument, type ProblemDocument, type RefusalStatus } from '#platform';
import type { ExceptionErrorCode } from '#reconciliation';
import type { RoutingErrorCode } from '#routing';

/** HTTP status of each refusal. The type makes a new code without a status fail to compile. */
export const REFUSALS: Readonly<
  Record<
    PaymentErrorCode | RoutingErrorCode | CaseErrorCode | ExceptionErrorCode | AccessErrorCode,
    RefusalStatus
  >
> = {
  'key-not-known': 404,
  'key-needs-person': 422,
  'key-expiry-past': 422,
  'key-limit-reached': 409,
  'person-not-known': 404,
  'grant-past': 422,
  'invitation-invalid': 404,
  'invitation-spent': 409,
  'admin-there': 409,
  'own-grant': 409,
  'case-leased': 409,
  'case-changed': 409,
  'case-notes-full': 409,
  'snooze-out-of-bounds': 422,
  'exception-resolved': 409,
  'exception-not-resolved': 409,
  'exception-changed': 409,
  'exception-resolution-waiting': 409,
  'exception-nothing-waiting': 409,
  'exception-needs-second-person': 409,
  'exception-match-taken': 409,
  'exception-period-closed': 409,
  'exception-notes-full': 409,
  'exception-evidence-full': 409,
  'exception-resolution-incomplete': 422,
  'payment-not-found': 404,
  'amount-not-positive': 422,
  'occurrence-out-of-bounds': 422,
  'amount-not-supported': 422,
  'currency-mismatch': 422,
  'payment-not-assessed': 409,
  'payment-held': 409,
  'payment-declined': 409,
  'payment-already-authorised': 409,
  'payment-not-authorised': 409,
  'payment-voided': 409,
  'operation-in-progress': 409,
  'capture-exceeds-authorised': 422,
  'nothing-to-capture': 409,
  'payment-captured': 409,
  'payment-not-captured': 409,
  'capture-not-found': 422,
  'capture-ambiguous': 422,
  'refund-exceeds-captured': 422,
  'refund-exceeds-undisputed': 422,
  'payment-cancelled': 409,
  'amount-not-raised': 422,
  'hold-in-use': 409,
  'operation-not-supported': 422,
  'operation-not-open': 409,
  'outcome-incomplete': 422,
  'order-cancelled': 409,
  'payment-ended': 409,
  'payment-not-held': 409,
  'nothing-to-release': 409,
  'payment-contradicted': 409,
  'reference-taken': 409,
  'reference-unknown': 422,
  'routing-not-proposed': 409,
  'routing-not-waiting': 409,
  'routing-needs-second-person': 409,
  'routing-already-active': 409,
  'routing-nothing-before': 409,
};

/** The only place that knows which HTTP status an error of commands has. */
export function problemOf(error: unknown): ProblemDocument | null {
  if (error instanceof EventStoreUnavailable) {
    return new Problem('unavailable', 'the event store does not answer').toDocument();
  }
  if (error instanceof ConcurrencyConflict) {
    return new Problem('conflict', 'the payment changed at the same time').toDocument();
  }
  return refusalDocument(error, REFUSALS);
}
