import type { PaymentFactKind, StoredFact } from '#provider-port';
import type { Instant } from './vocabulary.js';

/** What a provider's fact and our record may disagree about. */
export const CONTRADICTION_RULES = [
  'currency-differs',
  'amount-not-positive',
  'amount-differs',
  'given-back-exceeds-captured',
] as const;

export type ContradictionRule = (typeof CONTRADICTION_RULES)[number];

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
