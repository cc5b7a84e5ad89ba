import { createStripeProvider, createStripeWebhookVerifier } from '#providers';
import { SandboxProcess } from './payment-provider-sandbox.js';
import { webhookVerifierContract } from './webhook-verifier.contract.js';

const SECRET = 'whsec_contract';

webhookVerifierContract('Stripe', async (url) => {
  const sandbox = await SandboxProcess.start({
    STRIPE_WEBHOOK_SECRET: SECRET,
    SANDBOX_WEBHOOK_URL_STRIPE: url,
  });
  const apiUrl = sandbox.url;
  return {
    provider: createStripeProvider({ secretKey: 'sk_test_contract', apiUrl, timeoutMs: 60_000 }),
    verifier: createStripeWebhookVerifier({ secrets: [SECRET], live: false }),
    token: 'pm_card_visa',
    payerActs: (action) => sandbox.submit(new URL(action.url).pathname, { action: 'complete' }),
    close: () => sandbox.stop(),
  };
});
