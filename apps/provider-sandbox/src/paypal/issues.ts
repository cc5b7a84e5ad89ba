import type { ErrorStatus } from './error-status.js';

type IssueRow = { readonly status: ErrorStatus; readonly description: string };

/**
 * The documented issues that the sandbox itself finds, with their fixed descriptions on the wire.
 * Any other can be forced by the header PayPal-Mock-Response.
 *
 * As of 2026-11-21: checkout_orders_v2 and payments_payment_v2 of PayPal's published
 * specifications.
 */
export const ISSUES = {
  INVALID_ARRAY_MAX_ITEMS: {
    status: 400,
    description: 'The number of items in an array parameter is too large.',
  },
  INVALID_PARAMETER_SYNTAX: {
    status: 400,
    description: 'The value of a field does not conform to the expected format.',
  },
  INVALID_STRING_LENGTH: {
    status: 400,
    description: 'The value of a field is either too short or too long',
  },
  INVALID_PARAMETER_VALUE: { status: 400, description: 'A parameter value is not valid.' },
  MISSING_REQUIRED_PARAMETER: {
    status: 400,
    description: 'A required field / parameter is missing.',
  },
  MALFORMED_REQUEST_JSON: { status: 400, description: 'The request JSON is not well formed.' },
  PAYPAL_REQUEST_ID_REQUIRED: {
    status: 400,
    description:
      "A PayPal-Request-Id is required if you are trying to process payment for an Order. Please specify a PayPal-Request-Id or Create the Order without a 'payment_source' specified.",
  },
  PERMISSION_DENIED: {
    status: 403,
    description: 'You do not have permission to access or perform operations on this resource.',
  },
  INVALID_RESOURCE_ID: {
    status: 404,
    description:
      'Specified resource ID does not exist. Please check the resource ID and try again.',
  },
  PREVIOUS_REQUEST_IN_PROGRESS: {
    status: 409,
    description:
      'A previous request on this resource is currently in progress. Please wait for sometime and try again. It is best to space out the initial and the subsequent request(s) to avoid receiving this error.',
  },
  INVALID_CURRENCY_CODE: {
    status: 422,
    description:
      'Currency code is invalid or is not currently supported. Please refer https://developer.paypal.com/api/rest/reference/currency-codes/ for list of supported currency codes.',
  },
  CANNOT_BE_ZERO_OR_NEGATIVE: {
    status: 422,
    description:
      'Must be greater than zero. If the currency supports decimals, only two decimal place precision is supported.',
  },
  DECIMAL_PRECISION: {
    status: 422,
    description:
      'If the currency supports decimals, only two decimal place precision is supported.',
  },
  DECIMALS_NOT_SUPPORTED: {
    status: 422,
    description:
      'Currency does not support decimals. Please refer to https://developer.paypal.com/docs/api/reference/currency-codes/ for more information.',
  },
  MAX_VALUE_EXCEEDED: {
    status: 422,
    description: 'Should be less than or equal to 999999999999999.99.',
  },
  NOT_ENABLED_FOR_CARD_PROCESSING: {
    status: 422,
    description:
      'The API Caller account is not setup to be able to process card payments. Please contact PayPal customer support.',
  },
  PAYMENT_SOURCE_CANNOT_BE_USED: {
    status: 422,
    description:
      'The provided payment source cannot be used to pay for the order. Please try again with a different payment source by creating a new order.',
  },
  DUPLICATE_INVOICE_ID: {
    status: 422,
    description:
      'Duplicate Invoice ID detected. To avoid a potential duplicate transaction your account setting requires that Invoice Id be unique for each transaction.',
  },
  INSTRUMENT_DECLINED: {
    status: 422,
    description:
      "The instrument presented  was either declined by the processor or bank, or it can't be used for this payment.",
  },
  ORDER_NOT_APPROVED: {
    status: 422,
    description:
      "Payer has not yet approved the Order for payment. Please redirect the payer to the 'rel':'approve' url returned as part of the HATEOAS links within the Create Order call.",
  },
  ORDER_ALREADY_AUTHORIZED: {
    status: 422,
    description:
      "Order already authorized.If 'intent=AUTHORIZE' only one authorization per order is allowed.",
  },
  ORDER_ALREADY_CAPTURED: {
    status: 422,
    description:
      "Order already captured. If 'intent=CAPTURE' only one capture per order is allowed.",
  },
  ORDER_EXPIRED: {
    status: 422,
    description:
      'Order is expired and hence cannot be authorized. Please contact Customer Support if you need to increase your order validity period.',
  },
  ACTION_DOES_NOT_MATCH_INTENT: {
    status: 422,
    description:
      "Order was created with an intent to 'CAPTURE'. Please use v2/checkout/orders/order_id/capture to complete the transaction or alternately Create an order with an intent of 'AUTHORIZE'.",
  },
  AUTHORIZATION_DENIED: {
    status: 422,
    description: 'An denied authorization cannot be captured.',
  },
  AUTHORIZATION_VOIDED: {
    status: 422,
    description: 'A voided authorization cannot be captured or reauthorized. ',
  },
  AUTHORIZATION_EXPIRED: {
    status: 422,
    description: 'An expired authorization cannot be captured.',
  },
  AUTHORIZATION_ALREADY_CAPTURED: {
    status: 422,
    description: 'Authorization has previously been captured.',
  },
  MAX_CAPTURE_AMOUNT_EXCEEDED: {
    status: 422,
    description:
      'Capture amount exceeds allowable limit. Please contact customer service or your account manager to request the change to your overage limit. The default overage limit is 115%, which allows the sum of all captures to be up to 115% of the order amount. The ability to over capture is subjected to regulatory approvals.',
  },
  AUTH_CAPTURE_CURRENCY_MISMATCH: {
    status: 422,
    description: 'Currency of capture must be the same as currency of authorization.',
  },
  AUTH_CURRENCY_MISMATCH: {
    status: 422,
    description:
      'The currency specified during reauthorization should be the same as the currency specified in the original authorization. Please check the currency of the authorization for which you are trying to reauthorize and try again.',
  },
  REAUTHORIZATION_NOT_SUPPORTED: {
    status: 422,
    description:
      'A reauthorize cannot be attempted on an authorization_id that is the result of a prior reauthorization or on an authorization made on an Order saved using the `v2/orders/id/save` API.',
  },
  PREVIOUSLY_CAPTURED: {
    status: 422,
    description: 'Authorization has been previously captured and hence cannot be voided.',
  },
  PREVIOUSLY_VOIDED: {
    status: 422,
    description: 'Authorization has been previously voided and hence cannot be voided again.',
  },
  CANNOT_BE_VOIDED: {
    status: 422,
    description:
      'A reauthorization cannot be voided. Please void the original parent authorization.',
  },
  CAPTURE_FULLY_REFUNDED: {
    status: 422,
    description: 'The capture has already been fully refunded',
  },
  REFUND_CAPTURE_CURRENCY_MISMATCH: {
    status: 422,
    description: 'Refund must be in the same currency as the capture',
  },
  REFUND_AMOUNT_EXCEEDED: {
    status: 422,
    description:
      'The refund amount must be less than or equal to the capture amount that has not yet been refunded.',
  },
  REFUND_TIME_LIMIT_EXCEEDED: {
    status: 422,
    description: 'You are over the time limit to perform a refund on this capture',
  },
  PENDING_CAPTURE: {
    status: 422,
    description:
      'Cannot initiate a refund as the capture is pending. Capture is typically pending when the payer has funded the transaction using e-check/bank funded.',
  },
  TRANSACTION_DISPUTED: {
    status: 422,
    description:
      'Partial refunds cannot be offered at this time because there is an open case on this transaction. Visit the PayPal Resolution Center to review this case.',
  },
  REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK: {
    status: 422,
    description:
      'Refunds are not allowed on this capture due to a chargeback on the card or bank. Please contact the payee to resolve the chargeback.',
  },
  TRANSACTION_REFUSED: {
    status: 422,
    description: "PayPal's internal controls prevent authorization from being captured.",
  },
  ORDER_ALREADY_COMPLETED: {
    status: 422,
    description: 'The order cannot be patched after it is completed.',
  },
  PATCH_PATH_REQUIRED: {
    status: 422,
    description:
      "Please specify a 'path' for the field for which the operation needs to be performed.",
  },
  PATCH_VALUE_REQUIRED: {
    status: 422,
    description: "Please specify a 'value' to for the field that is being patched.",
  },
  INVALID_JSON_POINTER_FORMAT: {
    status: 422,
    description:
      'Path should be a valid JSON Pointer https://tools.ietf.org/html/rfc6901 that references a location within the request where the operation is performed.',
  },
  REFERENCE_ID_NOT_FOUND: {
    status: 422,
    description:
      'Filter expression value is incorrect. Please check the value of the reference_id and try again.',
  },
  NOT_PATCHABLE: { status: 422, description: 'Cannot be patched.' },
  AMOUNT_CHANGE_NOT_ALLOWED: {
    status: 422,
    description: 'The amount specified is different from the amount authorized by payer.',
  },
} as const satisfies Record<string, IssueRow>;

export type Issue = keyof typeof ISSUES;

export function isIssue(code: string): code is Issue {
  return Object.hasOwn(ISSUES, code);
}
