import type { PaymentFactKind, StoredFact } from '#provider-port';
import type { Contradiction } from '../payment/contradiction.js';
import type { EventShape, Instant } from '../payment/vocabulary.js';

/**
 * A provider's signed fact and what is recorded cannot both be true. The fact is kept here and not
 * booked; until it fits, or a person decides, the payment is set aside.
 */
export type ContradictionFound = EventShape<
  'ContradictionFound',
  Contradiction & {
    paymentId: string;
    contradictionId: string;
    /** The provider's id of what the fact is about, where it names one. */
    reference: string | null;
    fact: StoredFact<PaymentFactKind>;
    foundAt: Instant;
  }
>;

/** It is over: the missing fact came and the kept one is booked, or a person leaves it out. */
export type ContradictionSettled = EventShape<
  'ContradictionSettled',
  {
    paymentId: string;
    contradictionId: string;
    by: 'fact' | 'person';
    note: string | null;
    settledAt: Instant;
  }
>;

export type ContradictionEvent = ContradictionFound | ContradictionSettled;
