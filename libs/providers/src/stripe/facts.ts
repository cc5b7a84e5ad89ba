import type { Stripe } from 'stripe';
import { isJsonObject } from '../json.js';
import type { ProviderFact } from '#provider-port';
import { Unreadable } from '../unreadable.js';
import { disputeFacts } from './dispute-facts.js';
import { instantOf } from './objects.js';
import {
  authorisedFacts,
  capturedFacts,
  declinedFacts,
  expiredFacts,
  feeFacts,
  heldFacts,
  releasedFacts,
  restFacts,
} from './payment-facts.js';
import type { EventContext } from './event-context.js';
import { payoutFacts } from './payout-facts.js';
import { refundFacts } from './refund-facts.js';
import { assertReadable } from './shapes.js';
import { reviewFacts, warningFacts } from './suspicion-facts.js';

type Reader<Subject> = (subject: Subject, told: EventContext) => readonly ProviderFact[];
type Readers<Types extends Stripe.Event['type']> = {
  readonly [Type in Types]: Reader<Extract<Stripe.Event, { type: Type }>['data']['object']>;
};
type ActedOn =
  | 'charge.succeeded'
  | 'charge.updated'
  | 'charge.expired'
  | 'payment_intent.amount_capturable_updated'
  | 'payment_intent.succeeded'
  | 'payment_intent.payment_failed'
  | 'payment_intent.canceled'
  | 'refund.created'
  | 'refund.updated'
  | 'refund.failed'
  | `charge.dispute.${'created' | 'updated' | 'funds_withdrawn' | 'funds_reinstated' | 'closed'}`
  | `radar.early_fraud_warning.${'created' | 'updated'}`
  | `review.${'opened' | 'closed'}`
  | `payout.${'created' | 'updated' | 'paid' | 'failed' | 'canceled'}`;

/**
 * The types we act on; every other one is kept and changes nothing.
 *
 * Captures are read from the PaymentIntent, not from `charge.captured`: only its metadata is
 * updated by a capture and so names our capture id. Refunds are read from the refund's own events,
 * not from `charge.refunded`, which also tells of holds that were given up.
 */
const READERS: Readers<ActedOn> = {
  'charge.succeeded': authorisedFacts,
  'charge.updated': feeFacts,
  'charge.expired': expiredFacts,
  'payment_intent.amount_capturable_updated': (intent, told) => [
    ...heldFacts(intent, told),
    ...capturedFacts(intent, told.at),
  ],
  'payment_intent.succeeded': (intent, { at }) => {
    if (intent.amount_received > 0) return [...capturedFacts(intent, at), ...restFacts(intent, at)];
    throw new Unreadable(`${intent.id} succeeded and received nothing`);
  },
  'payment_intent.payment_failed': (intent, { at }) => declinedFacts(intent, at),
  'payment_intent.canceled': (intent, { at }) => releasedFacts(intent, at),
  'refund.created': (refund, { at }) => refundFacts(refund, at),
  'refund.updated': (refund, { at }) => refundFacts(refund, at),
  'refund.failed': (refund, { at }) => refundFacts(refund, at),
  'charge.dispute.created': (dispute, { at }) => disputeFacts(dispute, at),
  'charge.dispute.updated': (dispute, { at }) => disputeFacts(dispute, at),
  'charge.dispute.funds_withdrawn': (dispute, { at }) => disputeFacts(dispute, at),
  'charge.dispute.funds_reinstated': (dispute, { at }) => disputeFacts(dispute, at),
  'charge.dispute.closed': (dispute, { at }) => disputeFacts(dispute, at),
  'radar.early_fraud_warning.created': (warning, { at }) => warningFacts(warning, at),
  'radar.early_fraud_warning.updated': (warning, { at }) => warningFacts(warning, at),
  'review.opened': (review, { at }) => reviewFacts(review, at),
  'review.closed': (review, { at }) => reviewFacts(review, at),
  'payout.created': (payout, { at }) => payoutFacts(payout, at),
  'payout.updated': (payout, { at }) => payoutFacts(payout, at),
  'payout.paid': (payout, { at }) => payoutFacts(payout, at),
  'payout.failed': (payout, { at }) => payoutFacts(payout, at),
  'payout.canceled': (payout, { at }) => payoutFacts(payout, at),
};

/** What an endpoint at Stripe has to subscribe to, and no more. */
export const STRIPE_WEBHOOK_TYPES: readonly string[] = Object.keys(READERS);

export function isActedOn(type: string): type is ActedOn {
  return Object.hasOwn(READERS, type);
}

/**
 * What an event says about our payments, with the references that the API's answers carry too, so
 * that whichever comes second changes nothing.
 *
 * @throws Unreadable for an object that lacks what we rely on, or tells it otherwise.
 * @throws RangeError for an amount or a time that our ledger cannot hold.
 */
export function stripeFacts(event: Stripe.Event): readonly ProviderFact[] {
  if (!isActedOn(event.type)) return [];
  // TypeScript cannot see that the type of the row and of the event are the same.
  const read = READERS[event.type] as Reader<unknown>;
  const { object, previous_attributes: previous } = event.data;
  const told = { at: instantOf(event.created), previous: isJsonObject(previous) ? previous : {} };
  assertReadable(object);
  return read(object, told);
}
