import type { Money } from '#money';
import { difference } from './judge.js';
import type { PayoutItem } from './payout-item.js';

/** Whether the lines in a payout come to its amount. */
export type SumCheck = {
  /** `unknown`: the provider does not say which lines are in it. */
  readonly state: 'holds' | 'differs' | 'unknown';
  /** What its lines come to beyond its amount, by currency. */
  readonly residual: readonly Money[];
};

export function sumCheckOf({ amount, content }: Pick<PayoutItem, 'amount' | 'content'>): SumCheck {
  if (content === null) return { state: 'unknown', residual: [] };
  const residual = difference([amount], content);
  return { state: residual.length === 0 ? 'holds' : 'differs', residual };
}
