import type { Instant } from './vocabulary.js';

/** The provider said no. */
export type Refusal = {
  readonly status: 'refused';
  readonly code: string;
  /** It takes no such payment at all; no payer was asked for money. */
  readonly unsupported?: boolean;
  readonly reason: string;
  readonly at: Instant;
};

/** A fact is true, but what it follows from is not recorded here (yet). */
export class MissingPredecessor extends Error {
  override readonly name = 'MissingPredecessor';
}
