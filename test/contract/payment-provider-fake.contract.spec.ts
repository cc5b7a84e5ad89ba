import { Money } from '#money';
import { FAKE_TOKENS, FakeProvider } from '../support/fake-provider.js';
import { paymentProviderContract } from './payment-provider.contract.js';

const ODD_AMOUNTS = [['500', 'JPY']] as const;

paymentProviderContract('in memory', async () => {
  // A clock on which no two readings agree: a second reading of an answer shows.
  let readings = 0;
  const provider = new FakeProvider(() => new Date(Date.now() + (readings += 1)));
  const tokens = {
    pays: 'tok_visa',
    'is-declined': FAKE_TOKENS.declined,
    'wants-to-act': FAKE_TOKENS.wantsPayer,
  };
  return {
    provider,
    tokenOf: (behaviour) => tokens[behaviour],
    payerActs: async ({ orderReference }, behaviour) =>
      provider.payerActs(orderReference, behaviour === 'pays'),
    loseNext: async (operation, loss) => provider.loseNext(operation, loss),
    oddAmounts: ODD_AMOUNTS.map(([value, currency]) => Money.parse(value, currency)),
    findsOut: false,
    close: async () => undefined,
  };
});
