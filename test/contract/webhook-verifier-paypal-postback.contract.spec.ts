import { createPayPalPostbackVerifier, createPayPalProvider } from '#providers';
import { SandboxProcess } from './payment-provider-sandbox.js';
import { webhookVerifierContract } from './webhook-verifier.contract.js';

const WEBHOOK_ID = 'WH-CONTRACT';

webhookVerifierContract('PayPal, by postback', async (url) => {
  const sandbox = await SandboxProcess.start({
    PAYPAL_WEBHOOK_ID: WEBHOOK_ID,
    SANDBOX_WEBHOOK_URL_PAYPAL: url,
  });
  const account = {
    clientId: 'contract',
    clientSecret: 'secret',
    environment: 'sandbox',
    apiUrl: sandbox.url,
    timeoutMs: 60_000,
  } as const;
  return {
    provider: createPayPalProvider(account),
    verifier: createPayPalPostbackVerifier({ ...account, webhookId: WEBHOOK_ID }),
    token: null,
    payerActs: ({ orderReference }) =>
      sandbox.submit('/checkoutnow', { token: orderReference, action: 'approve' }),
    close: () => sandbox.stop(),
  };
});
