import type { Stripe } from 'stripe';
import type { Instant, OutcomeOf, RequestOf } from '#provider-port';
import type { StripeAccount } from './account.js';

/**
 * Cancels the PaymentIntent: Stripe has no void of its own. Where something was captured, a final
 * capture of nothing gives up the rest, and the intent has succeeded.
 */
export function voidAuthorisation(
  { stripe, attempts, instant, isForgotten }: StripeAccount,
  { voidId, reference, rest = false, promisedAt }: RequestOf<'void'>,
): Promise<OutcomeOf<'void'>> {
  return attempts.settle<OutcomeOf<'void'>>({
    forgotten: isForgotten(promisedAt),
    run: async () => {
      const key = { idempotencyKey: voidId };
      const intent = rest
        ? await stripe.paymentIntents.capture(reference, NOTHING_MORE, key)
        : await stripe.paymentIntents.cancel(reference, {}, key);
      return voidOutcome(intent, instant());
    },
    readBack: async () => {
      const intent = await stripe.paymentIntents.retrieve(reference);
      const ended = intent.status === 'canceled' || (rest && intent.status === 'succeeded');
      return ended ? voidOutcome(intent, instant()) : null;
    },
  });
}

const NOTHING_MORE = { amount_to_capture: 0, final_capture: true } as const;

function voidOutcome({ canceled_at }: Stripe.PaymentIntent, now: Instant): OutcomeOf<'void'> {
  const at = canceled_at === null ? now : new Date(canceled_at * 1000).toISOString();
  return { status: 'voided', at };
}
