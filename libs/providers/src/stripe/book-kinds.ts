import type { LineKind } from '#provider-port';

/** Stripe's categories say what a line is; its `type` lumps disputes and failures together. */
const KINDS: Readonly<Record<string, LineKind>> = {
  charge: 'capture',
  refund: 'refund',
  refund_failure: 'refund',
  dispute: 'dispute',
  dispute_reversal: 'dispute',
  fee: 'fee',
  network_cost: 'fee',
  tax: 'fee',
  payout: 'payout',
  payout_reversal: 'payout',
  currency_conversion: 'conversion',
  connect_reserved_funds: 'reserve',
  risk_reserved_funds: 'reserve',
  payout_minimum_balance_hold: 'reserve',
  payout_minimum_balance_release: 'reserve',
};

/** What a line of Stripe's books is, by its reporting category. */
export function stripeKindOf(reportingCategory: string): LineKind {
  return KINDS[reportingCategory] ?? 'adjustment';
}
