import type { Stripe } from 'stripe';
import { IMMOVABLE } from '../attempts.js';
import {
  ProviderMisuse,
  ProviderUnavailable,
  type Instant,
  type OutcomeOf,
  type RequestOf,
} from '#provider-port';
import type { StripeAccount } from './account.js';
import { stripeRefusalOf, toStripeAmount } from './amount.js';
import { captureBeforeOf, chargeOf, declineOf, instantOf } from './objects.js';

/** For clocks that differ between us and Stripe. */
const SKEW_S = 300;
const INTENTS_LOOKED_AT_MAX = 1_000;
const WITH_CHARGE = { expand: ['latest_charge'] };

/** Holds the money by a PaymentIntent; once the payer has acted, looks what became of it. */
export async function authorise(
  account: StripeAccount,
  request: RequestOf<'authorise'>,
): Promise<OutcomeOf<'authorise'>> {
  const { stripe, attempts, instant, isForgotten } = account;
  const { orderReference, token, amount, promisedAt } = request;
  if (token === null) {
    return attempts.refuseAll('payment-method-not-supported', 'Stripe needs a card’s token');
  }
  const immovable = stripeRefusalOf(amount, 'authorise');
  if (immovable !== null) return attempts.refuseAll(IMMOVABLE, immovable);
  return attempts.settle<OutcomeOf<'authorise'>>({
    forgotten: orderReference === null && isForgotten(promisedAt),
    run: async () => {
      const intent =
        orderReference === null
          ? await createIntent(stripe, request, token)
          : await stripe.paymentIntents.retrieve(orderReference, WITH_CHARGE);
      return authorisationOutcome(intent, instant());
    },
    readBack: async () => {
      const intent = await createdIntent(account, request);
      return intent && authorisationOutcome(intent, instant());
    },
  });
}

function createIntent(
  stripe: Stripe,
  { paymentId, authorisationId, amount, returnUrl }: RequestOf<'authorise'>,
  token: string,
): Promise<Stripe.PaymentIntent> {
  return stripe.paymentIntents.create(
    {
      ...toStripeAmount(amount),
      confirm: true,
      capture_method: 'manual',
      payment_method: token,
      allowed_payment_method_types: ['card'],
      payment_method_options: {
        card: {
          request_multicapture: 'if_available',
          request_incremental_authorization: 'if_available',
        },
      },
      metadata: { payment_id: paymentId, authorisation_id: authorisationId },
      ...(returnUrl !== null && { return_url: returnUrl }),
      ...WITH_CHARGE,
    },
    { idempotencyKey: authorisationId },
  );
}

/**
 * Looks for the intent of an earlier attempt among those made since the promise.
 *
 * @throws ProviderUnavailable when there are too many to tell: a second hold is worse than none.
 */
async function createdIntent(
  { stripe }: StripeAccount,
  { authorisationId, promisedAt }: RequestOf<'authorise'>,
): Promise<Stripe.PaymentIntent | null> {
  const gte = Math.floor(Date.parse(promisedAt) / 1000) - SKEW_S;
  const expand = ['data.latest_charge'];
  let looked = 0;
  for await (const intent of stripe.paymentIntents.list({ created: { gte }, limit: 100, expand })) {
    if (intent.metadata['authorisation_id'] === authorisationId) return intent;
    looked += 1;
    if (looked === INTENTS_LOOKED_AT_MAX) {
      const reason = `no authorisation ${authorisationId} among the newest ${looked}`;
      throw new ProviderUnavailable('stripe', reason, { undecided: true });
    }
  }
  return null;
}

/** @throws ProviderUnavailable while Stripe processes it. */
function authorisationOutcome(intent: Stripe.PaymentIntent, now: Instant): OutcomeOf<'authorise'> {
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
      return { status: 'refused', ...declineOf(intent), at: now };
    case 'canceled': {
      const reason = intent.cancellation_reason ?? 'canceled at Stripe';
      return { status: 'refused', code: 'payment_intent_canceled', reason, at: now };
    }
    default:
      throw new ProviderUnavailable('stripe', `${id} is ${status}`, { undecided: true });
  }
}
