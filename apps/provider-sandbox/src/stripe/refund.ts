import type { Currency } from '#money';
import { note } from '../ledger/due.js';
import { checkStep } from './currencies.js';
import type { StripeDesk } from './desk.js';
import { decideDispute, isClosed } from './disputes/respond.js';
import { invalid } from './errors.js';
import { settleWarnings } from './fraud/early-warning.js';
import { closeReview } from './fraud/review.js';
import type { Metadata, StripeCharge, StripeRefund } from './records.js';
import { refundableOf } from './refundable.js';
import { testCard } from './test-cards.js';

export type RefundParams = {
  readonly charge?: string;
  readonly payment_intent?: string;
  readonly amount?: number;
  readonly reason?: string;
  readonly metadata?: Metadata;
};

/** Until a refund that pends is settled, or one that is bound to fail has failed. */
const OUTCOME_AFTER_MS = 1000;

/**
 * Gives captured money back to the payer. Stripe keeps its fee.
 *
 * @throws StripeRefusal when nothing was captured, or less is left than asked for.
 */
export function refundPayment(desk: StripeDesk, params: RefundParams): StripeRefund {
  const charge = refundableCharge(desk, params);
  const left = refundableOf(desk, charge);
  const amount = params.amount ?? left;
  requireUncontested(desk, charge);
  checkRefund(charge, amount, left);

  const { refund: behaviour } = testCard(charge.paymentMethod);
  const refund = moneyBack(desk, charge, { ...params, amount }, behaviour === 'pends');
  const record: StripeCharge = {
    ...charge,
    amountRefunded: charge.amountRefunded + amount,
    refunds: [...charge.refunds, refund.id],
  };
  desk.save({ kind: 'refund', record: refund });
  desk.save({ kind: 'charge', record });
  desk.tell('refund.created', { kind: 'refund', record: refund });
  desk.tell(
    'charge.refunded',
    { kind: 'charge', record },
    { amount_refunded: charge.amountRefunded },
  );
  settleComplaints(desk, record, params.reason);
  if (behaviour !== 'succeeds') {
    const kind = behaviour === 'pends' ? 'stripe-refund-settles' : 'stripe-refund-fails';
    note(desk.draft, { kind, id: refund.id }, desk.parts.clock.now() + OUTCOME_AFTER_MS);
  }
  return refund;
}

/** What is given back in whole needs no review, no warning and no inquiry any more. */
function settleComplaints(desk: StripeDesk, charge: StripeCharge, reason?: string): void {
  if (refundableOf(desk, charge) > 0) return;
  closeReview(desk, charge, reason === 'fraudulent' ? 'refunded_as_fraud' : 'refunded');
  settleWarnings(desk, charge);
  if (charge.dispute === undefined) return;
  const dispute = desk.dispute(charge.dispute);
  if (dispute.status.startsWith('warning_') && !isClosed(dispute)) {
    decideDispute(desk, dispute.id, 'won');
  }
}

/** A refund that was pending reaches the payer. */
export function settleRefund(desk: StripeDesk, id: string): void {
  const refund = desk.draft.get('stripe-refund', id);
  if (refund?.status !== 'pending') return;
  const record: StripeRefund = { ...refund, status: 'succeeded' };
  desk.save({ kind: 'refund', record });
  desk.tell('refund.updated', { kind: 'refund', record }, { status: 'pending' });
}

/** The payer's bank sends the money of a refund back: the merchant is credited again. */
export function failRefund(desk: StripeDesk, id: string): void {
  const refund = desk.draft.get('stripe-refund', id);
  if (refund === undefined || refund.status === 'failed') return;
  const charge = desk.charge(refund.charge);
  const line = desk.move({
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    amount: refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
  });
  const { amount } = refund;
  desk.book({ id: line.id, kind: 'refund-failure', reference: refund.id, amount, of: charge });
  const record: StripeRefund = {
    ...refund,
    status: 'failed',
    failureReason: 'expired_or_canceled_card',
    failureBalanceTransaction: line.id,
  };
  desk.save({ kind: 'refund', record });
  desk.save({
    kind: 'charge',
    record: { ...charge, amountRefunded: charge.amountRefunded - amount },
  });
  desk.tell('refund.failed', { kind: 'refund', record }, { status: refund.status });
}

function moneyBack(
  desk: StripeDesk,
  charge: StripeCharge,
  { amount, reason, metadata }: RefundParams & { readonly amount: number },
  pending: boolean,
): StripeRefund {
  const id = desk.parts.ids.stripe('re');
  const line = desk.move({
    type: 'refund',
    reportingCategory: 'refund',
    amount: -amount,
    fee: 0,
    currency: charge.currency,
    source: id,
  });
  desk.book({ id: line.id, kind: 'refund', reference: id, amount, of: charge });
  return {
    id,
    charge: charge.id,
    payment: charge.payment,
    amount,
    currency: charge.currency,
    status: pending ? 'pending' : 'succeeded',
    reason: reason ?? null,
    metadata: metadata ?? {},
    created: desk.now,
    balanceTransaction: line.id,
    failureBalanceTransaction: null,
    failureReason: null,
  };
}

function refundableCharge(desk: StripeDesk, params: RefundParams): StripeCharge {
  if (params.charge !== undefined) {
    const charge = desk.charge(params.charge, 'charge');
    if (params.payment_intent !== undefined && params.payment_intent !== charge.payment) {
      throw invalid('The charge does not belong to the payment_intent.', { param: 'charge' });
    }
    return requireCaptured(charge);
  }
  if (params.payment_intent === undefined) {
    throw invalid(
      'One of the following params should be provided for this request: payment_intent or charge.',
    );
  }
  const payment = desk.payment(params.payment_intent, 'payment_intent');
  if (payment.latestCharge === null) {
    const message = `This PaymentIntent (${payment.id}) does not have a successful charge to refund.`;
    throw invalid(message, { code: 'payment_intent_unexpected_state', param: 'payment_intent' });
  }
  return requireCaptured(desk.charge(payment.latestCharge));
}

function requireUncontested(desk: StripeDesk, { id, dispute }: StripeCharge): void {
  if (dispute === undefined) return;
  const { status } = desk.dispute(dispute);
  if (status === 'won' || status.startsWith('warning_')) return;
  const message = `Charge ${id} has been charged back; cannot issue a refund.`;
  throw invalid(message, { code: 'charge_disputed' });
}

function requireCaptured(charge: StripeCharge): StripeCharge {
  if (charge.captured) return charge;
  const message = `Charge ${charge.id} has not been captured; cancel its PaymentIntent to release the money.`;
  throw invalid(message, { code: 'charge_not_refundable' });
}

function checkRefund(charge: StripeCharge, amount: number, left: number): void {
  if (left === 0) {
    const message = `Charge ${charge.id} has already been refunded.`;
    throw invalid(message, { code: 'charge_already_refunded' });
  }
  if (amount < 1) {
    const message = 'This value must be greater than or equal to 1.';
    throw invalid(message, { code: 'parameter_invalid_integer', param: 'amount' });
  }
  if (amount > left) {
    const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left}).`;
    throw invalid(message, { param: 'amount' });
  }
  checkStep(amount, charge.currency.toUpperCase() as Currency, 'amount');
}
