import type { Decline } from './declines.js';

/** Amounts are in Stripe's own minor units, as on the wire; times are unix seconds. */
export type StripePayment = {
  readonly id: string;
  readonly status: PaymentStatus;
  readonly amount: number;
  /** Lower case, as Stripe writes it. */
  readonly currency: string;
  readonly amountCapturable: number;
  readonly amountReceived: number;
  readonly captureMethod: 'automatic' | 'automatic_async' | 'manual';
  readonly confirmationMethod: 'automatic' | 'manual';
  readonly clientSecret: string;
  readonly created: number;
  readonly paymentMethod: string | null;
  readonly multicapture: boolean;
  /** Whether more may be held later, as was asked for when it was confirmed. */
  readonly incremental?: boolean;
  /** Increments tried so far, declined ones among them. */
  readonly increments?: number;
  readonly review?: string;
  readonly latestCharge: string | null;
  readonly metadata: Metadata;
  /** Set when payers may be sent elsewhere to act. */
  readonly returnUrl: string | null;
  readonly nextActionUrl: string | null;
  readonly lastError: LastPaymentError | null;
  /** Whether the payer has completed the authentication that was asked for. */
  readonly authenticated: boolean;
  readonly canceledAt: number | null;
  readonly cancellationReason: string | null;
  readonly automaticPaymentMethods: AutomaticPaymentMethods | null;
  readonly allowedTypes: readonly string[] | null;
  /** Kept and shown, without a meaning here. */
  readonly notes: PaymentNotes;
};

export type PaymentStatus =
  | 'requires_payment_method'
  | 'requires_confirmation'
  | 'requires_action'
  | 'requires_capture'
  | 'canceled'
  | 'succeeded';

export type Metadata = Readonly<Record<string, string>>;

export type AutomaticPaymentMethods = {
  readonly enabled: boolean;
  readonly allow_redirects?: 'always' | 'never';
};

export type PaymentNotes = {
  readonly description?: string;
  readonly receipt_email?: string;
  readonly statement_descriptor?: string;
  readonly statement_descriptor_suffix?: string;
  readonly setup_future_usage?: string;
  readonly transfer_group?: string;
};

export type LastPaymentError = Decline & { readonly charge: string | null };

export type StripeCharge = {
  readonly id: string;
  readonly payment: string;
  readonly status: 'succeeded' | 'failed';
  readonly amount: number;
  readonly currency: string;
  readonly amountCaptured: number;
  readonly amountRefunded: number;
  readonly captured: boolean;
  readonly created: number;
  readonly paymentMethod: string;
  readonly metadata: Metadata;
  readonly failure: Decline | null;
  readonly riskLevel: 'normal' | 'elevated' | 'highest';
  readonly threeDSecure: boolean;
  readonly multicapture: boolean;
  readonly incremental?: boolean;
  readonly dispute?: string;
  readonly review?: string;
  readonly fraudWarning?: string;
  /** When an uncaptured charge lapses; null once it is settled. */
  readonly captureBefore: number | null;
  readonly balanceTransaction: string | null;
  /** Made, but not yet shown: with `automatic_async` the fee becomes known later. */
  readonly balanceTransactionUnderway: string | null;
  readonly refunds: readonly string[];
  /** Balance transactions of its captures. */
  readonly movements?: readonly string[];
  readonly notes: PaymentNotes;
};

export type StripeRefund = {
  readonly id: string;
  readonly charge: string;
  readonly payment: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: 'pending' | 'succeeded' | 'failed';
  readonly reason: string | null;
  readonly metadata: Metadata;
  readonly created: number;
  readonly balanceTransaction: string | null;
  readonly failureBalanceTransaction: string | null;
  readonly failureReason: string | null;
};

export type BalanceTransaction = {
  readonly id: string;
  readonly type: string;
  readonly reportingCategory: string;
  /** Signed; the fee is positive and already meant in net = amount - fee. */
  readonly amount: number;
  readonly fee: number;
  readonly currency: string;
  /** Set when it settles in another currency than the payer saw. */
  readonly exchange?: { readonly rate: number; readonly amount: number };
  /** Null for what Stripe books by itself. */
  readonly source: string | null;
  readonly created: number;
};
