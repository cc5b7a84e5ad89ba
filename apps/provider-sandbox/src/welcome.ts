import type { Config } from './config.js';
import type { RunningSandbox } from './sandbox.js';

export const HELP = `A local Stripe and PayPal that keeps its own books, for integration tests.

  npm run sandbox            start it; Ctrl-C stops it, and its books stay
  npm run sandbox -- --help  this text

Environment:
  HOST (127.0.0.1), PORT (3010), LOG_LEVEL (info)
  DATA_DIR (./data)             books and certificates are kept in provider-sandbox below it
  SANDBOX_WEBHOOK_URL_STRIPE    where Stripe's webhooks go; unset: events are kept, nobody is told
  SANDBOX_WEBHOOK_URL_PAYPAL    the same for PayPal
  STRIPE_WEBHOOK_SECRET (whsec_sandbox)    signs Stripe's webhooks
  PAYPAL_WEBHOOK_ID (SANDBOX-WEBHOOK)      part of what PayPal signs
  SANDBOX_PUBLIC_URL            how payers reach it, when that is not http://HOST:PORT

Point the Stripe SDK at it:
  new Stripe('sk_test_sandbox', { host: '127.0.0.1', port: 3010, protocol: 'http' })
PayPal takes any client id and secret. Every request needs the usual headers.

Payment methods (Stripe):
  pm_card_visa, and any other pm_… or tok_…     works
  pm_card_chargeDeclined[InsufficientFunds|LostCard|StolenCard|Fraudulent|ExpiredCard|
    IncorrectCvc|ProcessingError]               declined
  pm_card_authenticationRequired, pm_card_threeDSecure2Required
                                                the payer must act first
  pm_card_refundFail, pm_card_pendingRefund     the refund fails later, or pends first
  pm_card_riskLevelElevated, pm_card_riskLevelHighest
PayPal: the payer's link shows a page with Approve and Cancel. From a script:
  curl -d token=<order> -d action=approve http://127.0.0.1:3010/checkoutnow
  action: approve, approve-declined or cancel
  Header PayPal-Mock-Response: {"mock_application_codes":"INSTRUMENT_DECLINED"} forces any issue.

Control, under /sandbox (GET /sandbox lists it): books, requests, faults, clock. As in
  curl localhost:3010/sandbox/books
  curl -d '{"operation":"payment_intents.capture","effect":"500-after"}' localhost:3010/sandbox/faults
  curl -d '{"advanceMs":604800000}' localhost:3010/sandbox/clock
`;

/** What a person needs to know once it runs. */
export function welcome(sandbox: RunningSandbox, config: Config): string {
  const { SANDBOX_WEBHOOK_URL_STRIPE: stripe, SANDBOX_WEBHOOK_URL_PAYPAL: paypal } = config;
  return `Stripe and PayPal sandbox on ${sandbox.url}
  books and help     ${sandbox.url}/sandbox/books   ${sandbox.url}/sandbox
  Stripe webhooks    ${stripe ?? 'kept, not sent; set SANDBOX_WEBHOOK_URL_STRIPE'}
  PayPal webhooks    ${paypal ?? 'kept, not sent; set SANDBOX_WEBHOOK_URL_PAYPAL'}
  PayPal's root      ${sandbox.authorityFile}
`;
}
