import { beside } from './declines.js';
import { outcomeOf } from './outcome.js';
import type {
  BalanceTransaction,
  PaymentNotes,
  StripeCharge,
  StripePayment,
  StripeRefund,
} from './records.js';

const NO_ADDRESS = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

/** A PaymentIntent as version 2026-10-28.endive shows it. */
export function renderPayment(payment: StripePayment): object {
  const notes = shown(payment.notes);
  return {
    id: payment.id,
    object: 'payment_intent',
    allowed_payment_method_types: payment.allowedTypes,
    amount: payment.amount,
    amount_capturable: payment.amountCapturable,
    amount_details: { tip: {} },
    amount_received: payment.amountReceived,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: payment.automaticPaymentMethods,
    canceled_at: payment.canceledAt,
    cancellation_reason: payment.cancellationReason,
    capture_method: payment.captureMethod,
    client_secret: payment.clientSecret,
    confirmation_method: payment.confirmationMethod,
    created: payment.created,
    currency: payment.currency,
    customer: null,
    customer_account: null,
    description: notes.description,
    excluded_payment_method_types: null,
    last_payment_error: lastErrorOf(payment),
    latest_charge: payment.latestCharge,
    livemode: false,
    managed_payments: null,
    metadata: payment.metadata,
    next_action: nextActionOf(payment),
    on_behalf_of: null,
    payment_method: payment.paymentMethod,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: {
        installments: null,
        mandate_options: null,
        network: null,
        request_three_d_secure: 'automatic',
      },
    },
    payment_method_types: payment.allowedTypes ?? ['card'],
    payment_record: null,
    processing: null,
    receipt_email: notes.receipt_email,
    review: payment.review ?? null,
    setup_future_usage: notes.setup_future_usage,
    shipping: null,
    source: null,
    statement_descriptor: notes.statement_descriptor,
    statement_descriptor_suffix: notes.statement_descriptor_suffix,
    status: payment.status,
    transfer_data: null,
    transfer_group: notes.transfer_group,
  };
}

export function renderCharge(charge: StripeCharge): object {
  const { failure } = charge;
  const notes = shown(charge.notes);
  return {
    id: charge.id,
    object: 'charge',
    amount: charge.amount,
    amount_captured: charge.amountCaptured,
    amount_refunded: charge.amountRefunded,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: charge.balanceTransaction,
    billing_details: { address: NO_ADDRESS, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: notes.statement_descriptor ?? 'SANDBOX',
    captured: charge.captured,
    created: charge.created,
    currency: charge.currency,
    customer: null,
    description: notes.description,
    disputed: charge.dispute !== undefined,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: charge.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(charge),
    paid: charge.status === 'succeeded',
    payment_intent: charge.payment,
    payment_method: charge.paymentMethod,
    payment_method_details: { type: 'card', card: cardOf(charge) },
    receipt_email: notes.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: charge.captured ? charge.amountRefunded === charge.amount : charge.amountRefunded > 0,
    review: charge.review ?? null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: notes.statement_descriptor,
    statement_descriptor_suffix: notes.statement_descriptor_suffix,
    status: charge.status,
    transfer_data: null,
    transfer_group: notes.transfer_group,
  };
}

export function renderRefund(refund: StripeRefund): object {
  return {
    id: refund.id,
    object: 'refund',
    amount: refund.amount,
    balance_transaction: refund.balanceTransaction,
    charge: refund.charge,
    created: refund.created,
    currency: refund.currency,
    customer: null,
    customer_account: null,
    destination_details: {
      type: 'card',
      card: {
        type: 'refund',
        reference_status: 'pending',
        reference_type: 'acquirer_reference_number',
      },
    },
    ...(refund.failureBalanceTransaction === null
      ? {}
      : { failure_balance_transaction: refund.failureBalanceTransaction }),
    ...(refund.failureReason === null ? {} : { failure_reason: refund.failureReason }),
    metadata: refund.metadata,
    payment_intent: refund.payment,
    payment_method: null,
    ...(refund.status === 'pending' ? { pending_reason: 'processing' } : {}),
    reason: refund.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: refund.status,
    transfer_reversal: null,
  };
}

/** Two days until the money can be paid out, as with a card in most countries. */
export function availableOn({ created }: BalanceTransaction): number {
  return created + 2 * 86_400;
}

export function renderBalanceTransaction(line: BalanceTransaction, nowSeconds: number): object {
  const availableAt = availableOn(line);
  return {
    id: line.id,
    object: 'balance_transaction',
    amount: line.amount,
    available_on: availableAt,
    balance_type: 'payments',
    created: line.created,
    currency: line.currency,
    description: null,
    exchange_rate: line.exchange?.rate ?? null,
    fee: line.fee,
    fee_details:
      line.fee === 0
        ? []
        : [
            {
              amount: line.fee,
              application: null,
              currency: line.currency,
              description: line.type === 'adjustment' ? 'Dispute fee' : 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: line.amount - line.fee,
    reporting_category: line.reportingCategory,
    source: line.source,
    status: nowSeconds >= availableAt ? 'available' : 'pending',
    type: line.type,
  };
}

function lastErrorOf({ lastError }: StripePayment): object | null {
  if (lastError === null) return null;
  return {
    type:
      lastError.code === 'payment_intent_authentication_failure'
        ? 'invalid_request_error'
        : 'card_error',
    code: lastError.code,
    doc_url: `https://stripe.com/docs/error-codes/${lastError.code.replaceAll('_', '-')}`,
    message: lastError.message,
    ...(lastError.charge === null ? {} : { charge: lastError.charge }),
    ...beside(lastError),
  };
}

function nextActionOf({ nextActionUrl, returnUrl }: StripePayment): object | null {
  if (nextActionUrl === null) return null;
  return {
    type: 'redirect_to_url',
    redirect_to_url: { url: nextActionUrl, return_url: returnUrl },
  };
}

/** Notes that were not given are shown as null. */
function shown(notes: PaymentNotes): Readonly<Record<keyof PaymentNotes, string | null>> {
  return {
    description: notes.description ?? null,
    receipt_email: notes.receipt_email ?? null,
    statement_descriptor: notes.statement_descriptor ?? null,
    statement_descriptor_suffix: notes.statement_descriptor_suffix ?? null,
    setup_future_usage: notes.setup_future_usage ?? null,
    transfer_group: notes.transfer_group ?? null,
  };
}

function cardOf(charge: StripeCharge): object {
  return {
    amount_authorized: charge.status === 'succeeded' ? charge.amount : null,
    authorization_code: null,
    brand: 'visa',
    ...(charge.captureBefore === null ? {} : { capture_before: charge.captureBefore }),
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'pass' },
    country: 'US',
    electronic_commerce_indicator: charge.threeDSecure ? '05' : null,
    exp_month: 12,
    exp_year: new Date(charge.created * 1000).getUTCFullYear() + 3,
    extended_authorization: { status: 'disabled' },
    fingerprint: 'Xt5EWLLDS7FJjR1c',
    funding: 'credit',
    incremental_authorization: {
      status: charge.incremental === true ? 'available' : 'unavailable',
    },
    installments: null,
    last4: '4242',
    mandate: null,
    multicapture: { status: charge.multicapture ? 'available' : 'unavailable' },
    network: 'visa',
    network_token: { used: false },
    network_transaction_id: null,
    overcapture: { maximum_amount_capturable: charge.amount, status: 'unavailable' },
    regulated_status: 'unregulated',
    three_d_secure: charge.threeDSecure ? AUTHENTICATED : null,
    transaction_link_id: null,
    wallet: null,
  };
}

const AUTHENTICATED = {
  authentication_flow: 'challenge',
  electronic_commerce_indicator: '05',
  exemption_indicator: null,
  result: 'authenticated',
  result_reason: null,
  transaction_id: null,
  version: '2.2.0',
};
