import { Stripe } from 'stripe';
import { codesOf } from '../refusal-codes.js';
import { retryAfterMsOf, type Diagnosis, type Treatment } from '../treatment.js';

type StripeErrorRow = {
  /** Class of the SDK's error. */
  readonly type: string;
  /** Stripe's error code; absent: every other code of this class. */
  readonly code?: string;
  /** The parameter complained about; absent: any. */
  readonly param?: string;
  readonly treatment: Treatment;
};

const INVALID = 'StripeInvalidRequestError';

/**
 * The first row that fits decides.
 *
 * As of 2026-10-28: docs.stripe.com/error-codes and the error classes of the SDK's version.
 */
export const STRIPE_ERRORS: readonly StripeErrorRow[] = [
  // 402: the issuer or Stripe's own rules declined.
  { type: 'StripeCardError', treatment: 'refused' },

  // 400 for a request that Stripe cannot read, for any of its parameters.
  { type: INVALID, code: 'parameter_unknown', treatment: 'misuse' },
  { type: INVALID, code: 'parameter_missing', treatment: 'misuse' },
  { type: INVALID, code: 'parameter_invalid_integer', treatment: 'misuse' },

  // 400 and 404 that tell of a state: perhaps our own earlier attempt brought it about.
  { type: INVALID, code: 'payment_intent_unexpected_state', treatment: 'read-back' },
  { type: INVALID, code: 'charge_already_captured', treatment: 'read-back' },
  { type: INVALID, code: 'charge_already_refunded', treatment: 'read-back' },
  { type: INVALID, code: 'charge_expired_for_capture', treatment: 'read-back' },
  { type: INVALID, code: 'capture_charge_authorization_expired', treatment: 'read-back' },
  // Stripe names no code when a refund exceeds what is left of the charge.
  { type: INVALID, param: 'amount', treatment: 'read-back' },
  { type: INVALID, param: 'amount_to_capture', treatment: 'read-back' },

  // 400 that hold for every payer: what this account takes, and of which size.
  { type: INVALID, code: 'amount_too_large', treatment: 'unsupported' },
  { type: INVALID, code: 'amount_too_small', treatment: 'unsupported' },
  { type: INVALID, code: 'invalid_charge_amount', treatment: 'unsupported' },
  { type: INVALID, code: 'payment_method_currency_mismatch', treatment: 'unsupported' },
  { type: INVALID, code: 'payment_method_unsupported_type', treatment: 'unsupported' },

  // 400 and 404 that are final answers to a well-formed request.
  { type: INVALID, code: 'charge_disputed', treatment: 'refused' },
  { type: INVALID, code: 'charge_not_refundable', treatment: 'refused' },
  { type: INVALID, code: 'refund_disputed_payment', treatment: 'refused' },
  { type: INVALID, code: 'insufficient_funds', treatment: 'refused' },
  { type: INVALID, code: 'balance_insufficient', treatment: 'refused' },
  { type: INVALID, code: 'payment_intent_authentication_failure', treatment: 'refused' },
  { type: INVALID, code: 'payment_intent_payment_attempt_failed', treatment: 'refused' },
  { type: INVALID, code: 'payment_method_customer_decline', treatment: 'refused' },
  { type: INVALID, code: 'payment_method_provider_decline', treatment: 'refused' },
  { type: INVALID, code: 'payment_method_unexpected_state', treatment: 'refused' },
  { type: INVALID, code: 'token_already_used', treatment: 'refused' },
  { type: INVALID, code: 'token_in_use', treatment: 'refused' },
  // The caller's token is unknown: the payment fails, our request is fine.
  { type: INVALID, code: 'resource_missing', param: 'payment_method', treatment: 'refused' },

  // A lock on the object is held by another request (429 in the SDK, 400 in older answers).
  { type: INVALID, code: 'lock_timeout', treatment: 'unavailable' },

  { type: INVALID, treatment: 'misuse' },
  { type: 'StripeIdempotencyError', treatment: 'misuse' },
  { type: 'StripeAuthenticationError', treatment: 'misuse' },
  { type: 'StripePermissionError', treatment: 'misuse' },

  // Not carried out, yet worth repeating under the same key.
  { type: 'StripeRateLimitError', treatment: 'unavailable' },
  // 409: an earlier request under the same key is still being carried out.
  { type: 'StripeAPIError', code: 'idempotency_key_in_use', treatment: 'unavailable' },
  // 5xx and answers that are no JSON. Stripe keeps a 500 under its key, so repeating is not enough.
  { type: 'StripeAPIError', treatment: 'unclear' },
  // Timeout, reset, refused connection, cut-off answer.
  { type: 'StripeConnectionError', treatment: 'unavailable' },
];

/** @returns null when the error is not Stripe's: a bug of ours, to be thrown on. */
export function diagnoseStripe(error: unknown, now = new Date()): Diagnosis | null {
  if (!(error instanceof Stripe.errors.StripeError)) return null;
  const { type, param } = error;
  const row = STRIPE_ERRORS.find(
    (candidate) =>
      candidate.type === type &&
      (candidate.code === undefined || candidate.code === error.code) &&
      (candidate.param === undefined || candidate.param === param),
  );
  const code = error.decline_code ?? error.code ?? error.rawType ?? type;
  const request = error.requestId === undefined ? '' : ` (request ${error.requestId})`;
  return {
    // A class this table does not know: the outcome of the request is unknown.
    treatment: row?.treatment ?? 'unavailable',
    code,
    reason: `${error.message}${request}`,
    ...stripeCodesOf(error),
    retryAfterMs: retryAfterMsOf(error.headers?.['retry-after'], now),
  };
}

/** What stands beside the code of a decline, in an error or in what a payment remembers of it. */
export function stripeCodesOf(
  error: Pick<
    Stripe.PaymentIntent.LastPaymentError,
    'advice_code' | 'code' | 'decline_code' | 'network_advice_code' | 'network_decline_code'
  >,
): ReturnType<typeof codesOf> {
  return codesOf({
    error: error.decline_code === undefined ? null : error.code,
    advice: error.advice_code,
    network: error.network_decline_code,
    networkAdvice: error.network_advice_code,
    avs: null,
    cvv: null,
  });
}

/** No such object at Stripe, or not one of this account. */
export function isMissing(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeError && error.code === 'resource_missing';
}
