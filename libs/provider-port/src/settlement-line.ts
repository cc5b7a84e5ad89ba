import type { Money } from '#money';
import type { Instant } from './instant.js';
import type { ProviderName } from './provider-name.js';

/**
 * What a line of a provider's books is. Events of ours speak of captures, refunds and disputes; the
 * other kinds belong to no payment.
 */
export type LineKind =
  | 'capture'
  | 'refund'
  | 'dispute'
  | 'fee'
  | 'payout'
  /** One leg of an exchange between two of our balances. */
  | 'conversion'
  /** Held back by the provider, and still ours. */
  | 'reserve'
  /** Explained by the provider in no way that we know. */
  | 'adjustment';

/** Which line it is, and when. */
export type LineId = {
  readonly provider: ProviderName;
  /** The provider's id of the line; unique per provider. */
  readonly lineId: string;
  readonly at: Instant;
};

/** One line of a provider's own books that moved money. */
export type SettlementLine = LineId & {
  readonly kind: LineKind;
  /**
   * The object that caused it: our PaymentCaptured/PaymentRefunded `reference`. Several captures of
   * one Stripe charge share the charge's id, in our events as in these lines. A dispute is named by
   * its own id at Stripe, and by that of the disputed capture at PayPal.
   */
  readonly reference: string;
  readonly paymentId: string | null;
  /** What moved our balance. Signed: money to us is positive. Gross, before the fee. */
  readonly amount: Money;
  /** The same as the payer saw it, where it settles in another currency; absent: it is the same. */
  readonly presented?: Money;
  /** What the provider took for it; negative only where it gave a fee back. */
  readonly fee: Money;
};

/** A line that the provider has begun: it moved nothing yet, and shows when it began. */
export type PendingLine = LineId & { readonly kind: 'pending' };

/** A line that we cannot read, as in a currency that we do not know; the others are fine. */
export type UnreadableLine = LineId & {
  readonly kind: 'unreadable';
  /** Why, in one sentence. */
  readonly reason: string;
  /** The provider's own JSON, whole. */
  readonly raw: string;
};

export type BookEntry = SettlementLine | PendingLine | UnreadableLine;
