import type { Stripe } from 'stripe';
import type { VoidOutcome, VoidRequest } from '../payment-provider.js';
import type { Instant } from '../instant.js';
import type { StripeAccount } from './account.js';

/** Cancels the PaymentIntent: Stripe has no void of its own. */
export function voidAuthorisation(
  { stripe, attempts, instant, isForgotten }: StripeAccount,
  { voidId, reference, promisedAt }: VoidRequest,
): Promise<VoidOutcome> {
  return attempts.settle<VoidOutcome>({
    forgotten: isForgotten(promisedAt),
    run: async () => {
      const key = { idempotencyKey: voidId };
      const intent = await stripe.paymentIntents.cancel(reference, {}, key);
      return voidOutcome(intent, instant());
    },
    readBack: async () => {
      const intent = await stripe.paymentIntents.retrieve(reference);
      return intent.status === 'canceled' ? voidOutcome(intent, instant()) : null;
    },
  });
}

function voidOutcome({ canceled_at }: Stripe.PaymentIntent, now: Instant): VoidOutcome {
  const at = canceled_at === null ? now : new Date(canceled_at * 1000).toISOString();
  return { status: 'voided', at };
}
