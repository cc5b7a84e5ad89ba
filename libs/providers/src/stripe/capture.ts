import type { Stripe } from 'stripe';
import type { Money } from '#money';
import { IMMOVABLE } from '../attempts.js';
import { ProviderUnavailable, type Instant, type OutcomeOf, type RequestOf } from '#provider-port';
import type { StripeAccount } from './account.js';
import { stripeRefusalOf, toStripeAmount } from './amount.js';
import { captureEntry, chargeOf, feeOf, instantOf, listsCapture } from './objects.js';

const WITH_BOOKING = { expand: ['latest_charge.balance_transaction'] };

export async function capture(
  { stripe, attempts, instant, isForgotten }: StripeAccount,
  { captureId, reference, amount, final, promisedAt }: RequestOf<'capture'>,
): Promise<OutcomeOf<'capture'>> {
  const immovable = stripeRefusalOf(amount, 'capture');
  if (immovable !== null) return attempts.refuse(IMMOVABLE, immovable);
  const wire = toStripeAmount(amount).amount;
  return attempts.settle<OutcomeOf<'capture'>>({
    forgotten: isForgotten(promisedAt),
    run: async () => {
      const intent = await stripe.paymentIntents.capture(
        reference,
        {
          amount_to_capture: wire,
          // Stripe allows the parameter only where several captures are.
          ...(final ? {} : { final_capture: false }),
          metadata: captureEntry(captureId, wire),
          ...WITH_BOOKING,
        },
        { idempotencyKey: captureId },
      );
      return captureOutcome(intent, amount, instant());
    },
    readBack: async () => {
      const intent = await stripe.paymentIntents.retrieve(reference, WITH_BOOKING);
      return listsCapture(intent.metadata, captureId)
        ? captureOutcome(intent, amount, instant())
        : null;
    },
  });
}

/** @throws ProviderUnavailable when the answer names no charge. */
function captureOutcome(
  intent: Stripe.PaymentIntent,
  amount: Money,
  now: Instant,
): OutcomeOf<'capture'> {
  const charge = chargeOf(intent);
  if (!charge) throw new ProviderUnavailable('stripe', `${intent.id} names no charge`);
  const booked = charge.balance_transaction;
  const at = booked === null || typeof booked === 'string' ? now : instantOf(booked.created);
  return { status: 'captured', reference: charge.id, fee: feeOf(charge, amount), at };
}
