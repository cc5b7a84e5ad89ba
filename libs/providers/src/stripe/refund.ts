import type { Stripe } from 'stripe';
import { IMMOVABLE } from '../attempts.js';
import { ProviderUnavailable, type Instant, type OutcomeOf, type RequestOf } from '#provider-port';
import type { StripeAccount } from './account.js';
import { stripeRefusalOf, toStripeAmount } from './amount.js';
import { bookedFeeOf, instantOf, refundState } from './objects.js';

const WITH_BOOKING = { expand: ['balance_transaction'] };

export async function refund(
  { stripe, attempts, instant, isForgotten }: StripeAccount,
  { paymentId, refundId, captureId, amount, reference, promisedAt }: RequestOf<'refund'>,
): Promise<OutcomeOf<'refund'>> {
  const immovable = stripeRefusalOf(amount, 'refund');
  if (immovable !== null) return attempts.refuse(IMMOVABLE, immovable);
  return attempts.settle<OutcomeOf<'refund'>>({
    forgotten: isForgotten(promisedAt),
    run: async () => {
      const created = await stripe.refunds.create(
        {
          charge: reference,
          amount: toStripeAmount(amount).amount,
          metadata: { payment_id: paymentId, refund_id: refundId, capture_id: captureId },
          ...WITH_BOOKING,
        },
        { idempotencyKey: refundId },
      );
      // A repeated request is answered with the first answer; what became of it is read again.
      const waits = refundState(created) === 'waiting';
      const current = waits ? await stripe.refunds.retrieve(created.id, WITH_BOOKING) : created;
      return refundOutcome(current, instant());
    },
    readBack: async () => {
      const made = { charge: reference, limit: 100, expand: ['data.balance_transaction'] };
      for await (const known of stripe.refunds.list(made)) {
        if (known.metadata?.['refund_id'] === refundId) return refundOutcome(known, instant());
      }
      return null;
    },
  });
}

/** @throws ProviderUnavailable while no money has left our balance. */
function refundOutcome(known: Stripe.Refund, now: Instant): OutcomeOf<'refund'> {
  const { id, created, balance_transaction: booked } = known;
  const status = known.status ?? 'pending';
  switch (refundState(known)) {
    case 'refunded':
      return {
        status: 'refunded',
        reference: id,
        fee: bookedFeeOf(booked),
        at: instantOf(created),
      };
    case 'failed': {
      const code = known.failure_reason ?? status;
      return { status: 'refused', code, reason: `${id} is ${status}`, at: now };
    }
    case 'waiting':
      throw new ProviderUnavailable('stripe', `${id} is ${status}`, { undecided: true });
  }
}
