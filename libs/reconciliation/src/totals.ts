import type { Money } from '#money';
import type { SettlementLine } from '#provider-port';
import { presentedOf } from './settlement.js';

/** What moves a provider's totals; the same sums are kept of our own events. */
export type Totals = {
  /** Captured less refunded and disputed, before fees, in the currency the payer saw. */
  readonly gross: readonly Money[];
  readonly fees: readonly Money[];
  /** Sent on to our bank. */
  readonly paidOut: readonly Money[];
  /** Came from another currency's balance; what goes there is negative. */
  readonly exchanged: readonly Money[];
  /** Held back by the provider. */
  readonly reserved: readonly Money[];
};

const NOTHING: Totals = { gross: [], fees: [], paidOut: [], exchanged: [], reserved: [] };

/**
 * What one line of the provider's books adds to its totals. The provider's balance of a currency is
 * gross + exchanged - fees - paidOut - reserved.
 */
export function totalsOf(line: SettlementLine): Totals {
  const { kind, amount, fee } = line;
  const fees = { ...NOTHING, fees: [fee] };
  switch (kind) {
    case 'fee':
      // A fee of its own is money from us, hence negative.
      return { ...NOTHING, fees: [fee, amount.negated()] };
    case 'payout':
      return { ...fees, paidOut: [amount.negated()] };
    case 'conversion':
      return { ...fees, exchanged: [amount] };
    case 'reserve':
      return { ...fees, reserved: [amount.negated()] };
    case 'capture':
    case 'refund':
    case 'dispute':
    case 'adjustment': {
      const presented = presentedOf(line);
      const exchanged = presented === amount ? [] : [amount, presented.negated()];
      return { ...fees, gross: [presented], exchanged };
    }
  }
}
