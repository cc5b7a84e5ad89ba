import type { Money } from '#money';
import type { Instant } from './instant.js';

/** One line of the provider's own books that moved money. */
export type BookLine = {
  /** The provider's id of the line; unique per provider. */
  readonly lineId: string;
  readonly kind:
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
  readonly at: Instant;
};

/** A line that the provider has begun: it moved nothing yet, and shows when it began. */
export type PendingLine = {
  readonly kind: 'pending';
  readonly lineId: string;
  readonly at: Instant;
};

/** A line that we cannot read, as in a currency that we do not know; the others are fine. */
export type UnreadableLine = {
  readonly kind: 'unreadable';
  readonly lineId: string;
  readonly at: Instant;
  /** Why, in one sentence. */
  readonly reason: string;
  /** The provider's own JSON, whole. */
  readonly raw: string;
};

export type BookEntry = BookLine | PendingLine | UnreadableLine;
