import { randomText } from '../ledger/ids.js';
import type { Answer } from '../http/operation.js';
import { answerTo, confirm } from './confirm.js';
import { checkChargeAmount, readCurrency } from './currencies.js';
import type { StripeDesk } from './desk.js';
import { expectStatus } from './payment.js';
import type { PARAMS } from './params.js';
import type { PaymentNotes, StripePayment } from './records.js';
import { renderPayment } from './render.js';
import { testCard } from './test-cards.js';

type CreateParams = ReturnType<typeof PARAMS.createPayment>;
type ConfirmParams = ReturnType<typeof PARAMS.confirmPayment>;

/** @throws StripeRefusal for amounts, currencies and tokens that Stripe does not take. */
export function createPayment(desk: StripeDesk, params: CreateParams): Answer {
  checkChargeAmount(params.amount, readCurrency(params.currency));
  if (params.payment_method !== undefined) testCard(params.payment_method);
  const payment = newPayment(desk, params);
  if (params.confirm !== true) {
    desk.save({ kind: 'payment', record: payment });
    desk.tell('payment_intent.created', { kind: 'payment', record: payment });
    return { status: 200, body: renderPayment(payment) };
  }
  desk.tell('payment_intent.created', { kind: 'payment', record: payment });
  return answerTo(confirm(desk, payment, optionsOf(params)));
}

/** @throws StripeRefusal when the payment is past confirming. */
export function confirmPayment(desk: StripeDesk, id: string, params: ConfirmParams): Answer {
  const payment = desk.payment(id);
  expectStatus(payment, 'confirmed', [
    'requires_payment_method',
    'requires_confirmation',
    'requires_action',
  ]);
  // The payer has not acted yet, so there is nothing to ask the bank again.
  if (payment.status === 'requires_action' && params.payment_method === undefined) {
    return { status: 200, body: renderPayment(payment) };
  }
  return answerTo(
    confirm(
      desk,
      {
        ...payment,
        paymentMethod: params.payment_method ?? payment.paymentMethod,
        captureMethod: params.capture_method ?? payment.captureMethod,
        returnUrl: params.return_url ?? payment.returnUrl,
        allowedTypes: params.allowed_payment_method_types ?? payment.allowedTypes,
        multicapture: wantsMulticapture(params) || payment.multicapture,
        incremental: wantsIncrements(params) || payment.incremental === true,
        notes: { ...payment.notes, ...notesOf(params) },
      },
      optionsOf(params),
    ),
  );
}

function newPayment(desk: StripeDesk, params: CreateParams): StripePayment {
  const id = desk.parts.ids.stripe('pi');
  const { automatic_payment_methods: automatic, allowed_payment_method_types: allowed } = params;
  return {
    id,
    status:
      params.payment_method === undefined ? 'requires_payment_method' : 'requires_confirmation',
    amount: params.amount,
    currency: params.currency.toLowerCase(),
    amountCapturable: 0,
    amountReceived: 0,
    captureMethod: params.capture_method ?? 'automatic_async',
    confirmationMethod: params.confirmation_method ?? 'automatic',
    clientSecret: `${id}_secret_${randomText(25)}`,
    created: desk.now,
    paymentMethod: params.payment_method ?? null,
    multicapture: wantsMulticapture(params),
    incremental: wantsIncrements(params),
    latestCharge: null,
    metadata: params.metadata ?? {},
    returnUrl: params.return_url ?? null,
    nextActionUrl: null,
    lastError: null,
    authenticated: false,
    canceledAt: null,
    cancellationReason: null,
    automaticPaymentMethods: automatic ?? (allowed === undefined ? { enabled: true } : null),
    allowedTypes: allowed ?? null,
    notes: notesOf(params),
  };
}

/** What is kept of a request and shown again. */
export function notesOf(params: object): PaymentNotes {
  const noted = [
    'description',
    'receipt_email',
    'statement_descriptor',
    'statement_descriptor_suffix',
    'setup_future_usage',
    'transfer_group',
  ] as const;
  const given = params as Readonly<Record<string, string | undefined>>;
  return Object.fromEntries(
    noted.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]])),
  );
}

function wantsMulticapture(params: ConfirmParams): boolean {
  return params.payment_method_options?.card?.request_multicapture === 'if_available';
}

function wantsIncrements(params: ConfirmParams): boolean {
  return params.payment_method_options?.card?.request_incremental_authorization === 'if_available';
}

function optionsOf(params: ConfirmParams) {
  return {
    offSession: params.off_session === true,
    errorOnRequiresAction: params.error_on_requires_action === true,
  };
}
