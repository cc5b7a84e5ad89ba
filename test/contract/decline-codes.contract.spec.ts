import { declineOf, type DeclineReason, type Operation, type ProviderName } from '#payments';
import { PAYPAL_ISSUES, STRIPE_ERRORS } from '#providers';
import {
  paypalIssuesOf,
  paypalWords,
  stripeAdviceCodes,
  stripeErrorCodes,
} from '../support/official-codes.js';
import { HAVE_SPECIFICATIONS } from '../support/specifications.js';

/** The operations of PayPal that an adapter calls to hold, take or give back money. */
const OUR_CALLS = [
  'orders.create',
  'orders.authorize',
  'authorizations.capture',
  'authorizations.reauthorize',
  'authorizations.void',
  'captures.refund',
];

/** Codes of other parts of Stripe, and of requests that only a fault of ours could send. */
const NO_DECLINES = new Set(
  `account_country_invalid_address account_error_country_change_requires_additional_steps
  account_token_required_for_v2_account acss_debit_session_incomplete alipay_upgrade_required
  api_key_expired application_fees_not_allowed balance_invalid_parameter bank_account_exists
  bank_account_unverified bank_account_verification_failed bitcoin_upgrade_required
  cardholder_phone_number_required clearing_code_unsupported country_code_invalid
  country_unsupported coupon_expired customer_max_payment_methods customer_max_subscriptions
  customer_session_expired customer_tax_location_invalid dispute_evidence_page_limit_exceeded
  email_invalid failed_tax_calculation financial_account_balance_does_not_support_currency
  financial_account_capability_not_enabled financial_account_capability_restricted
  financial_connections_account_inactive financial_connections_account_pending_account_numbers
  financial_connections_account_unavailable_account_numbers
  financial_connections_consent_locale_invalid financial_connections_consent_locale_unsupported
  financial_connections_no_successful_transaction_refresh forwarding_api_inactive
  forwarding_api_invalid_parameter forwarding_api_retryable_upstream_error
  forwarding_api_upstream_connection_error forwarding_api_upstream_connection_timeout
  forwarding_api_upstream_error idempotency_key_in_use instant_payouts_config_disabled
  instant_payouts_currency_disabled instant_payouts_limit_exceeded instant_payouts_unsupported
  intent_verification_method_missing invalid_canceled_subscription_fields
  invalid_mandate_reference_prefix_format invalid_tax_location invoice_no_customer_line_items
  invoice_no_payment_method_types invoice_no_subscription_line_items invoice_not_editable
  invoice_on_behalf_of_not_editable invoice_upcoming_none lock_timeout
  not_allowed_on_standard_account out_of_inventory ownership_declaration_not_allowed
  parameter_invalid_integer parameter_invalid_string_blank parameter_invalid_string_empty
  parameter_missing parameter_unknown parameters_exclusive
  payment_evaluation_on_api_version_not_supported
  payment_intent_konbini_rejected_confirmation_number payment_method_bank_account_already_verified
  payment_method_configuration_failures payment_method_microdeposit_failed
  payment_method_microdeposit_processing_error
  payment_method_microdeposit_verification_amounts_invalid
  payment_method_microdeposit_verification_amounts_mismatch
  payment_method_microdeposit_verification_attempts_exceeded
  payment_method_microdeposit_verification_descriptor_code_mismatch
  payment_method_microdeposit_verification_timeout payout_reconciliation_not_ready
  payouts_limit_exceeded payouts_not_allowed platform_account_required platform_api_key_expired
  product_inactive progressive_onboarding_limit_exceeded rate_limit resource_already_exists
  return_intent_already_processed secret_key_required
  service_period_coupon_with_metered_tiered_item_unsupported setup_intent_invalid_parameter
  setup_intent_mandate_invalid setup_intent_mobile_wallet_unsupported setup_intent_unexpected_state
  shipping_address_invalid shipping_calculation_failed siret_invalid sku_inactive
  smart_disputes_not_available state_unsupported status_transition_invalid
  storer_capability_missing storer_capability_not_active stripe_tax_inactive
  subscription_update_trial_after_billing_cycle_anchor tax_id_invalid tax_id_prohibited
  taxes_calculation_failed terminal_location_country_unsupported terminal_reader_busy
  terminal_reader_hardware_fault terminal_reader_invalid_location_for_activation
  terminal_reader_invalid_location_for_payment terminal_reader_offline terminal_reader_timeout
  tls_version_unsupported transfer_source_balance_parameters_mismatch transfers_not_allowed
  url_invalid`.split(/\s+/),
);

/** The reasons for which any other card of any payer would be declined here just as well. */
const OF_EVERY_PAYER: readonly DeclineReason[] = [
  'amount-not-supported',
  'currency-not-supported',
  'method-not-supported',
];

describe('each code that an adapter refuses with', () => {
  const rows: readonly [ProviderName, string, string][] = [
    ...Object.entries(PAYPAL_ISSUES).map(
      ([code, treatment]) => ['paypal', code, treatment] as [ProviderName, string, string],
    ),
    ...STRIPE_ERRORS.flatMap(({ code, treatment }) =>
      code === undefined ? [] : [['stripe', code, treatment] as [ProviderName, string, string]],
    ),
  ];
  const coded = rows.filter(([, , treatment]) => !/^(misuse|unavailable)$/.test(treatment));

  it.each(coded)('has a reason: %s %s (%s)', (provider, code) => {
    expect(reasonOf(provider, code)).not.toBe('unknown');
  });

  it.each(coded.filter(([, , treatment]) => treatment === 'unsupported'))(
    'has one of every payer, where another provider is tried: %s %s (%s)',
    (provider, code) => {
      expect(OF_EVERY_PAYER).toContain(reasonOf(provider, code));
    },
  );
});

if (HAVE_SPECIFICATIONS) describe('the official lists', officialLists);

function officialLists(): void {
  it('hold no code of Stripe without a decision about it', () => {
    const codes = stripeErrorCodes();
    expect(codes.length).toBeGreaterThan(150);
    const unknown = codes.filter((code) => reasonOf('stripe', code) === 'unknown');
    expect(unknown.filter((code) => !NO_DECLINES.has(code))).toEqual([]);
    expect([...NO_DECLINES].filter((code) => !unknown.includes(code))).toEqual([]);
  });

  it('hold no advice of Stripe that changes nothing', () => {
    const plain = adviceOf('stripe', 'incorrect_number', {});
    const changing = ['try_again_later', 'do_not_try_again'];
    expect([...stripeAdviceCodes()].sort()).toEqual([...changing, 'confirm_card_data'].sort());
    for (const advice of changing) {
      expect(adviceOf('stripe', 'incorrect_number', { advice })).not.toBe(plain);
    }
    const confirm = { advice: 'confirm_card_data' };
    expect(adviceOf('stripe', 'insufficient_funds', confirm)).toBe('fix-details');
  });

  it('hold no issue of PayPal without a decision about it', () => {
    const issues = paypalIssuesOf(OUR_CALLS);
    expect(issues.length).toBeGreaterThan(100);
    const unknown = issues.filter((issue) => reasonOf('paypal', issue) === 'unknown');
    // These never come to a decline: our request or account is wrong, and a person must act.
    expect(unknown.filter((issue) => PAYPAL_ISSUES[issue] !== 'misuse')).toEqual([]);
  });

  it('hold no word of PayPal about a processor or a state without a decision about it', () => {
    const { processor, states } = paypalWords();
    expect(processor.length).toBeGreaterThan(150);
    expect(states.length).toBeGreaterThan(10);
    const words = [...processor, ...states];
    expect(words.filter((word) => reasonOf('paypal', word) === 'unknown')).toEqual([]);
  });

  it('hold no advice of a network that lets a forbidden card be tried again', () => {
    for (const networkAdvice of paypalWords().advice.filter((code) => code !== '01')) {
      expect(adviceOf('paypal', '5920', { networkAdvice })).toBe('other-card');
    }
  });
}

function decline(provider: ProviderName, code: string, codes: object | null) {
  const operation: Operation = 'authorise';
  return declineOf(provider, operation, { code, codes, at: '2026-11-30T10:00:00.000Z' });
}

function reasonOf(provider: ProviderName, code: string): DeclineReason {
  return decline(provider, code, null).reason;
}

function adviceOf(provider: ProviderName, code: string, codes: object): string {
  return decline(provider, code, codes).advice;
}
