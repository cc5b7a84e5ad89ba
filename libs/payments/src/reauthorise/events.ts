import type { Money } from '#money';
import type { RefusalCodes } from '#provider-port';
import type { Attempt, EventShape, Instant } from '../payment/vocabulary.js';

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
  Attempt<'reauthorisationId'> & {
    amount: Money;
    code: string;
    reason: string;
    /** What the provider said beside its code; absent: nothing, or it was not kept yet. */
    codes?: RefusalCodes;
    failedAt: Instant;
  }
>;

export type ReauthoriseEvent =
  ReauthorisationRequested | PaymentReauthorised | ReauthorisationFailed;
