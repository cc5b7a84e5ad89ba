import { note } from '../ledger/due.js';
import type { Answer } from '../http/operation.js';
import { settle } from './capture.js';
import {
  AUTHENTICATION_FAILED,
  AUTHENTICATION_REQUIRED,
  beside,
  type Decline,
} from './declines.js';
import type { StripeDesk } from './desk.js';
import { envelope, invalid } from './errors.js';
import { openReview } from './fraud/review.js';
import { AUTHORISATION_SECONDS } from './lapse.js';
import type { StripeCharge, StripePayment } from './records.js';
import { renderPayment } from './render.js';
import { testCard, type TestCard } from './test-cards.js';

/** Until the payer's bank complains of a payment whose token foretells it. */
const AFTERMATH_MS = 1000;

export type ConfirmOptions = {
  readonly offSession: boolean;
  readonly errorOnRequiresAction: boolean;
};

/** Either way the payment has changed: a decline is an outcome, not a refusal. */
export type Confirmed = { readonly payment: StripePayment; readonly decline: Decline | null };

/**
 * Asks the bank for the money of a payment.
 *
 * @throws StripeRefusal when a payment method or a return URL is missing.
 */
export function confirm(
  desk: StripeDesk,
  payment: StripePayment,
  { offSession, errorOnRequiresAction }: ConfirmOptions,
): Confirmed {
  if (payment.paymentMethod === null) {
    const message =
      'You cannot confirm this PaymentIntent because it is missing a payment method. Update the PaymentIntent with a payment method, or pass one as payment_method.';
    throw invalid(message, {
      code: 'payment_intent_unexpected_state',
      payment_intent: renderPayment(payment),
    });
  }
  checkReturnUrl(payment);
  const card = testCard(payment.paymentMethod);
  if (card.authentication && !payment.authenticated) {
    if (offSession || errorOnRequiresAction)
      return declineBy(desk, payment, card, AUTHENTICATION_REQUIRED);
    return requireAction(desk, payment);
  }
  if (card.decline !== null) return declineBy(desk, payment, card, card.decline);
  return approve(desk, payment, card);
}

/** What the payer did on the authentication page. */
export function completeAuthentication(
  desk: StripeDesk,
  payment: StripePayment,
  passed: boolean,
): StripePayment {
  const answered = { ...payment, nextActionUrl: null };
  if (!passed) return failWithoutCharge(desk, answered, AUTHENTICATION_FAILED);
  return confirm(
    desk,
    { ...answered, authenticated: true },
    { offSession: false, errorOnRequiresAction: false },
  ).payment;
}

/** The answer to a confirmation: the payment, or 402 with the reason of the decline. */
export function answerTo({ payment, decline }: Confirmed): Answer {
  if (decline === null) return { status: 200, body: renderPayment(payment) };
  const body = envelope({
    type: 'card_error',
    code: decline.code,
    ...beside(decline),
    message: decline.message,
    ...(payment.latestCharge === null ? {} : { charge: payment.latestCharge }),
    payment_intent: renderPayment(payment),
  });
  return { status: 402, body };
}

function approve(desk: StripeDesk, payment: StripePayment, card: TestCard): Confirmed {
  const manual = payment.captureMethod === 'manual';
  const held = newCharge(desk, payment, card, null);
  desk.book({
    id: held.id,
    kind: 'authorisation',
    reference: held.id,
    amount: held.amount,
    of: held,
  });
  const authorised: StripePayment = {
    ...payment,
    status: 'requires_capture',
    amountCapturable: payment.amount,
    latestCharge: held.id,
    lastError: null,
  };
  const { payment: after, charge } = manual
    ? { payment: authorised, charge: holdUntilLapse(desk, held) }
    : settle(desk, authorised, held, payment.amount);
  desk.save({ kind: 'charge', record: charge });
  desk.save({ kind: 'payment', record: after });
  desk.tell('charge.succeeded', { kind: 'charge', record: charge });
  desk.tell(manual ? 'payment_intent.amount_capturable_updated' : 'payment_intent.succeeded', {
    kind: 'payment',
    record: after,
  });
  foresee(desk, charge, card);
  return { payment: desk.payment(payment.id), decline: null };
}

/** What the test token says will happen to a charge later. */
function foresee(desk: StripeDesk, charge: StripeCharge, card: TestCard): void {
  if (card.riskLevel === 'elevated') openReview(desk, charge.id, 'rule');
  const at = desk.parts.clock.now() + AFTERMATH_MS;
  if (card.fraudReported) note(desk.draft, { kind: 'stripe-fraud-reported', id: charge.id }, at);
  if (card.dispute !== null) note(desk.draft, { kind: 'stripe-dispute-opens', id: charge.id }, at);
}

function holdUntilLapse(desk: StripeDesk, charge: StripeCharge): StripeCharge {
  const captureBefore = charge.created + AUTHORISATION_SECONDS;
  note(desk.draft, { kind: 'stripe-authorisation-lapses', id: charge.id }, captureBefore * 1000);
  return { ...charge, captureBefore };
}

function declineBy(
  desk: StripeDesk,
  payment: StripePayment,
  card: TestCard,
  decline: Decline,
): Confirmed {
  const charge = newCharge(desk, payment, card, decline);
  desk.save({ kind: 'charge', record: charge });
  desk.tell('charge.failed', { kind: 'charge', record: charge });
  const failed = failWithoutCharge(
    desk,
    { ...payment, latestCharge: charge.id },
    decline,
    charge.id,
  );
  return { payment: failed, decline };
}

function failWithoutCharge(
  desk: StripeDesk,
  payment: StripePayment,
  decline: Decline,
  charge: string | null = null,
): StripePayment {
  const failed: StripePayment = {
    ...payment,
    status: 'requires_payment_method',
    paymentMethod: null,
    authenticated: false,
    lastError: { ...decline, charge },
  };
  desk.save({ kind: 'payment', record: failed });
  desk.tell('payment_intent.payment_failed', { kind: 'payment', record: failed });
  return failed;
}

function requireAction(desk: StripeDesk, payment: StripePayment): Confirmed {
  const waiting: StripePayment = {
    ...payment,
    status: 'requires_action',
    nextActionUrl: `${desk.parts.publicUrl()}/sandbox/stripe/authenticate/${payment.id}`,
  };
  desk.save({ kind: 'payment', record: waiting });
  desk.tell('payment_intent.requires_action', { kind: 'payment', record: waiting });
  return { payment: waiting, decline: null };
}

function newCharge(
  desk: StripeDesk,
  payment: StripePayment,
  card: TestCard,
  decline: Decline | null,
): StripeCharge {
  return {
    id: desk.parts.ids.stripe('ch'),
    payment: payment.id,
    status: decline === null ? 'succeeded' : 'failed',
    amount: payment.amount,
    currency: payment.currency,
    amountCaptured: 0,
    amountRefunded: 0,
    captured: false,
    created: desk.now,
    paymentMethod: payment.paymentMethod ?? '',
    metadata: payment.metadata,
    failure: decline,
    riskLevel: card.riskLevel,
    threeDSecure: payment.authenticated,
    multicapture: payment.multicapture,
    incremental: payment.incremental === true,
    captureBefore: null,
    balanceTransaction: null,
    balanceTransactionUnderway: null,
    refunds: [],
    notes: payment.notes,
  };
}

function checkReturnUrl({ automaticPaymentMethods, allowedTypes, returnUrl }: StripePayment): void {
  if (allowedTypes !== null || returnUrl !== null) return;
  if (automaticPaymentMethods?.allow_redirects === 'never') return;
  const message =
    'This PaymentIntent is configured to accept payment methods that might redirect your customer off of your page, so you must provide a `return_url`. To accept none of these, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never`.';
  throw invalid(message, { param: 'return_url' });
}
