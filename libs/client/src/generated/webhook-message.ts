// Written by `npm run generate` from docs; changes here are lost.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export type components = {
  schemas: {
    /** A webhook of Assay */
    readonly WebhookMessage: {
      /** @enum {unknown} */
      readonly type:
        | 'payment.initiated'
        | 'payment.held'
        | 'payment.approved'
        | 'payment.rejected'
        | 'payment.payer_action_required'
        | 'payment.authorised'
        | 'payment.declined'
        | 'payment.expired'
        | 'payment.incremented'
        | 'payment.increment_declined'
        | 'payment.reauthorised'
        | 'payment.reauthorisation_failed'
        | 'payment.cancelled'
        | 'payment.cancellation_failed'
        | 'payment.voided'
        | 'payment.void_failed'
        | 'payment.captured'
        | 'payment.capture_failed'
        | 'payment.capture_reversed'
        | 'payment.refund_requested'
        | 'payment.refunded'
        | 'payment.refund_failed'
        | 'payment.refund_reversed'
        | 'dispute.opened'
        | 'dispute.advanced'
        | 'dispute.funds_withdrawn'
        | 'dispute.funds_reinstated'
        | 'dispute.won'
        | 'dispute.lost'
        | 'dispute.closed'
        | 'payment.fraud_reported';
      /** Format: date-time */
      readonly timestamp: string;
      /** @constant */
      readonly version: 1;
      readonly data: {
        readonly paymentId: string;
        readonly orderId: string;
        /** @enum {unknown} */
        readonly status:
          | 'initiated'
          | 'held'
          | 'rejected'
          | 'declined'
          | 'authorising'
          | 'payer-action-required'
          | 'authorised'
          | 'voided'
          | 'expired'
          | 'cancelled'
          | 'capturing'
          | 'partially-captured'
          | 'captured'
          | 'partially-refunded'
          | 'refunded';
        readonly amount: {
          /** @description minor units */
          readonly amount: string;
          readonly currency: string;
        };
        readonly captured: {
          /** @description minor units */
          readonly amount: string;
          readonly currency: string;
        };
        readonly refunded: {
          /** @description minor units */
          readonly amount: string;
          readonly currency: string;
        };
        readonly change: {
          readonly amount: {
            /** @description minor units */
            readonly amount: string;
            readonly currency: string;
          } | null;
          readonly captureId: string | null;
          readonly refundId: string | null;
          readonly disputeId: string | null;
          readonly code: string | null;
          readonly decline: {
            /** @enum {unknown} */
            readonly reason:
              | 'insufficient-funds'
              | 'limit-exceeded'
              | 'expired-card'
              | 'incorrect-number'
              | 'incorrect-cvc'
              | 'incorrect-expiry'
              | 'incorrect-address'
              | 'incorrect-pin'
              | 'authentication-required'
              | 'authentication-failed'
              | 'do-not-honour'
              | 'instrument-declined'
              | 'lost-or-stolen'
              | 'restricted'
              | 'invalid-account'
              | 'not-permitted'
              | 'currency-not-supported'
              | 'method-not-supported'
              | 'amount-not-supported'
              | 'fraud-block'
              | 'provider-risk-block'
              | 'compliance-block'
              | 'duplicate'
              | 'try-again-later'
              | 'payer-cancelled'
              | 'disputed'
              | 'balance-insufficient'
              | 'no-longer-possible'
              | 'merchant-error'
              | 'not-carried-out'
              | 'unknown';
            /** @enum {unknown} */
            readonly advice:
              'retry' | 'other-card' | 'contact-bank' | 'fix-details' | 'authenticate' | 'none';
            readonly message: {
              readonly en: string;
              readonly ar: string;
            };
            readonly provider: string | null;
            readonly providerCode: string | null;
            readonly codes: {
              readonly [key: string]: string;
            } | null;
            /** Format: date-time */
            readonly at: string | null;
          } | null;
          readonly url: string | null;
        };
        readonly position: string;
      };
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
};
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
