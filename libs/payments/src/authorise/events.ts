import type { Money } from '#money';
import type { RefusalCodes } from '#provider-port';
import type { Attempt, EventShape, Instant } from '../payment/vocabulary.js';

export type AuthorisationRequested = EventShape<
  'AuthorisationRequested',
  Attempt<'authorisationId'> & { amount: Money; requestedAt: Instant }
>;

export type PayerActionRequired = EventShape<
  'PayerActionRequired',
  Attempt<'authorisationId'> & {
    /** Where to send the payer. */
    url: string;
    /** The provider's object that waits: a PaymentIntent or a PayPal order. */
    orderReference: string;
    /** When the payment is cancelled unless the payer has acted; null: never. */
    deadline: Instant | null;
    requiredAt: Instant;
  }
>;

export type PayerActionCompleted = EventShape<
  'PayerActionCompleted',
  Attempt<'authorisationId'> & { completedAt: Instant }
>;

export type PaymentAuthorised = EventShape<
  'PaymentAuthorised',
  Attempt<'authorisationId'> & {
    amount: Money;
    /** The provider's id to capture or void: `pi_…`, or a PayPal authorisation id. */
    reference: string;
    expiresAt: Instant | null;
    authorisedAt: Instant;
  }
>;

export type AuthorisationDeclined = EventShape<
  'AuthorisationDeclined',
  Attempt<'authorisationId'> & {
    code: string;
    reason: string;
    /** What the provider said beside its code; absent: nothing, or it was not kept yet. */
    codes?: RefusalCodes;
    /** Set when the provider takes no such payment at all; absent: it said no to this one. */
    unsupported?: true;
    declinedAt: Instant;
  }
>;

export type AuthorisationExpired = EventShape<
  'AuthorisationExpired',
  { paymentId: string; reference: string; expiredAt: Instant }
>;

export type AuthoriseEvent =
  | AuthorisationRequested
  | PayerActionRequired
  | PayerActionCompleted
  | PaymentAuthorised
  | AuthorisationDeclined
  | AuthorisationExpired;
