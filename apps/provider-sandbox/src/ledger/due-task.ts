export type DueTask = {
  readonly kind:
    | 'stripe-authorisation-lapses'
    | 'stripe-fee-becomes-known'
    | 'stripe-refund-fails'
    | 'stripe-refund-settles'
    | 'stripe-dispute-opens'
    | 'stripe-dispute-decided'
    | 'stripe-fraud-reported'
    | 'stripe-payout-arrives'
    | 'stripe-payouts-run'
    | 'paypal-dispute-runs-out'
    | 'paypal-authorisation-lapses';
  readonly id: string;
};
