import type { Currency } from '#money';
import type { ProviderName } from '#provider-port';

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
  | 'payout-failure'
  /** What a provider books by itself, for no payment: a fee of its own, or money in or out. */
  | 'fee'
  | 'credit'
  | 'debit';

/** One line of the sandbox's own books, in minor units of ISO 4217. */
export type Line = {
  readonly id: string;
  readonly provider: ProviderName;
  readonly kind: LineKind;
  readonly currency: Currency;
  /** Positive for every kind. */
  readonly amount: bigint;
  /** Negative where the provider gives one back. */
  readonly fee: bigint;
  /** What moved the balance of another currency instead; amount and fee are then the payer's. */
  readonly settled?: {
    readonly currency: Currency;
    readonly amount: bigint;
    readonly fee: bigint;
  };
  /** At PayPal, where it says more than the kind. */
  readonly paypal?: PayPalTraits;
  /** The object at the provider: charge, capture, refund, authorisation. */
  readonly reference: string;
  /** The caller's ids of the payment: Stripe's metadata, PayPal's custom and invoice id. */
  readonly paymentIds: readonly string[];
  readonly at: string;
};

export type PayPalTraits = {
  /** T-code; absent: that of the kind. */
  readonly code?: string;
  /** The older transaction that it is about. */
  readonly related?: string;
  /** `P`: begun, and has moved nothing yet. `D`: came to nothing. Absent: `S`, it moved money. */
  readonly status?: 'P' | 'D';
  /** As it is written on the wire, in a currency that no book here can count. */
  readonly wire?: { readonly currency_code: string; readonly value: string };
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
  /** Booked by the provider itself, without fees; also what an exchange took or gave. */
  readonly other: bigint;
  /** What the provider owes: captured - refunded - fees - disputed - paidOut + other. */
  readonly balance: bigint;
  readonly counts: Readonly<Record<LineKind, number>>;
};
