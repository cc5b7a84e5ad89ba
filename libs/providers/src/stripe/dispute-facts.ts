import type { Stripe } from 'stripe';
import type { DisputeFacts, DisputeStage, Instant, ProviderFact } from '#provider-port';
import { fromStripeAmount } from './amount.js';
import { idOfObject, instantOf, paymentIdIn } from './objects.js';

const OUTCOMES: Readonly<Record<string, 'won' | 'lost' | 'closed'>> = {
  won: 'won',
  lost: 'lost',
  warning_closed: 'closed',
  prevented: 'closed',
};

/**
 * All that a dispute says by now, from any of its events: that it exists and how far it has
 * gone, each movement of money, and its end.
 */
export function disputeFacts(dispute: Stripe.Dispute, at: Instant): readonly ProviderFact[] {
  const captureReference = idOfObject(dispute.charge);
  if (captureReference === null) return [];
  const { payment_intent: intent } = dispute;
  const labelled = intent === null || typeof intent === 'string' ? dispute : intent;
  const facts = { paymentId: paymentIdIn(labelled), ...whole(dispute, captureReference) };
  const moved = dispute.balance_transactions.map((booked): ProviderFact => {
    const movement = movementOf(booked, dispute);
    return { kind: 'dispute-moved-money', ...facts, at: instantOf(booked.created), ...movement };
  });
  const outcome = OUTCOMES[dispute.status];
  return [
    { kind: 'dispute-seen', ...facts, at },
    ...moved,
    ...(outcome === undefined ? [] : [{ kind: 'dispute-closed', ...facts, at, outcome } as const]),
  ];
}

function whole(dispute: Stripe.Dispute, captureReference: string): DisputeFacts {
  const { due_by: dueBy } = dispute.evidence_details;
  return {
    disputeReference: dispute.id,
    captureReference,
    amount: fromStripeAmount(dispute.amount, dispute.currency),
    reason: dispute.reason,
    stage: stageOf(dispute),
    dueBy: dueBy === null ? null : instantOf(dueBy),
    openedAt: instantOf(dispute.created),
  };
}

/** An appeal contests the outcome of a chargeback, as a pre-arbitration does. */
function stageOf({ status, payment_method_details: method }: Stripe.Dispute): DisputeStage {
  if (status.startsWith('warning_') || method?.card?.case_type === 'inquiry') return 'inquiry';
  return status.startsWith('appeal_') ? 'pre-arbitration' : 'chargeback';
}

/**
 * One booking of a dispute. An account that settles in another currency books there; then the
 * disputed amount is what moved, and the fee is in the currency that it was taken in.
 */
function movementOf(booked: Stripe.BalanceTransaction, dispute: Stripe.Dispute) {
  const { id: movementReference, amount, fee, currency } = booked;
  const direction = amount < 0 ? ('withdrawn' as const) : ('reinstated' as const);
  const moved =
    currency === dispute.currency
      ? fromStripeAmount(Math.abs(amount), currency)
      : fromStripeAmount(disputedBy(booked, dispute), dispute.currency);
  return { movementReference, direction, moved, fee: fromStripeAmount(fee, currency) };
}

/**
 * What a booking in another currency moved of the disputed amount: all of it, or nothing where it
 * evens out a change of the rate, which is small beside the others. It may be of either sign.
 */
export function disputedBy(
  booked: Pick<Stripe.BalanceTransaction, 'amount' | 'currency'>,
  { amount, balance_transactions: all }: Stripe.Dispute,
): number {
  const alike = all.filter(({ currency }) => currency === booked.currency);
  const largest = Math.max(...alike.map((each) => Math.abs(each.amount)));
  return 2 * Math.abs(booked.amount) < largest ? 0 : amount;
}
