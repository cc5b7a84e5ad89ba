import type { Currency } from '#money';
import type { Answer } from '../http/operation.js';
import { answerTo } from './confirm.js';
import { checkChargeAmount } from './currencies.js';
import type { StripeDesk } from './desk.js';
import { invalid } from './errors.js';
import { expectStatus } from './payment.js';
import type { Metadata, StripeCharge, StripePayment } from './records.js';
import { renderPayment } from './render.js';
import { testCard } from './test-cards.js';

/** Stripe tries no more often than this, declined tries among them. */
const ATTEMPTS_MAX = 10;

export type IncrementParams = {
  /** The new total, not the difference. */
  readonly amount: number;
  readonly description?: string;
  readonly metadata?: Metadata;
  readonly statement_descriptor?: string;
};

/**
 * Holds more money of an authorised payment. A decline leaves the old amount capturable.
 *
 * @throws StripeRefusal when it cannot be incremented, or not to this amount.
 */
export function incrementPayment(desk: StripeDesk, id: string, params: IncrementParams): Answer {
  const payment = desk.payment(id);
  expectStatus(payment, 'incremented', ['requires_capture']);
  checkIncrement(payment, params.amount);
  const counted = { ...payment, increments: (payment.increments ?? 0) + 1 };
  const charge = desk.charge(payment.latestCharge ?? '');
  const { incrementDecline } = testCard(charge.paymentMethod);
  if (incrementDecline !== null) {
    desk.save({ kind: 'payment', record: counted });
    return answerTo({ payment: counted, decline: incrementDecline });
  }
  return { status: 200, body: renderPayment(raise(desk, counted, charge, params)) };
}

function raise(
  desk: StripeDesk,
  payment: StripePayment,
  charge: StripeCharge,
  { amount, metadata, description }: IncrementParams,
): StripePayment {
  const more = amount - payment.amount;
  const raised: StripePayment = {
    ...payment,
    amount,
    amountCapturable: payment.amountCapturable + more,
    metadata: { ...payment.metadata, ...metadata },
    notes: { ...payment.notes, ...(description === undefined ? {} : { description }) },
  };
  desk.save({ kind: 'payment', record: raised });
  const held = { ...charge, amount, metadata: raised.metadata };
  desk.save({ kind: 'charge', record: held });
  desk.book({
    id: `${charge.id}_increment_${payment.increments ?? 0}`,
    kind: 'authorisation',
    reference: charge.id,
    amount: more,
    of: charge,
  });
  desk.tell('charge.updated', { kind: 'charge', record: held }, { amount: charge.amount });
  desk.tell('payment_intent.amount_capturable_updated', { kind: 'payment', record: raised });
  return raised;
}

function checkIncrement(payment: StripePayment, amount: number): void {
  checkChargeAmount(amount, payment.currency.toUpperCase() as Currency);
  if (payment.incremental !== true) {
    const message =
      'This PaymentIntent is not eligible for incremental authorization. Confirm it with payment_method_options[card][request_incremental_authorization]=if_available first.';
    throw invalid(message);
  }
  if (amount <= payment.amount) {
    const message = `The new amount (${amount}) must be greater than the amount authorized so far (${payment.amount}).`;
    throw invalid(message, { param: 'amount' });
  }
  if ((payment.increments ?? 0) >= ATTEMPTS_MAX) {
    throw invalid(`This PaymentIntent has used its ${ATTEMPTS_MAX} increment attempts.`);
  }
}
