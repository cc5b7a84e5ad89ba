import { FAKE_TOKENS, FakeProvider } from '../support/fake-provider.js';
import { paymentProviderLifecycleContract } from './payment-provider-lifecycle.contract.js';

paymentProviderLifecycleContract('in memory', async () => {
  const provider = new FakeProvider();
  return {
    provider,
    tokenOf: (behaviour) => (behaviour === 'pays' ? 'tok_visa' : FAKE_TOKENS.wantsPayer),
    payerActs: async ({ orderReference }, behaviour) =>
      provider.payerActs(orderReference, behaviour === 'pays'),
    loseNext: async (operation, loss) => provider.loseNext(operation, loss),
    findsOut: false,
    daysPass: async () => undefined,
    dispute: null,
    problems: () => [],
    close: async () => undefined,
  };
});
