import { createStripeProvider } from '#providers';
import { WireTap } from '../support/specifications-tap.js';
import { HAVE_SPECIFICATIONS, StripeSpecification } from '../support/specifications.js';
import { FAILURES, SandboxProcess, STRIPE_OPERATIONS } from './payment-provider-sandbox.js';
import { paymentProviderLifecycleContract } from './payment-provider-lifecycle.contract.js';

paymentProviderLifecycleContract('a Stripe', async () => {
  const sandbox = await SandboxProcess.start();
  const tap = await WireTap.before(sandbox.url);
  return {
    provider: createStripeProvider({
      secretKey: 'sk_test_contract',
      apiUrl: `http://127.0.0.1:${tap.port}`,
      timeoutMs: 60_000,
    }),
    tokenOf: (behaviour) =>
      behaviour === 'pays' ? 'pm_card_visa' : 'pm_card_authenticationRequired',
    payerActs: ({ url }, behaviour) =>
      sandbox.submit(new URL(url).pathname, {
        action: behaviour === 'pays' ? 'complete' : 'fail',
      }),
    loseNext: (operation, loss) =>
      sandbox.fail({
        provider: 'stripe',
        operation: STRIPE_OPERATIONS[operation],
        effect: FAILURES[loss],
      }),
    findsOut: true,
    daysPass: (count) => sandbox.pass(count),
    dispute: async (captureReference) => {
      await sandbox.control(`/stripe/charges/${captureReference}/dispute`);
    },
    problems: () => {
      if (!HAVE_SPECIFICATIONS) return [];
      const specification = new StripeSpecification();
      return tap.exchanges.flatMap((exchange) => specification.problemsOf(exchange));
    },
    close: async () => {
      await tap.close();
      await sandbox.stop();
    },
  };
});
