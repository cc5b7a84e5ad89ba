import type { Money } from '#money';
import type { RefusalCodes } from '#provider-port';
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
  Attempt<'incrementId'> & {
    amount: Money;
    code: string;
    reason: string;
    /** What the provider said beside its code; absent: nothing, or it was not kept yet. */
    codes?: RefusalCodes;
    declinedAt: Instant;
  }
>;

export type IncrementEvent = IncrementRequested | AuthorisationIncremented | IncrementDeclined;
