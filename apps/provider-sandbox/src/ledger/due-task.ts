export type DueTask = {
  readonly kind:
    | 'stripe-authorisation-lapses'
    | 'stripe-fee-becomes-known'
    | 'stripe-refund-fails'
    | 'stripe-refund-settles'
    | 'paypal-authorisation-lapses';
  readonly id: string;
};
