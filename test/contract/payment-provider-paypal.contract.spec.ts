import { Money } from '#money';
import { createPayPalProvider } from '#providers';
import {
  DROPS,
  FAILURES,
  PATIENCE_MS,
  PAYPAL_OPERATIONS,
  SandboxProcess,
  SILENCE_MS,
  SILENCES,
} from './payment-provider-sandbox.js';
import { paymentProviderContract } from './payment-provider.contract.js';

const ODD_AMOUNTS = [
  ['500', 'JPY'],
  ['1200.00', 'HUF'],
  ['30.00', 'TWD'],
  ['12.34', 'USD'],
] as const;

const LOSSES = [
  ['that fails', FAILURES, PATIENCE_MS],
  ['that hangs up', DROPS, PATIENCE_MS],
  ['that says nothing', SILENCES, SILENCE_MS],
] as const;

for (const [how, effects, timeoutMs] of LOSSES) {
  paymentProviderContract(`a PayPal ${how}`, async () => {
    const sandbox = await SandboxProcess.start();
    return {
      provider: createPayPalProvider({
        clientId: 'contract',
        clientSecret: 'secret',
        environment: 'sandbox',
        apiUrl: sandbox.url,
        timeoutMs,
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
          effect: effects[loss],
        }),
      oddAmounts: ODD_AMOUNTS.map(([value, currency]) => Money.parse(value, currency)),
      findsOut: false,
      close: () => sandbox.stop(),
    };
  });
}
