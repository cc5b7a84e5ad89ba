import type { Currency } from '#money';
import type { Rejection } from './rejections.js';

/** Amounts are in minor units of ISO 4217; times are ISO 8601. */
export type PayPalOrder = {
  readonly id: string;
  readonly intent: 'CAPTURE' | 'AUTHORIZE';
  readonly status: 'CREATED' | 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED' | 'VOIDED';
  readonly unit: PurchaseUnit;
  /** Whether the caller named the wallet: then the payer's link is called differently. */
  readonly namedWallet: boolean;
  readonly returnUrl: string | null;
  readonly cancelUrl: string | null;
  /** What the payer chose on the approval page. */
  readonly funding: Funding;
  readonly authorizations: readonly string[];
  readonly captures: readonly string[];
  readonly refunds?: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The payer must have approved by then, and the caller acted on it. */
  readonly expiresAtMs: number;
};

/** What the payer's wallet does: with `refund-pending` only its refunds take a while. */
export type Funding = 'good' | 'declined' | 'pending' | 'refund-pending' | Rejection;

export type PurchaseUnit = {
  readonly referenceId: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly customId: string | null;
  readonly invoiceId: string | null;
  /** As sent: shown again, without a meaning here. */
  readonly shown: Readonly<Record<string, unknown>>;
};

export type PayPalAuthorization = {
  readonly id: string;
  readonly orderId: string;
  readonly status: 'CREATED' | 'CAPTURED' | 'PARTIALLY_CAPTURED' | 'VOIDED' | 'DENIED';
  /** What the processor answered; absent: nothing was asked of one. */
  readonly processor?: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly captured: bigint;
  readonly customId: string | null;
  readonly invoiceId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly expiresAtMs: number;
  /** The honour period: until then the money is held for sure. */
  readonly honouredUntilMs: number;
  /** The older one that it replaced. */
  readonly parentId: string | null;
  /** The newer one that replaced it. */
  readonly replacedBy: string | null;
  readonly lapsed: boolean;
};

export type PayPalCapture = {
  readonly id: string;
  readonly orderId: string;
  readonly authorizationId: string | null;
  readonly status: 'PENDING' | 'DECLINED' | 'COMPLETED' | 'PARTIALLY_REFUNDED' | 'REFUNDED';
  readonly currency: Currency;
  readonly amount: bigint;
  readonly fee: bigint;
  readonly refunded: bigint;
  readonly dispute?: string;
  readonly final: boolean;
  readonly customId: string | null;
  readonly invoiceId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

export type PayPalRefund = {
  readonly id: string;
  readonly captureId: string;
  readonly status: 'PENDING' | 'COMPLETED' | 'FAILED';
  readonly currency: Currency;
  readonly amount: bigint;
  /** The share of the fee that came back with it. */
  readonly feeReturned?: bigint;
  /** What had been refunded in all, this one included. */
  readonly refundedInAll: bigint;
  readonly customId: string | null;
  readonly invoiceId: string | null;
  readonly noteToPayer: string | null;
  readonly createdAt: string;
  readonly updatedAt?: string;
};
