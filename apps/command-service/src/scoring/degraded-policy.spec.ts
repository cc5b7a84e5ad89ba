import { Money } from '#money';
import { degradedVerdict } from './degraded-policy.js';

describe('a payment that nobody scored in time', () => {
  it.each([
    ['250.00', 'EUR', 'approve'],
    ['250.01', 'EUR', 'review'],
    ['40000', 'JPY', 'approve'],
    ['40001', 'JPY', 'review'],
    ['105.000', 'OMR', 'approve'],
    ['105.001', 'OMR', 'review'],
  ])('of %s %s gets %s', (amount, currency, verdict) => {
    expect(degradedVerdict(Money.parse(amount, currency))).toBe(verdict);
  });
});
