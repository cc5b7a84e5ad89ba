import type { EventShape, Instant } from '../payment/vocabulary.js';

/** What a provider's fact and our record disagree about. */
export type ContradictionRule =
  'currency-differs' | 'amount-not-positive' | 'amount-differs' | 'given-back-exceeds-captured';

/** A provider's fact as it was told; the amounts in it are JSON. */
export type ToldFact = { readonly kind: string } & Readonly<Record<string, unknown>>;

/**
 * A provider's signed fact and what is recorded cannot both be true. The fact is kept here and not
 * booked; until it fits, or a person decides, the payment is set aside.
 */
export type ContradictionFound = EventShape<
  'ContradictionFound',
  {
    paymentId: string;
    contradictionId: string;
    rule: ContradictionRule;
    /** One sentence for the person who has to look. */
    explanation: string;
    /** The provider's id of what the fact is about, where it names one. */
    reference: string | null;
    fact: ToldFact;
    foundAt: Instant;
  }
>;

/** Why a provider's fact and what is recorded cannot both be true. */
export type Contradiction = Pick<ContradictionFound['data'], 'rule' | 'explanation'>;

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
