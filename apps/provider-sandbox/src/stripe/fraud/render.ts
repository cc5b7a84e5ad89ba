import type { StripeFraudWarning, StripeReview } from './records.js';

export function renderReview(review: StripeReview): object {
  return {
    id: review.id,
    object: 'review',
    billing_zip: null,
    charge: review.charge,
    closed_reason: review.closedReason,
    created: review.created,
    ip_address: null,
    ip_address_location: null,
    livemode: false,
    open: review.closedReason === null,
    opened_reason: review.openedReason,
    payment_intent: review.payment,
    reason: review.closedReason ?? review.openedReason,
    session: null,
  };
}

export function renderFraudWarning(warning: StripeFraudWarning): object {
  return {
    id: warning.id,
    object: 'radar.early_fraud_warning',
    actionable: warning.actionable,
    charge: warning.charge,
    created: warning.created,
    fraud_type: warning.fraudType,
    livemode: false,
    payment_intent: warning.payment,
  };
}
