/* eslint-disable @typescript-eslint/consistent-type-definitions -- only interfaces merge */
import type { StripeDispute } from './disputes/records.js';
import type { StripeEvent } from './event.js';
import type { StripeFraudWarning, StripeReview } from './fraud/records.js';
import type { StripePayout } from './payouts/records.js';
import type { BalanceTransaction, StripeCharge, StripePayment, StripeRefund } from './records.js';

declare module '../ledger/records.js' {
  interface Records {
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
  }
}
