import type { StripePayout } from './records.js';

const FAILURE = {
  failure_code: 'could_not_process',
  failure_message: 'The bank could not process this payout.',
} as const;

export function renderPayout(payout: StripePayout): object {
  const { failure_code, failure_message } =
    payout.status === 'failed' ? FAILURE : { failure_code: null, failure_message: null };
  return {
    id: payout.id,
    object: 'payout',
    amount: payout.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: payout.arrivalDate,
    automatic: payout.automatic,
    balance_transaction: payout.balanceTransaction,
    created: payout.created,
    currency: payout.currency,
    description: payout.description,
    destination: 'ba_sandbox',
    failure_balance_transaction: payout.failureBalanceTransaction,
    failure_code,
    failure_message,
    livemode: false,
    metadata: payout.metadata,
    method: 'standard',
    original_payout: null,
    payout_method: null,
    // The sandbox knows at once what is in a payout.
    reconciliation_status: payout.automatic ? 'completed' : 'not_applicable',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: payout.status,
    trace_id: null,
    type: 'bank_account',
  };
}
