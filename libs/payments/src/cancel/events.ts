import type { Money } from '#money';
import type { Attempt, EventShape, Instant } from '../payment/vocabulary.js';

export type IncrementRequested = EventShape<
  'IncrementRequested',
  Attempt<'incrementId'> & {
    /** The new total. */
    amount: Money;
    requestedAt: Instant;
  }
>;
export type AuthorisationIncremented = EventShape<
  'AuthorisationIncremented',
  Attempt<'incrementId'> & {
    amount: Money;
    /** The new total less the one before. */
    increase: Money;
    expiresAt: Instant | null;
    incrementedAt: Instant;
  }
>;
/** What was held before stays held. */
export type IncrementDeclined = EventShape<
  'IncrementDeclined',
  Attempt<'incrementId'> & { amount: Money; code: string; reason: string; declinedAt: Instant }
>;

export type ReauthorisationRequested = EventShape<
  'ReauthorisationRequested',
  Attempt<'reauthorisationId'> & { amount: Money; requestedAt: Instant }
>;
export type PaymentReauthorised = EventShape<
  'PaymentReauthorised',
  Attempt<'reauthorisationId'> & {
    amount: Money;
    /** What is held now less what was before; may be negative. */
    increase: Money;
    /** Takes the place of the authorisation's reference. */
    reference: string;
    expiresAt: Instant | null;
    reauthorisedAt: Instant;
  }
>;
export type ReauthorisationFailed = EventShape<
  'ReauthorisationFailed',
  Attempt<'reauthorisationId'> & { amount: Money; code: string; reason: string; failedAt: Instant }
>;

/** Why a payment ended before any money was held. */
export type CancellationReason =
  'requested' | 'order-cancelled' | 'payer-cancelled' | 'payer-deadline' | 'approval-reversed';

/** Nobody wants the payment any more: it ends as soon as what is under way has its outcome. */
export type CancellationPlanned = EventShape<
  'CancellationPlanned',
  Attempt<'cancellationId'> & { reason: CancellationReason; plannedAt: Instant }
>;
/** Promises to take back what waits for the payer at the provider. */
export type CancellationRequested = EventShape<
  'CancellationRequested',
  Attempt<'cancellationId'> & { reason: CancellationReason; requestedAt: Instant }
>;
/** Nothing is held and nothing will be. */
export type PaymentCancelled = EventShape<
  'PaymentCancelled',
  Attempt<'cancellationId'> & { reason: CancellationReason; cancelledAt: Instant }
>;
/** The payer was faster. */
export type CancellationFailed = EventShape<
  'CancellationFailed',
  Attempt<'cancellationId'> & { code: string; reason: string; failedAt: Instant }
>;
