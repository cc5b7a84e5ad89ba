import { InvalidMoney } from '#money';
import { amountOf } from './decimal.js';

const read = (text: string, decimal: '.' | ',', currency = 'EUR'): string =>
  amountOf(text, decimal, currency).toString();

describe('an amount in a file', () => {
  it.each([
    ['1.234,56', ',', '1234.56 EUR'],
    ['1 234,5', ',', '1234.50 EUR'],
    ["12'345.60", '.', '12345.60 EUR'],
    ['1,234,567.89', '.', '1234567.89 EUR'],
    ['-12,30', ',', '-12.30 EUR'],
    ['12,30-', ',', '-12.30 EUR'],
    ['−12.30', '.', '-12.30 EUR'],
    ['(12.30)', '.', '-12.30 EUR'],
    ['+0.05', '.', '0.05 EUR'],
    [',50', ',', '0.50 EUR'],
    ['007', '.', '7.00 EUR'],
  ] as const)('is read to the cent: %s', (text, decimal, amount) => {
    expect(read(text, decimal)).toBe(amount);
  });

  it.each([
    ['1.234', ',', 'OMR', '1234.000 OMR'],
    ['1,234', ',', 'OMR', '1.234 OMR'],
    ['1.000', ',', 'JPY', '1000 JPY'],
  ] as const)(
    'has the decimals of its currency: %s with %s in %s',
    (text, decimal, currency, as) => {
      expect(read(text, decimal, currency)).toBe(as);
    },
  );

  it.each([
    ['12.50', ','],
    ['1,23', '.'],
    ['1.23.456,00', ','],
    ['12,30,40', ','],
    ['--1', '.'],
    ['1e3', '.'],
    ['', '.'],
    ['-', '.'],
    ['twelve', '.'],
  ] as const)('is refused where its signs leave doubt: %s with %s', (text, decimal) => {
    expect(() => read(text, decimal)).toThrow(RangeError);
  });

  it('is refused when it is finer than its currency', () => {
    expect(() => read('1,5', ',', 'JPY')).toThrow(InvalidMoney);
    expect(() => read('1.005', '.')).toThrow(InvalidMoney);
  });
});
