import type { Stripe } from 'stripe';
import type { ProviderFact } from '../provider-fact.js';
import { fromStripeAmount } from './amount.js';
import {
  captureBeforeOf,
  capturesListedIn,
  declineOf,
  idOfObject,
  instantOf,
  refundState,
} from './objects.js';

/**
 * What an event says about our payments, with the references that the API's answers carry too, so
 * that whichever comes second changes nothing. Types not listed are kept and not acted on.
 *
 * Captures are read from the PaymentIntent, not from `charge.captured`: only its metadata is
 * updated by a capture and so names our capture id.
 */
export function stripeFacts(event: Stripe.Event): readonly ProviderFact[] {
  const at = instantOf(event.created);
  switch (event.type) {
    case 'charge.succeeded':
      return authorised(event.data.object);
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.succeeded':
      return captured(event.data.object, at);
    case 'payment_intent.payment_failed': {
      const intent = event.data.object;
      return [{ kind: 'authorisation-declined', ...ids(intent), at, ...declineOf(intent) }];
    }
    case 'payment_intent.canceled':
      return released(event.data.object, at);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return refunded(event.data.object, at);
    default:
      return [];
  }
}

/** The charge's own metadata is the intent's at the time of authorisation. */
function authorised(charge: Stripe.Charge): readonly ProviderFact[] {
  const reference = idOfObject(charge.payment_intent);
  if (charge.captured || reference === null) return [];
  return [
    {
      kind: 'authorised',
      ...ids(charge),
      at: instantOf(charge.created),
      reference,
      amount: fromStripeAmount(charge.amount, charge.currency),
      expiresAt: captureBeforeOf(charge),
    },
  ];
}

/** Every capture that the intent lists, so that an event makes up for lost ones before it. */
function captured(intent: Stripe.PaymentIntent, at: string): readonly ProviderFact[] {
  const { id, metadata, currency, amount_received } = intent;
  const reference = idOfObject(intent.latest_charge);
  if (amount_received === 0 || reference === null) return [];
  const fact = {
    kind: 'captured',
    paymentId: metadata['payment_id'] ?? null,
    at,
    authorisationReference: id,
    reference,
    fee: null,
  } as const;
  const listed = capturesListedIn(metadata);
  // None of ours: somebody captured in Stripe's dashboard.
  const all = listed.length === 0 ? [[null, amount_received] as const] : listed;
  return all.map(([captureId, units]) => ({
    ...fact,
    captureId,
    amount: fromStripeAmount(units, currency),
  }));
}

/** Stripe cancels by itself what was not captured in time. */
const EXPIRED: ReadonlySet<string> = new Set(['automatic', 'expired']);

function released(intent: Stripe.PaymentIntent, at: string): readonly ProviderFact[] {
  const reason = intent.cancellation_reason ?? 'canceled at Stripe';
  if (intent.latest_charge === null) {
    const code = 'payment_intent_canceled';
    return [{ kind: 'authorisation-declined', ...ids(intent), at, code, reason }];
  }
  const paymentId = intent.metadata['payment_id'] ?? null;
  return [{ kind: 'voided', paymentId, at, reference: intent.id, expired: EXPIRED.has(reason) }];
}

function refunded(refund: Stripe.Refund, at: string): readonly ProviderFact[] {
  // Stripe's own way to give up a hold; no captured money moves.
  if (refund.reason === 'expired_uncaptured_charge') return [];
  const state = refundState(refund);
  const captureReference = idOfObject(refund.charge);
  if (state === 'waiting' || captureReference === null) return [];
  const fact = {
    ...refundIds(refund),
    reference: refund.id,
    amount: fromStripeAmount(refund.amount, refund.currency),
  };
  if (state === 'refunded') {
    return [{ kind: 'refunded', ...fact, at: instantOf(refund.created), captureReference }];
  }
  const code = refund.failure_reason ?? refund.status ?? 'failed';
  return [{ kind: 'refund-failed', ...fact, at, code }];
}

function refundIds({ metadata }: Stripe.Refund): {
  paymentId: string | null;
  refundId: string | null;
} {
  return {
    paymentId: metadata?.['payment_id'] ?? null,
    refundId: metadata?.['refund_id'] ?? null,
  };
}

function ids({ metadata }: { readonly metadata: Stripe.Metadata }): {
  paymentId: string | null;
  authorisationId: string | null;
} {
  return {
    paymentId: metadata['payment_id'] ?? null,
    authorisationId: metadata['authorisation_id'] ?? null,
  };
}
