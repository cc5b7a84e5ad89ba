import type { DueTask } from './due-task.js';
import type { Line, Totals } from './line.js';
import type { Undelivered } from '../webhooks/undelivered.js';
import type { PayPalDispute } from '../paypal/disputes/records.js';
import type { PayPalEvent } from '../paypal/event.js';
import type {
  PayPalAuthorization,
  PayPalCapture,
  PayPalOrder,
  PayPalRefund,
} from '../paypal/records.js';
import type { StripeEvent } from '../stripe/event.js';
import type {
  BalanceTransaction,
  StripeCharge,
  StripePayment,
  StripeRefund,
} from '../stripe/records.js';
import type { StripeDispute } from '../stripe/disputes/records.js';
import type { StripeFraudWarning, StripeReview } from '../stripe/fraud/records.js';
import type { StripePayout } from '../stripe/payouts/records.js';
import type { Settings } from './settings.js';

/** An answer kept under its idempotency key. */
export type KeptAnswer = {
  /** Of the parameters, to tell a repeat from a reuse. */
  readonly fingerprint: string;
  readonly status: number;
  /** Stripe: the body as sent. PayPal: the object's id, which a repeat shows as it stands. */
  readonly body: string;
  readonly requestId: string;
  readonly atMs: number;
};

/** Every kind of record and its type. */
export type Records = {
  clock: number;
  secret: string;
  settings: Settings;
  'line-of': Line;
  total: Totals;
  due: DueTask;
  undelivered: Undelivered;

  'stripe-answer': KeptAnswer;
  'stripe-payment': StripePayment;
  'stripe-charge': StripeCharge;
  'stripe-refund': StripeRefund;
  'stripe-balance-transaction': BalanceTransaction;
  'stripe-event': StripeEvent;
  'stripe-dispute': StripeDispute;
  'stripe-review': StripeReview;
  'stripe-fraud-warning': StripeFraudWarning;
  'stripe-payout': StripePayout;
  /** The last balance transaction that was paid out, per currency. */
  'stripe-paid-up-to': string;

  'paypal-answer': KeptAnswer;
  'paypal-order': PayPalOrder;
  'paypal-authorization': PayPalAuthorization;
  'paypal-capture': PayPalCapture;
  'paypal-refund': PayPalRefund;
  'paypal-dispute': PayPalDispute;
  'paypal-line': Line;
  'paypal-event': PayPalEvent;
  /** Which order has used an invoice id. */
  'paypal-invoice': string;
};
