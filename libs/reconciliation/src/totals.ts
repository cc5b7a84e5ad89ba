import { Money } from '#money';
import type { SettlementLine } from './settlement.js';

/** What moves a provider's totals; the same three sums are kept of our own events. */
export type Totals = {
  /** Captured less refunded and disputed, before fees. */
  readonly gross: Money;
  readonly fees: Money;
  /** Sent on to our bank. */
  readonly paidOut: Money;
};

/** What one line of the provider's books adds to its totals. */
export function totalsOf({ kind, amount, fee }: SettlementLine): Totals {
  const none = Money.zero(amount.currency);
  switch (kind) {
    case 'fee':
      // A fee of its own is money from us, hence negative.
      return { gross: none, fees: fee.minus(amount), paidOut: none };
    case 'payout':
      return { gross: none, fees: fee, paidOut: amount.negated() };
    case 'capture':
    case 'refund':
    case 'dispute':
    case 'adjustment':
      return { gross: amount, fees: fee, paidOut: none };
  }
}
