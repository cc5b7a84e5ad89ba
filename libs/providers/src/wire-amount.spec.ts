import fc from 'fast-check';
import { CURRENCIES, exponentOf, Money } from '#money';
import {
  fromPayPalAmount,
  PAYPAL_CURRENCIES,
  paypalRefusalOf,
  toPayPalAmount,
} from './paypal/amount.js';
import {
  fromStripeAmount,
  STRIPE_CURRENCIES,
  stripeRefusalOf,
  toStripeAmount,
} from './stripe/amount.js';

const anyAmount = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.constantFrom(...CURRENCIES))
  .map(([minorUnits, currency]) => Money.of(minorUnits, currency));

describe('every amount', () => {
  it('goes to Stripe and comes back the same, or is refused', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        if (stripeRefusalOf(amount, 'refund') !== null) return;
        const wire = toStripeAmount(amount);
        expect(fromStripeAmount(wire.amount, wire.currency)).toEqual(amount);
        expect(decimal(wire.amount, STRIPE_CURRENCIES.get(amount.currency)?.exponent)).toBe(
          trimmed(amount.toDecimal()),
        );
      }),
    );
  });

  it('goes to PayPal and comes back the same, or is refused', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        if (paypalRefusalOf(amount, 'refund') !== null) return;
        const wire = toPayPalAmount(amount);
        expect(fromPayPalAmount(wire)).toEqual(amount);
        expect(trimmed(wire.value)).toBe(trimmed(amount.toDecimal()));
      }),
    );
  });

  it('is refused exactly when the wire would have to round, lacks the currency or its size', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        const wire = STRIPE_CURRENCIES.get(amount.currency);
        if (!wire) {
          expect(stripeRefusalOf(amount, 'refund')).toMatch('not support');
          return;
        }
        const scaled = amount.minorUnits * 10n ** BigInt(wire.exponent);
        const perUnit = 10n ** BigInt(exponentOf(amount.currency)) * wire.step;
        const fits = scaled % perUnit === 0n && (scaled / perUnit) * wire.step <= wire.max;
        expect(stripeRefusalOf(amount, 'refund') === null).toBe(fits);
      }),
    );
  });
});

describe('Stripe amounts', () => {
  it.each([
    ['10.50 EUR', 1050],
    ['500 JPY', 500],
    ['1.050 KWD', 1050],
    ['5.120 OMR', 5120],
    ['500 ISK', 50_000],
    ['7 UGX', 700],
    ['1200.00 MGA', 1200],
    ['10.45 HUF', 1045],
  ])('says %s as %i', (text, expected) => {
    expect(toStripeAmount(money(text)).amount).toBe(expected);
  });

  it.each([
    ['5.125 OMR', 'Stripe moves OMR in steps of 0.010 OMR, so 5.125 OMR is not possible'],
    ['5.124 KWD', 'Stripe moves KWD in steps of 0.010 KWD, so 5.124 KWD is not possible'],
    ['12.50 MGA', 'Stripe moves MGA in steps of 1.00 MGA, so 12.50 MGA is not possible'],
    ['1.000 IQD', 'Stripe does not support IQD'],
    ['0.49 EUR', 'Stripe moves at least 0.50 EUR'],
    ['49 JPY', 'Stripe moves at least 50 JPY'],
    ['174.99 HUF', 'Stripe moves at least 175.00 HUF'],
    ['1000000.00 USD', 'Stripe moves at most 999999.99 USD'],
    ['1000000 ISK', 'Stripe moves at most 999999 ISK'],
    ['10000000000.00 IDR', 'Stripe moves at most 9999999999.99 IDR'],
    ['1000000.00 XCG', 'Stripe moves at most 999999.99 XCG'],
    ['0.00 EUR', 'the amount must be greater than zero'],
  ])('refuses to charge %s', (text, reason) => {
    expect(stripeRefusalOf(money(text), 'authorise')).toBe(reason);
  });

  it.each(['9999999999.99 IDR', '1000000.00 IDR', '25.00 XCG'])('moves %s', (text) => {
    expect(stripeRefusalOf(money(text), 'authorise')).toBeNull();
    const { amount, currency } = toStripeAmount(money(text));
    expect(fromStripeAmount(amount, currency)).toEqual(money(text));
  });

  it('gives back less than the smallest charge', () => {
    expect(stripeRefusalOf(money('0.10 EUR'), 'refund')).toBeNull();
    expect(stripeRefusalOf(money('0.10 EUR'), 'capture')).toBe('Stripe moves at least 0.50 EUR');
  });

  it('never takes a number it cannot read exactly', () => {
    expect(() => fromStripeAmount(10.5, 'eur')).toThrow(RangeError);
    expect(() => fromStripeAmount(1050, 'isk')).toThrow('finer than the ledger');
    expect(() => fromStripeAmount(1050, 'xyz')).toThrow('not a currency of this provider: XYZ');
  });
});

describe('PayPal amounts', () => {
  it.each([
    ['10.50 EUR', '10.50'],
    ['0.05 USD', '0.05'],
    ['500 JPY', '500'],
    ['1200.00 HUF', '1200'],
    ['30.00 TWD', '30'],
  ])('says %s as %s', (text, expected) => {
    expect(toPayPalAmount(money(text)).value).toBe(expected);
  });

  it.each([
    ['10.50 HUF', 'PayPal moves HUF in steps of 1.00 HUF, so 10.50 HUF is not possible'],
    ['0.01 TWD', 'PayPal moves TWD in steps of 1.00 TWD, so 0.01 TWD is not possible'],
    ['5.120 OMR', 'PayPal does not support OMR'],
    ['500 KRW', 'PayPal does not support KRW'],
    ['1.00 INR', 'PayPal does not support INR'],
    ['10000000000000000.00 USD', 'PayPal moves at most 999999999999999.99 USD'],
  ])('refuses %s', (text, reason) => {
    expect(paypalRefusalOf(money(text), 'authorise')).toBe(reason);
  });

  it.each([
    ['-10.5', 'EUR', '-10.50'],
    ['.5', 'EUR', '0.50'],
    ['500.00', 'JPY', '500'],
    ['-0.59', 'USD', '-0.59'],
  ])('reads %s %s as %s', (value, currencyCode, expected) => {
    expect(fromPayPalAmount({ value, currencyCode }).toDecimal()).toBe(expected);
  });

  it.each([
    ['1.005', 'EUR'],
    ['500.5', 'JPY'],
    ['ten', 'EUR'],
    ['', 'EUR'],
    ['-', 'EUR'],
    ['1.00', 'OMR'],
  ])('does not read %s %s', (value, currencyCode) => {
    expect(() => fromPayPalAmount({ value, currencyCode })).toThrow(RangeError);
  });

  it('knows only ISO 4217 currencies', () => {
    const known = new Set<string>(CURRENCIES);
    const all = [...PAYPAL_CURRENCIES.keys(), ...STRIPE_CURRENCIES.keys()];
    expect(all.filter((code) => !known.has(code))).toEqual([]);
  });
});

function money(text: string): Money {
  const [value = '', currency = ''] = text.split(' ');
  return Money.parse(value, currency);
}

/** Major units without trailing zeros: the one way to write a value. */
function trimmed(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

function decimal(units: number, exponent = 0): string {
  const digits = String(units).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return exponent === 0 ? digits : trimmed(`${digits.slice(0, point)}.${digits.slice(point)}`);
}
