import type { Currency } from '#money';

export type Provider = 'stripe' | 'paypal';

/** Authorisations and voids move no money; they are kept so that each can be counted. */
export type LineKind =
  | 'authorisation'
  | 'void'
  | 'capture'
  | 'refund'
  | 'refund-failure'
  | 'reversal'
  | 'dispute'
  | 'dispute-reversal'
  | 'payout'
  | 'payout-failure';

/** One line of the sandbox's own books, in minor units of ISO 4217. */
export type Line = {
  readonly id: string;
  readonly provider: Provider;
  readonly kind: LineKind;
  readonly currency: Currency;
  /** Positive, whatever the kind. */
  readonly amount: bigint;
  readonly fee: bigint;
  /** The object at the provider: charge, capture, refund, authorisation. */
  readonly reference: string;
  /** The caller's ids of the payment: Stripe's metadata, PayPal's custom and invoice id. */
  readonly paymentIds: readonly string[];
  readonly at: string;
};

export type Totals = {
  readonly authorised: bigint;
  readonly voided: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
  readonly fees: bigint;
  /** Taken back by the provider: disputes and reversals, less what was given back. */
  readonly disputed: bigint;
  readonly paidOut: bigint;
  /** What the provider owes the merchant: captured - refunded - fees - disputed - paidOut. */
  readonly balance: bigint;
  readonly counts: Readonly<Record<LineKind, number>>;
};
