import type { Stripe } from 'stripe';
import type { Instant, OutcomeOf, RequestOf } from '#provider-port';
import type { StripeAccount } from './account.js';
import { instantOf } from './objects.js';

/** Cancels the PaymentIntent that waits for the payer; one that holds money gives it up. */
export function cancel(
  { stripe, attempts, instant, isForgotten }: StripeAccount,
  { cancellationId, orderReference, promisedAt }: RequestOf<'cancel'>,
): Promise<OutcomeOf<'cancel'>> {
  return attempts.settle<OutcomeOf<'cancel'>>({
    forgotten: isForgotten(promisedAt),
    run: async () => {
      const why = { cancellation_reason: 'abandoned' } as const;
      const key = { idempotencyKey: cancellationId };
      return outcomeOf(await stripe.paymentIntents.cancel(orderReference, why, key), instant());
    },
    readBack: async () => {
      const intent = await stripe.paymentIntents.retrieve(orderReference);
      return intent.status === 'canceled' ? outcomeOf(intent, instant()) : null;
    },
  });
}

function outcomeOf({ canceled_at }: Stripe.PaymentIntent, now: Instant): OutcomeOf<'cancel'> {
  return { status: 'cancelled', at: canceled_at === null ? now : instantOf(canceled_at) };
}
