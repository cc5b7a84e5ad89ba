import type { Instant } from './vocabulary.js';

/** What a provider's fact and our record disagree about. */
export type ContradictionRule =
  'currency-differs' | 'amount-not-positive' | 'amount-differs' | 'given-back-exceeds-captured';

/** A provider's fact as it was told; the amounts in it are JSON. */
export type ToldFact = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Why a provider's fact and what is recorded cannot both be true. */
export type Contradiction = {
  readonly rule: ContradictionRule;
  /** One sentence for the person who has to look. */
  readonly explanation: string;
};

/** A provider's fact that is kept and not booked, because it contradicts what is recorded. */
export type KeptContradiction = Contradiction & {
  readonly fact: ToldFact;
  readonly foundAt: Instant;
  readonly status: 'open' | 'settled';
};
