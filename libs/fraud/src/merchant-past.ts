import type { MerchantPast } from '#payments';
import type { FeatureState, InitiatedPayment } from './feature-state.js';
import { countedAt } from './counted-at.js';
import { DAY } from './instant.js';

const WINDOW = [60 * DAY] as const;

/** Whether the payment itself was folded already or not, it does not count. */
export function merchantPastOf(state: FeatureState, facts: InitiatedPayment): MerchantPast {
  const merchant = state.entity('merchant', facts.merchantId);
  if (!merchant) return { days: 0, payments: 0 };
  const at = countedAt(facts);
  const [{ count }] = merchant.history.totals(at, WINDOW);
  const itself = state.payment(facts.paymentId) ? 1 : 0;
  return {
    days: Math.max(0, at - merchant.firstAt) / DAY,
    payments: Math.max(0, count - itself),
  };
}
