import { Money } from '#money';
import { exchangeResidual } from './exchange.js';

describe('exchangeResidual', () => {
  it.each([
    ['20.00 EUR', '21.74 USD', '1.087', 0n],
    ['20.00 EUR', '21.75 USD', '1.087', 1n],
    ['0.50 EUR', '0.03 USD', '0.05', 0n],
    ['-0.50 EUR', '-0.03 USD', '0.05', 0n],
    ['20.00 EUR', '3254 JPY', '162.7', 0n],
    ['1000 JPY', '2.045 KWD', '0.002045', 0n],
    ['1000 JPY', '2.044 KWD', '0.002045', -1n],
  ])('of %s that gave %s at %s is %s', (payer, settled, rate, residual) => {
    expect(exchangeResidual(money(payer), money(settled), rate)).toBe(residual);
  });

  it.each(['', '1e3', '-1', '1,5', '.5'])('refuses the rate "%s"', (rate) => {
    expect(() => exchangeResidual(money('1.00 EUR'), money('1.00 USD'), rate)).toThrow(
      'not a rate of exchange',
    );
  });
});

function money(text: string): Money {
  const [amount = '', currency = ''] = text.split(' ');
  return Money.parse(amount, currency);
}
