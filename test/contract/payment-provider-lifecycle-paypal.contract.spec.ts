import { createPayPalProvider } from '#providers';
import { WireTap } from '../support/specifications-tap.js';
import { HAVE_SPECIFICATIONS, PayPalSpecification } from '../support/specifications.js';
import { FAILURES, PAYPAL_OPERATIONS, SandboxProcess } from './payment-provider-sandbox.js';
import { paymentProviderLifecycleContract } from './payment-provider-lifecycle.contract.js';

paymentProviderLifecycleContract('a PayPal', async () => {
  const sandbox = await SandboxProcess.start();
  const tap = await WireTap.before(sandbox.url);
  return {
    provider: createPayPalProvider({
      clientId: 'contract',
      clientSecret: 'secret',
      environment: 'sandbox',
      apiUrl: `http://127.0.0.1:${tap.port}`,
      timeoutMs: 60_000,
    }),
    tokenOf: () => null,
    payerActs: ({ orderReference }, behaviour) =>
      sandbox.submit('/checkoutnow', {
        token: orderReference,
        action: behaviour === 'pays' ? 'approve' : 'approve-declined',
      }),
    loseNext: (operation, loss) =>
      sandbox.fail({
        provider: 'paypal',
        operation: PAYPAL_OPERATIONS[operation],
        effect: FAILURES[loss],
      }),
    findsOut: false,
    daysPass: (count) => sandbox.pass(count),
    dispute: async (captureReference) => {
      await sandbox.control(`/paypal/captures/${captureReference}/dispute`, {
        stage: 'CHARGEBACK',
        channel: 'EXTERNAL',
      });
    },
    problems: () => {
      if (!HAVE_SPECIFICATIONS) return [];
      const specification = new PayPalSpecification();
      return tap.exchanges.flatMap((exchange) => specification.problemsOf(exchange));
    },
    close: async () => {
      await tap.close();
      await sandbox.stop();
    },
  };
});
