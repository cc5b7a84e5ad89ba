import {
  createPayPalProvider,
  createPayPalWebhookVerifier,
  PAYPAL_CERTIFICATE_NAMES,
} from '#providers';
import { SandboxProcess } from './payment-provider-sandbox.js';
import { webhookVerifierContract } from './webhook-verifier.contract.js';

const WEBHOOK_ID = 'WH-CONTRACT';

webhookVerifierContract('PayPal', async (url) => {
  const sandbox = await SandboxProcess.start({
    PAYPAL_WEBHOOK_ID: WEBHOOK_ID,
    SANDBOX_WEBHOOK_URL_PAYPAL: url,
  });
  return {
    provider: createPayPalProvider({
      clientId: 'contract',
      clientSecret: 'secret',
      environment: 'sandbox',
      apiUrl: sandbox.url,
      timeoutMs: 60_000,
    }),
    verifier: createPayPalWebhookVerifier({
      webhookId: WEBHOOK_ID,
      trustedRoots: await sandbox.paypalRoot(),
      certificateHosts: ['127.0.0.1'],
      certificateName: PAYPAL_CERTIFICATE_NAMES.sandbox,
      timeoutMs: 60_000,
    }),
    token: null,
    payerActs: ({ orderReference }) =>
      sandbox.submit('/checkoutnow', { token: orderReference, action: 'approve' }),
    close: () => sandbox.stop(),
  };
});
