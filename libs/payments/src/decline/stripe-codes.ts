import type { CodesByReason } from './reasons.js';

/**
 * Stripe's decline codes and error codes, by what they mean to us. A card's decline code has the
 * meaning that Stripe's page gives it; where that is "unknown reason", its name tells more.
 *
 * As of 2026-09-18: docs.stripe.com/declines/codes (cards and local payment methods),
 * docs.stripe.com/error-codes, and the codes that the SDK 23.1.0 lists.
 */
export const STRIPE_CODES: CodesByReason = {
  'insufficient-funds': 'insufficient_funds',
  'limit-exceeded': `card_velocity_exceeded withdrawal_count_limit_exceeded payment_limit_exceeded
    charge_exceeds_source_limit charge_exceeds_transaction_limit card_decline_rate_limit_exceeded
    payment_intent_rate_limit_exceeded`,
  'expired-card': `expired_card expired_payment_information expired_payment_method`,
  'incorrect-number': `incorrect_number invalid_number account_number_invalid
    routing_number_invalid bank_account_bad_routing_numbers invalid_payment_information`,
  'incorrect-cvc': 'incorrect_cvc invalid_cvc',
  'incorrect-expiry': 'invalid_expiry_month invalid_expiry_year',
  'incorrect-address': `incorrect_address incorrect_zip incorrect_postal_code postal_code_invalid
    payment_method_billing_details_address_missing account_information_mismatch`,
  'incorrect-pin': `incorrect_pin invalid_pin offline_pin_required online_or_offline_pin_required
    pin_try_exceeded`,
  'authentication-required': `authentication_required authentication_not_handled
    mobile_device_authentication_required payment_intent_action_required approval_required
    invoice_payment_intent_requires_action`,
  'authentication-failed': `authentication_failure payment_intent_authentication_failure
    setup_intent_authentication_failure three_d_secure_authentication_not_supported`,
  'do-not-honour': `do_not_honor call_issuer no_action_taken approve_with_id do_not_try_again
    refer_to_customer`,
  'instrument-declined': `generic_decline card_declined card_error partner_generic_decline
    payment_method_provider_decline payment_intent_payment_attempt_failed bank_account_declined
    setup_attempt_failed`,
  'lost-or-stolen': 'lost_card stolen_card',
  restricted: `pickup_card restricted_card bank_account_restricted payment_method_restricted
    payment_method_bank_account_blocked`,
  'invalid-account': `invalid_account new_account_information_available invalid_customer_account
    account_closed account_invalid no_account bank_account_unusable payment_method_unactivated
    payment_method_not_available`,
  'not-permitted': `not_permitted transaction_not_allowed service_not_allowed security_violation
    stop_payment_order revocation_of_authorization revocation_of_all_authorizations
    invalid_authorization invalid_billing_agreement debit_not_authorized billing_invalid_mandate
    payment_intent_mandate_invalid india_recurring_payment_mandate_canceled`,
  'currency-not-supported': 'currency_not_supported payment_method_currency_mismatch',
  'method-not-supported': `card_not_supported invalid_card_type payment_method_unsupported_type
    payment_intent_incompatible_payment_method sepa_unsupported_account`,
  'amount-not-supported': 'invalid_amount amount_too_large amount_too_small invalid_charge_amount',
  'provider-risk-block': `fraudulent merchant_blacklist partner_high_risk_customer action_blocked
    request_blocked anomalous_money_movement_request`,
  'compliance-block': 'compliance_violation',
  duplicate: 'duplicate_transaction',
  'try-again-later': `processing_error issuer_not_available reenter_transaction try_again_later
    payment_method_provider_timeout three_d_secure_authentication_upstream_error`,
  'payer-cancelled': `payment_method_customer_decline payment_intent_payment_attempt_expired
    setup_intent_setup_attempt_expired`,
  disputed: 'charge_disputed refund_disputed_payment payment_disputed',
  'balance-insufficient': 'balance_insufficient',
  'no-longer-possible': `charge_already_captured charge_already_refunded
    charge_expired_for_capture capture_charge_authorization_expired charge_not_refundable
    payment_intent_unexpected_state payment_intent_canceled partner_payment_not_found
    intent_invalid_state`,
  'merchant-error': `testmode_decline testmode_charges_only invalid_business_account
    invalid_request_error parameter_invalid_empty payment_method_invalid_parameter
    payment_intent_invalid_parameter payment_method_invalid_parameter_testmode
    payment_method_unexpected_state token_already_used token_in_use resource_missing
    charge_invalid_parameter invalid_characters capability_not_active livemode_mismatch
    capture_unauthorized_payment invalid_source_usage token_card_network_invalid missing`,
  'not-carried-out': 'requires_payment_method',
};

/**
 * Why a refund failed. Of a refund, `insufficient_funds` speaks of our balance.
 *
 * `failed` and `canceled` are states that stand where Stripe gives no reason.
 */
export const STRIPE_REFUND_CODES: CodesByReason = {
  'lost-or-stolen': 'lost_or_stolen_card',
  'expired-card': 'expired_or_canceled_card',
  'instrument-declined': 'declined',
  disputed: 'charge_for_pending_refund_disputed',
  'balance-insufficient': 'insufficient_funds',
  'not-carried-out': 'merchant_request unknown failed canceled pending',
};

/** Codes that say not to try the same card again. */
export const STRIPE_FINAL = 'do_not_try_again pin_try_exceeded';
