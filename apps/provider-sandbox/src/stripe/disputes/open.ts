import type { Currency } from '#money';
import { note } from '../../ledger/due.js';
import { majorUnit } from '../currencies.js';
import type { StripeDesk } from '../desk.js';
import { invalid } from '../errors.js';
import { settleWarnings } from '../fraud/early-warning.js';
import { closeReview } from '../fraud/review.js';
import type { BalanceTransaction, StripeCharge } from '../records.js';
import { refundableOf } from '../refundable.js';
import type { StripeDispute } from './records.js';

/** How long the merchant has to answer. */
const RESPONSE_SECONDS = 9 * 86_400;

/** What Stripe takes for a chargeback, in whole units of the currency; won or lost, it keeps it. */
const FEE_UNITS = 15;

export const DISPUTE_REASONS = [
  'fraudulent',
  'general',
  'product_not_received',
  'product_unacceptable',
  'duplicate',
  'credit_not_processed',
  'subscription_canceled',
  'unrecognized',
] as const;

export type DisputeRequest = {
  /** In Stripe's minor units; default: all that was captured and not refunded. */
  readonly amount?: number;
  readonly reason?: (typeof DISPUTE_REASONS)[number];
  /** An inquiry asks first and takes no money yet. */
  readonly inquiry?: boolean;
};

/**
 * The payer contests a charge through their bank.
 *
 * @throws StripeRefusal when it holds no money that could be contested, or is contested already.
 */
export function openDispute(
  desk: StripeDesk,
  chargeId: string,
  { amount, reason = 'fraudulent', inquiry = false }: DisputeRequest,
): StripeDispute {
  const charge = desk.charge(chargeId);
  const contested = contestable(desk, charge, amount);
  const opened: StripeDispute = {
    id: desk.parts.ids.stripe('du'),
    charge: charge.id,
    payment: charge.payment,
    amount: contested,
    currency: charge.currency,
    status: inquiry ? 'warning_needs_response' : 'needs_response',
    reason,
    created: desk.now,
    metadata: {},
    evidence: {},
    submissions: 0,
    dueBy: desk.now + RESPONSE_SECONDS,
    movements: [],
    outcome: null,
  };
  const named = { ...charge, dispute: opened.id };
  desk.save({ kind: 'charge', record: named });
  const dispute = inquiry ? opened : { ...opened, movements: [withdrawal(desk, opened, charge)] };
  desk.save({ kind: 'dispute', record: dispute });
  desk.tell('charge.dispute.created', { kind: 'dispute', record: dispute });
  if (!inquiry) desk.tell('charge.dispute.funds_withdrawn', { kind: 'dispute', record: dispute });
  note(desk.draft, { kind: 'stripe-dispute-decided', id: dispute.id }, dispute.dueBy * 1000);
  closeReview(desk, named, 'disputed');
  settleWarnings(desk, named);
  return dispute;
}

/**
 * The bank turns an inquiry into a chargeback: now the money goes.
 *
 * @throws StripeRefusal unless it is an open inquiry.
 */
export function escalateDispute(desk: StripeDesk, id: string): StripeDispute {
  const inquiry = desk.dispute(id);
  if (inquiry.status !== 'warning_needs_response' && inquiry.status !== 'warning_under_review') {
    throw invalid(`Dispute ${id} is no open inquiry but ${inquiry.status}.`);
  }
  const dispute: StripeDispute = {
    ...inquiry,
    status: 'needs_response',
    movements: [withdrawal(desk, inquiry, desk.charge(inquiry.charge))],
  };
  desk.save({ kind: 'dispute', record: dispute });
  const previous = { status: inquiry.status };
  desk.tell('charge.dispute.updated', { kind: 'dispute', record: dispute }, previous);
  desk.tell('charge.dispute.funds_withdrawn', { kind: 'dispute', record: dispute });
  return dispute;
}

function withdrawal(
  desk: StripeDesk,
  { id, amount, currency }: StripeDispute,
  charge: StripeCharge,
): BalanceTransaction {
  const fee = FEE_UNITS * majorUnit(currency.toUpperCase() as Currency);
  const line = desk.move({
    type: 'adjustment',
    reportingCategory: 'dispute',
    amount: -amount,
    fee,
    currency,
    source: id,
  });
  desk.book({ id: line.id, kind: 'dispute', reference: id, amount, fee, of: charge });
  return line;
}

function contestable(desk: StripeDesk, charge: StripeCharge, asked: number | undefined): number {
  const amount = asked ?? refundableOf(desk, charge);
  if (charge.dispute === undefined && amount >= 1 && amount <= charge.amountCaptured) return amount;
  throw invalid(`Charge ${charge.id} cannot be disputed over ${amount}.`);
}
