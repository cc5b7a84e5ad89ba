import { effectOf } from '../ledger/books.js';
import { exchangeFrom } from '../ledger/exchange.js';
import type { Clock } from '../ledger/clock.js';
import type { Ids } from '../ledger/ids.js';
import type { Line } from '../ledger/line.js';
import type { SettingsInForce } from '../ledger/settings-in-force.js';

/** "General currency conversion". */
const CONVERSION = 'T0200';

/**
 * An account without a balance in a currency exchanges what comes in at once, and buys what goes
 * out: two transactions more, one in each currency, both about the first.
 */
export function exchangeLegs(
  parts: { readonly ids: Ids; readonly settings: SettingsInForce; readonly clock: Clock },
  line: Line,
): Line[] {
  const exchange = exchangeFrom(line.currency, parts.settings.all);
  const net = effectOf(line.kind) * line.amount - line.fee;
  const moved = line.paypal?.status === undefined && line.paypal?.wire === undefined;
  if (exchange === null || net === 0n || !moved) return [];
  const leg = (currency: Line['currency'], amount: bigint): Line => {
    const id = parts.ids.paypal();
    return {
      id,
      provider: 'paypal',
      kind: amount < 0n ? 'debit' : 'credit',
      currency,
      amount: amount < 0n ? -amount : amount,
      fee: 0n,
      paypal: { code: CONVERSION, related: line.reference },
      reference: id,
      paymentIds: line.paymentIds,
      at: parts.clock.iso(),
    };
  };
  return [leg(line.currency, -net), leg(exchange.currency, exchange.convert(net))];
}
