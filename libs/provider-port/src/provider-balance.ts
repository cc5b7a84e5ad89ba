import type { Money } from '#money';
import type { Instant } from './instant.js';

/** What a provider has of ours in one currency. */
export type ProviderBalance = {
  /** What its lines come to: paid out or not yet to be paid out, and not held back. */
  readonly available: Money;
  /** What it holds back; null where it does not say. */
  readonly reserved: Money | null;
};

export type ReportedBalances = {
  readonly asOf: Instant;
  readonly balances: readonly ProviderBalance[];
};
