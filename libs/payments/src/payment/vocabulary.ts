export type { Instant, ProviderName } from '#provider-port';

/** What every event is: its type, and data that never changes. */
export type EventShape<Type extends string, Data> = {
  readonly type: Type;
  readonly data: Readonly<Data>;
};

/** Identifies one attempt at one operation; also the provider's idempotency key. */
export type Attempt<Id extends string> = { paymentId: string } & Record<Id, string>;

/** What the payer pays with: a provider's token or a PayPal account. Never a card number. */
export type PaymentMethod =
  { readonly kind: 'card'; readonly token: string } | { readonly kind: 'paypal' };
