import type { Stripe } from 'stripe';
import type { Instant, ProviderFact } from '#provider-port';
import { Unreadable } from '../unreadable.js';
import { idOfObject, paymentIdIn } from './objects.js';

/** The issuer suspects fraud, before any dispute. */
export function warningFacts(
  warning: Stripe.Radar.EarlyFraudWarning,
  at: Instant,
): readonly ProviderFact[] {
  const captureReference = idOfObject(warning.charge);
  if (captureReference === null) return [];
  const { id: reportReference, fraud_type: fraudType, actionable } = warning;
  const paymentId = paymentIdOf(warning.payment_intent ?? warning.charge);
  const report = { reportReference, captureReference, fraudType, actionable };
  return [{ kind: 'fraud-reported', paymentId, at, ...report }];
}

/** Stripe's own review of a payment, by a rule or by hand. */
export function reviewFacts(review: Stripe.Review, at: Instant): readonly ProviderFact[] {
  const subject = review.payment_intent ?? review.charge;
  const orderReference = idOfObject(subject);
  if (orderReference === null) throw new Unreadable(`${review.id} names no payment`);
  const fact = { paymentId: paymentIdOf(subject), at, reviewReference: review.id, orderReference };
  return review.open
    ? [{ kind: 'review-opened', ...fact, reason: review.opened_reason }]
    : [{ kind: 'review-closed', ...fact, reason: review.closed_reason ?? review.reason }];
}

/** Known where Stripe was asked to put the object in place of its id. */
function paymentIdOf(subject: string | Parameters<typeof paymentIdIn>[0] | null): string | null {
  return subject === null || typeof subject === 'string' ? null : paymentIdIn(subject);
}
