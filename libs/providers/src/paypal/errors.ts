import { ApiError } from '@paypal/paypal-server-sdk';
import { retryAfterMsOf, type Diagnosis, type Treatment } from '../treatment.js';
import { RestRefusal } from './rest.js';

/**
 * What to do about each issue that PayPal documents for the calls we make (Orders v2 and Payments
 * v2). An issue of a 422 that is not listed is final: PayPal understood the request and moved no
 * money.
 *
 * As of 2026-11-21: checkout_orders_v2 and payments_payment_v2 of PayPal's published
 * specifications.
 */
export const PAYPAL_ISSUES: Readonly<Record<string, Treatment>> = {
  // An earlier attempt of ours may have done it.
  ORDER_ALREADY_AUTHORIZED: 'read-back',
  ORDER_COMPLETED_OR_VOIDED: 'read-back',
  MAX_AUTHORIZATION_COUNT_EXCEEDED: 'read-back',
  AUTHORIZATION_ALREADY_CAPTURED: 'read-back',
  MAX_CAPTURE_AMOUNT_EXCEEDED: 'read-back',
  MAX_CAPTURE_COUNT_EXCEEDED: 'read-back',
  PREVIOUSLY_VOIDED: 'read-back',
  AUTHORIZATION_VOIDED: 'read-back',
  CAPTURE_FULLY_REFUNDED: 'read-back',
  REFUND_AMOUNT_EXCEEDED: 'read-back',
  MAX_NUMBER_OF_REFUNDS_EXCEEDED: 'read-back',
  REAUTHORIZATION_NOT_SUPPORTED: 'read-back',

  // Only we use our ids, so it was done, though PayPal may not list it yet.
  DUPLICATE_INVOICE_ID: 'unclear',

  // The payer has not finished at PayPal: the order tells where to send them.
  ORDER_NOT_APPROVED: 'read-back',
  PAYER_ACTION_REQUIRED: 'read-back',

  // Final answers.
  INSTRUMENT_DECLINED: 'refused',
  TRANSACTION_REFUSED: 'refused',
  TRANSACTION_LIMIT_EXCEEDED: 'refused',
  TRANSACTION_BLOCKED_BY_PAYEE: 'refused',
  TRANSACTION_DISPUTED: 'refused',
  COMPLIANCE_VIOLATION: 'refused',
  DOMESTIC_TRANSACTION_REQUIRED: 'refused',
  DECLINED_DUE_TO_RELATED_TXN: 'refused',
  MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED: 'refused',
  PAYEE_BLOCKED_TRANSACTION: 'refused',
  PAYER_ACCOUNT_LOCKED_OR_CLOSED: 'refused',
  PAYER_ACCOUNT_RESTRICTED: 'refused',
  PAYER_CANNOT_PAY: 'refused',
  ORDER_EXPIRED: 'refused',
  AUTHORIZATION_DENIED: 'refused',
  AUTHORIZATION_EXPIRED: 'refused',
  PREVIOUSLY_CAPTURED: 'refused',
  CANNOT_BE_VOIDED: 'refused',
  REFUND_NOT_ALLOWED: 'refused',
  REFUND_TIME_LIMIT_EXCEEDED: 'refused',
  REFUND_AMOUNT_TOO_LOW: 'refused',
  REFUND_FAILED_INSUFFICIENT_FUNDS: 'refused',
  REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK: 'refused',
  REFUND_IS_RESTRICTED: 'refused',
  PARTIAL_REFUND_NOT_ALLOWED: 'refused',
  PENDING_CAPTURE: 'refused',

  // What this account takes, and of which size: it holds for every payer.
  TRANSACTION_RECEIVING_LIMIT_EXCEEDED: 'unsupported',
  MAX_VALUE_EXCEEDED: 'unsupported',

  // The account or our request is wrong; no payer can mend that.
  PAYEE_ACCOUNT_INVALID: 'misuse',
  PAYEE_ACCOUNT_LOCKED_OR_CLOSED: 'misuse',
  PAYEE_ACCOUNT_RESTRICTED: 'misuse',
  INVALID_ACCOUNT_STATUS: 'misuse',
  AUTH_CAPTURE_NOT_ENABLED: 'misuse',
  PERMISSION_DENIED: 'misuse',
  ACTION_DOES_NOT_MATCH_INTENT: 'misuse',
  UNSUPPORTED_INTENT: 'misuse',
  CANNOT_BE_NEGATIVE: 'misuse',
  CANNOT_BE_ZERO_OR_NEGATIVE: 'misuse',
  CURRENCY_MISMATCH: 'misuse',
  AUTH_CAPTURE_CURRENCY_MISMATCH: 'misuse',
  AUTH_CURRENCY_MISMATCH: 'misuse',
  REFUND_CAPTURE_CURRENCY_MISMATCH: 'misuse',
  DECIMAL_PRECISION: 'misuse',
  DECIMALS_NOT_SUPPORTED: 'misuse',
  INVALID_CURRENCY_CODE: 'misuse',
  INVALID_RESOURCE_ID: 'misuse',
  PAYPAL_REQUEST_ID_REQUIRED: 'misuse',

  // Another request holds the object.
  PREVIOUS_REQUEST_IN_PROGRESS: 'unavailable',
};

/** By HTTP status, where no issue is named or known. */
export const PAYPAL_STATUSES: Readonly<Record<number, Treatment>> = {
  400: 'misuse',
  401: 'misuse',
  403: 'misuse',
  404: 'misuse',
  405: 'misuse',
  406: 'misuse',
  408: 'unavailable',
  409: 'unavailable',
  415: 'misuse',
  422: 'refused',
  429: 'unavailable',
  500: 'unavailable',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/**
 * Errors that are no answer of PayPal, by the name the SDK and its HTTP client give them.
 * `ResponseValidationError`: it answered, but not in the shape we know, so the outcome is unknown.
 */
export const PAYPAL_FAILURES: Readonly<Record<string, Treatment>> = {
  AxiosError: 'unavailable',
  AbortError: 'unavailable',
  ResponseValidationError: 'unavailable',
  IncompleteAnswer: 'unavailable',
  RestSilence: 'unavailable',
  ArgumentsValidationError: 'misuse',
};

/** What the SDK says, in an error without a name, of a page that stands in place of an answer. */
const NO_JSON = 'Could not parse body as JSON';

/** @returns null when the error is not PayPal's: a bug of ours, to be thrown on. */
export function diagnosePayPal(error: unknown, now = new Date()): Diagnosis | null {
  if (error instanceof ApiError) return diagnoseAnswer(error as ApiError, now);
  if (error instanceof RestRefusal) return diagnoseAnswer(error, now);
  if (!(error instanceof Error)) return null;
  const treatment = treatmentOfFailure(error);
  if (!treatment) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { treatment, code, reason: error.message };
}

function treatmentOfFailure(error: Error): Treatment | null {
  const named = PAYPAL_FAILURES[error.name] ?? PAYPAL_FAILURES[error.constructor.name];
  return named ?? (error.message.startsWith(NO_JSON) ? 'unavailable' : null);
}

export function isUnauthorised(error: unknown): boolean {
  const answered = error instanceof ApiError || error instanceof RestRefusal;
  return answered && error.statusCode === 401;
}

type ErrorBody = {
  readonly name?: string;
  readonly message?: string;
  readonly debug_id?: string;
  readonly error?: string;
  readonly error_description?: string;
  readonly details?: readonly { readonly issue?: string; readonly description?: string }[];
};

type Answer = Pick<ApiError, 'statusCode' | 'body'> & {
  readonly headers?: Readonly<Record<string, string>> | undefined;
};

/** The SDK parses the body for some statuses only, so it is read from the text. */
function diagnoseAnswer({ statusCode, body, headers }: Answer, now: Date): Diagnosis {
  const answer = parsed(body);
  const code = answer.details?.[0]?.issue ?? answer.error ?? answer.name ?? `HTTP_${statusCode}`;
  const treatment = PAYPAL_ISSUES[code] ?? PAYPAL_STATUSES[statusCode] ?? 'unavailable';
  const debug = answer.debug_id === undefined ? '' : ` (debug id ${answer.debug_id})`;
  const retryAfterMs = retryAfterMsOf(headers?.['retry-after'], now);
  return { treatment, code, reason: `${textOf(answer)}${debug}`, retryAfterMs };
}

function textOf({ details, error_description, message }: ErrorBody): string {
  return details?.[0]?.description ?? error_description ?? message ?? 'no reason given';
}

function parsed(body: ApiError['body']): ErrorBody {
  if (typeof body !== 'string') return {};
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === 'object' && json !== null ? json : {};
  } catch {
    return {};
  }
}
