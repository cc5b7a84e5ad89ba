import fc from 'fast-check';
import { CURRENCIES, exponentOf } from './currencies.js';
import { InvalidMoney, Money, sum } from './money.js';

const currency = fc.constantFrom(...CURRENCIES);
const minorUnits = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });

describe('money', () => {
  it('reads back every amount it writes, in every currency', () => {
    fc.assert(
      fc.property(minorUnits, currency, (units, code) => {
        const money = Money.of(units, code);
        expect(Money.fromJSON(money.toJSON()).equals(money)).toBe(true);
        expect(Money.parse(money.toDecimal(), code).equals(money)).toBe(true);
      }),
    );
  });

  it('adds and takes away exactly', () => {
    fc.assert(
      fc.property(minorUnits, minorUnits, currency, (a, b, code) => {
        const total = Money.of(a, code).plus(Money.of(b, code));
        expect(total.minorUnits).toBe(a + b);
        expect(total.minus(Money.of(b, code)).minorUnits).toBe(a);
      }),
    );
  });

  it.each([
    ['10.50', 'EUR', 1050n, '10.50 EUR'],
    ['1050', 'JPY', 1050n, '1050 JPY'],
    ['5.125', 'OMR', 5125n, '5.125 OMR'],
    ['-0.05', 'USD', -5n, '-0.05 USD'],
    ['7', 'KWD', 7000n, '7.000 KWD'],
  ])('reads %s %s', (text, code, units, shown) => {
    const money = Money.parse(text, code);
    expect(money.minorUnits).toBe(units);
    expect(money.toString()).toBe(shown);
  });

  it.each([
    ['1.5', 'JPY'],
    ['1.001', 'EUR'],
    ['0.0001', 'OMR'],
    ['1,50', 'EUR'],
    ['', 'EUR'],
    ['1e3', 'EUR'],
    ['01', 'EUR'],
    ['1', 'EURO'],
  ])('refuses %s %s instead of rounding or guessing', (text, code) => {
    expect(() => Money.parse(text, code)).toThrow(InvalidMoney);
  });

  it.each(['1.5', ' 1', '0x1', '', '00', '1'.repeat(19)])('refuses %j minor units', (amount) => {
    expect(() => Money.fromJSON({ amount, currency: 'EUR' })).toThrow(InvalidMoney);
  });

  it('never mixes currencies', () => {
    expect(() => Money.of(1n, 'EUR').plus(Money.of(1n, 'USD'))).toThrow('cannot mix EUR and USD');
  });

  it('sums to zero over nothing', () => {
    const euro = Money.of(1n, 'EUR').currency;
    expect(sum([], euro).isZero).toBe(true);
  });
});

describe('currencies', () => {
  it('have the ISO 4217 exponents that Intl gets wrong', () => {
    const exponents = ['HUF', 'IQD', 'ISK', 'OMR', 'CLF', 'MGA'].map((code) =>
      exponentOf(Money.of(0n, code).currency),
    );
    expect(exponents).toEqual([2, 3, 0, 3, 4, 2]);
  });
});
