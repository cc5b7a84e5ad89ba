import type { Stripe } from 'stripe';
import type { Money } from '#money';
import type { Instant, ProviderFact } from '#provider-port';
import { ourId } from '../our-id.js';
import { Unreadable } from '../unreadable.js';
import { fromStripeAmount } from './amount.js';
import type { EventContext } from './event-context.js';
import {
  captureBeforeOf,
  capturesListedIn,
  declineOf,
  feeOf,
  idOfObject,
  instantOf,
  paymentIdIn,
} from './objects.js';

/** The charge's own metadata is the intent's at the time of authorisation. */
export function authorisedFacts(charge: Stripe.Charge): readonly ProviderFact[] {
  const reference = idOfObject(charge.payment_intent);
  if (charge.captured || reference === null) return [];
  const expiresAt = captureBeforeOf(charge);
  const at = instantOf(charge.created);
  return [
    { kind: 'authorised', ...ids(charge), at, reference, amount: amountOf(charge), expiresAt },
  ];
}

/**
 * What is held now, where it was raised: by us, or by someone else who uses the account. Else the
 * first total comes with the authorisation itself.
 */
export function heldFacts(
  intent: Stripe.PaymentIntent,
  { at, previous }: EventContext,
): readonly ProviderFact[] {
  const raised = ourId(intent.metadata['increment_id']) !== null || 'amount' in previous;
  return raised && isHeld(intent) ? [holdOf(intent, at)] : [];
}

/** The total that is held, raised or not. */
export function holdOf(intent: Stripe.PaymentIntent, at: Instant): ProviderFact {
  const { id: reference, latest_charge: charge } = intent;
  return {
    kind: 'authorisation-changed',
    paymentId: paymentIdIn(intent),
    at,
    operationId: ourId(intent.metadata['increment_id']),
    reference,
    amount: amountOf(intent),
    expiresAt: typeof charge === 'string' ? null : captureBeforeOf(charge),
  };
}

export function isHeld({ status, amount_received }: Stripe.PaymentIntent): boolean {
  return status === 'requires_capture' && amount_received === 0;
}

/**
 * Every capture that the intent lists, so that an event makes up for lost ones before it; and what
 * a person captured in Stripe's dashboard beside them.
 */
export function capturedFacts(
  intent: Stripe.PaymentIntent,
  at: Instant,
  feesFor: (captured: readonly Money[]) => readonly (Money | null)[] = () => [],
): readonly ProviderFact[] {
  const { id, metadata, currency, amount_received } = intent;
  const reference = idOfObject(intent.latest_charge);
  if (amount_received === 0) return [];
  if (reference === null) throw new Unreadable(`${id} received money and names no charge`);
  const total = fromStripeAmount(amount_received, currency);
  const listed = capturesListedIn(metadata);
  const rest = listed.reduce((left, [, units]) => left - units, amount_received);
  const outside = rest > 0 ? [[null, rest] as const] : [];
  const captures = [...listed, ...outside].map(([captureId, units]) => ({
    captureId,
    amount: fromStripeAmount(units, currency),
  }));
  const fees = feesFor(captures.map(({ amount }) => amount));
  return captures.map(({ captureId, amount }, index) => {
    const taken = { captureId, authorisationReference: id, reference, amount, total };
    const fee = fees[index] ?? null;
    return { kind: 'captured', paymentId: paymentIdIn(intent), at, ...taken, fee };
  });
}

/** Stripe books a capture after it answers, and then tells that the charge has its booking. */
export function feeFacts(
  charge: Stripe.Charge,
  { at, previous }: EventContext,
): readonly ProviderFact[] {
  const { captured, balance_transaction: booked } = charge;
  if (!captured || booked === null || !('balance_transaction' in previous)) return [];
  const fact = { paymentId: paymentIdIn(charge), at, captureReference: charge.id };
  const fee = feeOf(charge, fromStripeAmount(charge.amount_captured, charge.currency));
  return [{ kind: 'fee-known', ...fact, captureId: null, fee }];
}

export function declinedFacts(intent: Stripe.PaymentIntent, at: Instant): readonly ProviderFact[] {
  return [{ kind: 'authorisation-declined', ...ids(intent), at, ...declineOf(intent) }];
}

/** Stripe cancels by itself what was not captured in time. */
const EXPIRED: ReadonlySet<string> = new Set(['automatic', 'expired']);

/** What was held is given up; where nothing was, the payer has nothing to act on any more. */
export function releasedFacts(intent: Stripe.PaymentIntent, at: Instant): readonly ProviderFact[] {
  const { id, last_payment_error: failure } = intent;
  const reason = intent.cancellation_reason ?? 'canceled at Stripe';
  const fact = { paymentId: paymentIdIn(intent), at };
  // A charge of an intent whose last attempt failed was never a hold.
  if (intent.latest_charge === null || (failure ?? null) !== null) {
    return [{ kind: 'payer-action-abandoned', ...fact, orderReference: id, reason }];
  }
  return [{ kind: 'voided', ...fact, reference: id, expired: EXPIRED.has(reason) }];
}

/**
 * What is held beside several captures is given up with the end of the intent: by its last capture,
 * a capture of nothing, or by time.
 */
export function restFacts(intent: Stripe.PaymentIntent, at: Instant): readonly ProviderFact[] {
  const { id: reference, status, amount, amount_received: taken } = intent;
  if (status !== 'succeeded' || taken === 0 || taken >= amount) return [];
  return [{ kind: 'voided', paymentId: paymentIdIn(intent), at, reference, expired: false }];
}

/** The hold lapsed at the card's network. */
export function expiredFacts(charge: Stripe.Charge, { at }: EventContext): readonly ProviderFact[] {
  const reference = idOfObject(charge.payment_intent);
  if (reference === null) return [];
  return [{ kind: 'voided', paymentId: paymentIdIn(charge), at, reference, expired: true }];
}

function amountOf({ amount, currency }: { amount: number; currency: string }): Money {
  return fromStripeAmount(amount, currency);
}

function ids(object: { readonly metadata: Stripe.Metadata }): {
  paymentId: string | null;
  authorisationId: string | null;
} {
  const authorisationId = ourId(object.metadata['authorisation_id']);
  return { paymentId: paymentIdIn(object), authorisationId };
}
