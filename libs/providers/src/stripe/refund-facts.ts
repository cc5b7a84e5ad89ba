import type { Stripe } from 'stripe';
import type { Instant, ProviderFact } from '#provider-port';
import { ourId } from '../our-id.js';
import { fromStripeAmount } from './amount.js';
import { bookedFeeOf, idOfObject, instantOf, paymentIdIn, refundState } from './objects.js';

/**
 * What became of a refund. One that failed after its money had left tells both, so that a lost
 * event about its success costs nothing.
 */
export function refundFacts(refund: Stripe.Refund, at: Instant): readonly ProviderFact[] {
  // Stripe's own way to give up a hold; no captured money moves.
  if (refund.reason === 'expired_uncaptured_charge') return [];
  const captureReference = idOfObject(refund.charge);
  const state = refundState(refund);
  if (state === 'waiting' || captureReference === null) return [];
  const fact = { ...idsOf(refund), captureReference };
  const fee = bookedFeeOf(refund.balance_transaction);
  const refunded = { kind: 'refunded', ...fact, fee, at: instantOf(refund.created) } as const;
  if (state === 'refunded') return [refunded];
  const code = refund.failure_reason ?? refund.status ?? 'failed';
  const failed = { kind: 'refund-failed', ...fact, at, code } as const;
  const cameBack = (refund.failure_balance_transaction ?? null) !== null;
  return cameBack ? [refunded, failed] : [failed];
}

function idsOf(refund: Stripe.Refund) {
  return {
    paymentId: paymentIdIn(refund),
    refundId: ourId(refund.metadata?.['refund_id']),
    reference: refund.id,
    amount: fromStripeAmount(refund.amount, refund.currency),
  };
}
