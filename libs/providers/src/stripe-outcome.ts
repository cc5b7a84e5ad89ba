import type { Stripe } from 'stripe';
import type { Money } from '#money';
import {
  ProviderMisuse,
  ProviderUnavailable,
  type AuthoriseOutcome,
  type CaptureOutcome,
  type Instant,
  type RefundOutcome,
  type Refused,
  type VoidOutcome,
} from './payment-provider.js';
import {
  captureBeforeOf,
  chargeOf,
  declineOf,
  feeOf,
  instantOf,
  refundState,
} from './stripe-objects.js';

/**
 * @param now when Stripe's answer names no time of its own.
 * @throws ProviderUnavailable while Stripe processes it.
 */
export function authorisationOutcome(intent: Stripe.PaymentIntent, now: Instant): AuthoriseOutcome {
  const { id, status, created } = intent;
  switch (status) {
    case 'requires_capture':
    case 'succeeded': {
      const charge = chargeOf(intent);
      const at = instantOf(charge?.created ?? created);
      return { status: 'authorised', reference: id, expiresAt: captureBeforeOf(charge), at };
    }
    case 'requires_action': {
      const url = intent.next_action?.redirect_to_url?.url;
      if (typeof url !== 'string') {
        throw new ProviderMisuse('stripe', `${id} wants an action that is no redirect`);
      }
      const at = instantOf(created);
      return { status: 'payer-action-required', url, orderReference: id, at };
    }
    case 'requires_payment_method':
      return refused({ ...declineOf(intent), at: now });
    case 'canceled': {
      const reason = intent.cancellation_reason ?? 'canceled at Stripe';
      return refused({ code: 'payment_intent_canceled', reason, at: now });
    }
    default:
      throw new ProviderUnavailable('stripe', `${id} is ${status}`);
  }
}

/** @throws ProviderUnavailable when the answer names no charge. */
export function captureOutcome(
  intent: Stripe.PaymentIntent,
  amount: Money,
  now: Instant,
): CaptureOutcome {
  const charge = chargeOf(intent);
  if (!charge) throw new ProviderUnavailable('stripe', `${intent.id} names no charge`);
  const booked = charge.balance_transaction;
  const at = booked === null || typeof booked === 'string' ? now : instantOf(booked.created);
  return { status: 'captured', reference: charge.id, fee: feeOf(charge, amount), at };
}

export function voidOutcome({ canceled_at }: Stripe.PaymentIntent, now: Instant): VoidOutcome {
  return { status: 'voided', at: canceled_at === null ? now : instantOf(canceled_at) };
}

/** @throws ProviderUnavailable while no money has left our balance. */
export function refundOutcome(refund: Stripe.Refund, now: Instant): RefundOutcome {
  const { id, created } = refund;
  const status = refund.status ?? 'pending';
  switch (refundState(refund)) {
    case 'refunded':
      return { status: 'refunded', reference: id, at: instantOf(created) };
    case 'failed':
      return refused({
        code: refund.failure_reason ?? status,
        reason: `${id} is ${status}`,
        at: now,
      });
    case 'waiting':
      throw new ProviderUnavailable('stripe', `${id} is ${status}`);
  }
}

function refused(refusal: Omit<Refused, 'status'>): Refused {
  return { status: 'refused', ...refusal };
}
