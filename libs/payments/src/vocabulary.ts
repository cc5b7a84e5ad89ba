/** ISO 8601 in UTC, as in `2026-11-21T03:52:06.120Z`. */
export type Instant = string;

/** What every event is: its type, and data that never changes. */
export type EventShape<Type extends string, Data> = {
  readonly type: Type;
  readonly data: Readonly<Data>;
};

/** Identifies one attempt at one operation; also the provider's idempotency key. */
export type Attempt<Id extends string> = { paymentId: string } & Record<Id, string>;

export type ProviderName = 'stripe' | 'paypal';

/** What the payer pays with: a provider's token or a PayPal account. Never a card number. */
export type PaymentMethod =
  { readonly kind: 'card'; readonly token: string } | { readonly kind: 'paypal' };
