import { Money } from '#money';
import { createStripeProvider } from '#providers';
import {
  DROPS,
  FAILURES,
  PATIENCE_MS,
  SandboxProcess,
  SILENCE_MS,
  SILENCES,
  STRIPE_OPERATIONS,
} from './payment-provider-sandbox.js';
import { paymentProviderContract } from './payment-provider.contract.js';

const TOKENS = {
  pays: 'pm_card_visa',
  'is-declined': 'pm_card_chargeDeclinedInsufficientFunds',
  'wants-to-act': 'pm_card_authenticationRequired',
} as const;

const ODD_AMOUNTS = [
  ['500', 'JPY'],
  ['1.050', 'KWD'],
  ['5.120', 'OMR'],
  ['1500', 'ISK'],
  ['7000', 'UGX'],
  ['1200.00', 'MGA'],
  ['1234.50', 'HUF'],
] as const;

const LOSSES = [
  // Stripe keeps a failure under its key, so the adapter looks at once.
  { how: 'that fails', effects: FAILURES, times: 1, findsOut: true, timeoutMs: PATIENCE_MS },
  // The SDK itself repeats a request whose connection was reset, once.
  { how: 'that hangs up', effects: DROPS, times: 2, findsOut: false, timeoutMs: PATIENCE_MS },
  { how: 'that says nothing', effects: SILENCES, times: 1, findsOut: false, timeoutMs: SILENCE_MS },
];

for (const { how, effects, times, findsOut, timeoutMs } of LOSSES) {
  paymentProviderContract(`a Stripe ${how}`, async () => {
    const sandbox = await SandboxProcess.start();
    return {
      provider: createStripeProvider({
        secretKey: 'sk_test_contract',
        apiUrl: sandbox.url,
        timeoutMs,
      }),
      tokenOf: (behaviour) => TOKENS[behaviour],
      payerActs: ({ url }, behaviour) =>
        sandbox.submit(new URL(url).pathname, {
          action: behaviour === 'pays' ? 'complete' : 'fail',
        }),
      loseNext: (operation, loss) =>
        sandbox.fail({
          provider: 'stripe',
          operation: STRIPE_OPERATIONS[operation],
          effect: effects[loss],
          times,
        }),
      oddAmounts: ODD_AMOUNTS.map(([value, currency]) => Money.parse(value, currency)),
      findsOut,
      close: () => sandbox.stop(),
    };
  });
}
