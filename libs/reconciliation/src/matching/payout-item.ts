import type { Money } from '#money';
import type { Instant, PayoutStatus } from '#provider-port';

/** A payout as the provider tells of it. */
export type PayoutItem = {
  /** The provider's id of it, unique over all providers here. */
  readonly id: string;
  readonly provider: string;
  /** Every id that a bank may write beside it, as a trace id or the end-to-end id. */
  readonly references: readonly string[];
  readonly amount: Money;
  readonly status: PayoutStatus;
  readonly arrivesAt: Instant | null;
  readonly at: Instant;
  /** What the lines in it come to, after fees; null: the provider does not say what is in it. */
  readonly content: readonly Money[] | null;
};

/** A line of our bank's statement. */
export type BankItem = {
  readonly id: string;
  readonly account: string;
  /** What the bank wrote that may name a payout. */
  readonly references: readonly string[];
  /** Money to us is positive. */
  readonly amount: Money;
  readonly at: Instant;
};

export type PayoutSides = {
  readonly payouts: readonly PayoutItem[];
  readonly bankLines: readonly BankItem[];
};
