import { ConcurrencyConflict, EventStoreUnavailable } from '#event-store';
import { PAYMENT_ERRORS, PaymentError, type PaymentErrorCode } from '#payments';
import { Problem, problemDocument, type ProblemDocument } from '#platform';

/** HTTP status of each refusal. The type makes a new code without a status fail to compile. */
const STATUS: Record<PaymentErrorCode, 404 | 409 | 422> = {
  'payment-not-found': 404,
  'idempotency-key-reused': 422,
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
};

/** The only place that knows which HTTP status a business refusal has. */
export function problemOf(error: unknown): ProblemDocument | null {
  if (error instanceof PaymentError) {
    const { code, details } = error;
    const head = { code, status: STATUS[code], title: PAYMENT_ERRORS[code] };
    return problemDocument(head, detailOf(details));
  }
  if (error instanceof EventStoreUnavailable) {
    return new Problem('unavailable', 'the event store does not answer').toDocument();
  }
  if (error instanceof ConcurrencyConflict) {
    return new Problem('conflict', 'the payment changed at the same time').toDocument();
  }
  return null;
}

function detailOf(details: Readonly<Record<string, string>>): string | undefined {
  const pairs = Object.entries(details).map(([name, value]) => `${name}: ${value}`);
  return pairs.length === 0 ? undefined : pairs.join(', ');
}
