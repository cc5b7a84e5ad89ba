import type { Stripe } from 'stripe';
import type { Instant, ProviderFact } from '#provider-port';
import { fromStripeAmount } from './amount.js';
import { instantOf } from './objects.js';

type PayoutStatus = Extract<ProviderFact, { kind: 'payout' }>['status'];

const STATUSES: Readonly<Record<string, PayoutStatus>> = {
  pending: 'pending',
  in_transit: 'in-transit',
  // What the bank should have by now; a failure may still follow.
  paid: 'paid',
  failed: 'failed',
  canceled: 'cancelled',
};

export function payoutFacts(payout: Stripe.Payout, at: Instant): readonly ProviderFact[] {
  const status = STATUSES[payout.status];
  if (status === undefined) return [];
  const amount = fromStripeAmount(payout.amount, payout.currency);
  const arrivesAt = instantOf(payout.arrival_date);
  const fact = { payoutReference: payout.id, amount, status, arrivesAt };
  return [{ kind: 'payout', paymentId: null, at, ...fact }];
}
