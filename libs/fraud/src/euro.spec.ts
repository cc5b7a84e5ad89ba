import { Money } from '#money';
import { euroOf } from './euro.js';

describe('amounts on a common scale', () => {
  it.each([
    ['10.50', 'EUR', 10.5],
    ['1600', 'JPY', 10],
    ['3.400', 'KWD', 10],
    ['11.00', 'USD', 10],
    ['7.00', 'XAG', null],
    ['7.00', 'MOP', 7],
  ] as const)('%s %s', (text, currency, euro) => {
    if (euro === null) expect(() => Money.parse(text, currency)).toThrow();
    else expect(euroOf(Money.parse(text, currency))).toBeCloseTo(euro, 10);
  });
});
