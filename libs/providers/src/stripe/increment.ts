import type { Stripe } from 'stripe';
import { IMMOVABLE, UNSUPPORTED } from '../attempts.js';
import type { Instant, OutcomeOf, RequestOf } from '#provider-port';
import type { StripeAccount } from './account.js';
import { stripeRefusalOf, toStripeAmount } from './amount.js';
import { captureBeforeOf, chargeOf } from './objects.js';

const WITH_CHARGE = { expand: ['latest_charge'] };

/**
 * Raises the hold to a new total, where the card's network lets Stripe.
 *
 * The intent is read first: it tells whether an earlier attempt did it, and whether the network
 * does it at all, which Stripe would refuse as a malformed request.
 */
export async function increment(
  { stripe, attempts, instant }: StripeAccount,
  { incrementId, amount, reference }: RequestOf<'increment'>,
): Promise<OutcomeOf<'increment'>> {
  const immovable = stripeRefusalOf(amount, 'authorise');
  if (immovable !== null) return attempts.refuse(IMMOVABLE, immovable);
  const readBack = async (): Promise<OutcomeOf<'increment'> | null> => {
    const intent = await stripe.paymentIntents.retrieve(reference, WITH_CHARGE);
    return intent.metadata['increment_id'] === incrementId ? outcomeOf(intent, instant()) : null;
  };
  return attempts.settle<OutcomeOf<'increment'>>({
    readBack,
    run: async () => {
      const intent = await stripe.paymentIntents.retrieve(reference, WITH_CHARGE);
      if (intent.metadata['increment_id'] === incrementId) return outcomeOf(intent, instant());
      const why = unavailability(intent);
      if (why !== null) return attempts.refuse(UNSUPPORTED, why);
      const raised = await stripe.paymentIntents.incrementAuthorization(
        reference,
        {
          amount: toStripeAmount(amount).amount,
          metadata: { increment_id: incrementId },
          ...WITH_CHARGE,
        },
        { idempotencyKey: incrementId },
      );
      return outcomeOf(raised, instant());
    },
  });
}

function unavailability(intent: Stripe.PaymentIntent): string | null {
  if (intent.status !== 'requires_capture') return `${intent.id} is ${intent.status}`;
  const available = chargeOf(intent)?.payment_method_details?.card?.incremental_authorization;
  return available?.status === 'available' ? null : 'the network of this card does not raise holds';
}

function outcomeOf(intent: Stripe.PaymentIntent, now: Instant): OutcomeOf<'increment'> {
  return { status: 'incremented', expiresAt: captureBeforeOf(chargeOf(intent)), at: now };
}
