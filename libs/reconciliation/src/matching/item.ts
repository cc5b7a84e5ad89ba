import type { Money } from '#money';
import type { Instant, LineKind } from '#provider-port';

/** What both books say of one movement, whichever book it is. */
type Item = {
  /** Unique in its book: an event of ours, or a line of theirs. */
  readonly id: string;
  readonly provider: string;
  readonly kind: LineKind;
  /** The provider's object that moved the money. */
  readonly reference: string;
  /** Other ids of the provider that lead there, as that of the capture of a refund. */
  readonly links: readonly string[];
  /** Our ids of the operation, as a provider sends them back to us. */
  readonly ourIds: readonly string[];
  readonly paymentId: string | null;
  /** As the payer saw it; money to us is positive. Before the fee. */
  readonly amount: Money;
  readonly at: Instant;
};

/** A movement that an event of ours tells. */
export type LedgerItem = Item & {
  /** Null as long as no event tells it. */
  readonly fee: Money | null;
};

/** A line of a provider's books. */
export type ProviderItem = Item & {
  readonly fee: Money;
  /** `pending` and `denied` moved nothing. */
  readonly status: 'booked' | 'pending' | 'denied';
  /** What moved our balance, where that is another currency. */
  readonly exchanged?: {
    readonly amount: Money;
    /** Units of the settled currency for one of the payer's, in decimals; null: not said. */
    readonly rate: string | null;
  };
};
