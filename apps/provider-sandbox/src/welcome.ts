import type { Config } from './config.js';
import { PAYPAL_TRIGGERS } from './paypal/triggers.js';
import type { RunningSandbox } from './sandbox.js';
import { STRIPE_TRIGGERS } from './stripe/triggers.js';

export const HELP = `A local Stripe and PayPal that keeps its own books, for integration tests.

  npm run sandbox            start it; Ctrl-C stops it, and its books stay
  npm run sandbox -- --help  this text; docs/sandbox.md says more

Environment:
  HOST (127.0.0.1), PORT (3010), LOG_LEVEL (info)
  DATA_DIR (./data)             books and certificates are kept in provider-sandbox below it
  SANDBOX_STORE (disk)          or memory: faster, and forgotten when it stops
  SANDBOX_WEBHOOK_URL_STRIPE    where Stripe's webhooks go; unset: events are kept, none is sent
  SANDBOX_WEBHOOK_URL_PAYPAL    the same for PayPal
  SANDBOX_WEBHOOK_EVENTS_STRIPE types of events to send, by commas; unset: all
  SANDBOX_WEBHOOK_EVENTS_PAYPAL the same for PayPal
  STRIPE_WEBHOOK_SECRET (whsec_sandbox)    signs Stripe's webhooks
  PAYPAL_WEBHOOK_ID (SANDBOX-WEBHOOK)      part of what PayPal signs
  SANDBOX_PUBLIC_URL            how payers reach it, when that is not http://HOST:PORT

Point the Stripe SDK at it:
  new Stripe('sk_test_sandbox', { host: '127.0.0.1', port: 3010, protocol: 'http' })
PayPal takes any client id and secret. Every request needs the usual headers.

Payment methods (Stripe):
${listed(STRIPE_TRIGGERS)}
The payer (PayPal), as in curl -d token=<order> -d action=approve http://127.0.0.1:3010/checkoutnow
${listed(PAYPAL_TRIGGERS)}
Control, under /sandbox (GET /sandbox lists it, and so does the page on /), as in
  curl localhost:3010/sandbox/books
  curl -d '{"operation":"payment_intents.capture","effect":"500-after"}' localhost:3010/sandbox/faults
  curl -d '{"advanceMs":604800000}' localhost:3010/sandbox/clock
  curl -d '{"inquiry":true}' localhost:3010/sandbox/stripe/charges/<id>/dispute
  curl -d '{"order":"shuffled","seed":7}' localhost:3010/sandbox/webhooks/release
`;

function listed(triggers: readonly (readonly [string, string])[]): string {
  return triggers.map(([trigger, effect]) => `  ${trigger}\n      ${effect}\n`).join('');
}

/** What a person needs to know once it runs. */
export function welcome(sandbox: RunningSandbox, config: Config): string {
  const { SANDBOX_WEBHOOK_URL_STRIPE: stripe, SANDBOX_WEBHOOK_URL_PAYPAL: paypal } = config;
  return `Stripe and PayPal sandbox on ${sandbox.url}
  books and help     ${sandbox.url}/   for programs: ${sandbox.url}/sandbox
  Stripe webhooks    ${stripe ?? 'kept, not sent; set SANDBOX_WEBHOOK_URL_STRIPE'}
  PayPal webhooks    ${paypal ?? 'kept, not sent; set SANDBOX_WEBHOOK_URL_PAYPAL'}
  PayPal's root      ${sandbox.authorityFile}
`;
}
