import type { PaymentFactKind, StoredFact } from '#provider-port';
import type { Instant } from './vocabulary.js';

/** What a provider's fact and our record disagree about. */
export type ContradictionRule =
  'currency-differs' | 'amount-not-positive' | 'amount-differs' | 'given-back-exceeds-captured';

/** Why a provider's fact and what is recorded cannot both be true. */
export type Contradiction = {
  readonly rule: ContradictionRule;
  /** One sentence for the person who has to look. */
  readonly explanation: string;
};

/** A provider's fact that is kept and not booked, because it contradicts what is recorded. */
export type KeptContradiction = Contradiction & {
  readonly fact: StoredFact<PaymentFactKind>;
  readonly foundAt: Instant;
  readonly status: 'open' | 'settled';
};
