import { UnknownEvent } from '#event-shapes';
import { providerBalanceStream, upcastProviderBalance } from './provider-balance.js';

describe('what a provider reports of its balance', () => {
  it('is of one stream a provider, and of no other event', () => {
    expect(providerBalanceStream('paypal')).toBe('provider-balance-paypal');
    expect(() => upcastProviderBalance('BankLineRecorded', {})).toThrow(UnknownEvent);
  });
});
