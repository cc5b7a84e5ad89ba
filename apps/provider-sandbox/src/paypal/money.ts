import { InvalidMoney, Money, type Currency } from '#money';
import { object, text, type Shape } from '../shape.js';
import { refused } from './errors.js';

/** As of 2026-11-21: developer.paypal.com/docs/api/reference/currency-codes. */
const SUPPORTED = new Set(
  'AUD BRL CAD CNY CZK DKK EUR HKD HUF ILS JPY MYR MXN TWD NZD NOK PHP PLN GBP RUB SGD SEK CHF THB USD'.split(
    ' ',
  ),
);

/** ISO 4217 gives these two decimals; PayPal takes none. */
const NO_DECIMALS = new Set(['HUF', 'TWD']);

/** As on the wire: a decimal number in a string. */
export type WireMoney = { readonly currency_code: string; readonly value: string };

export const moneyShape: Shape<WireMoney> = object(
  { currency_code: text(3), value: text(32, /^((-?[0-9]+)|(-?([0-9]+)?[.][0-9]+))$/) },
  'currency_code',
  'value',
);

/**
 * @param field JSON pointer of the amount, for the refusal.
 * @throws PayPalRefusal for what PayPal would not move.
 */
export function readMoney({ currency_code: code, value }: WireMoney, field: string): Money {
  if (!SUPPORTED.has(code)) {
    throw refused('INVALID_CURRENCY_CODE', { field: `${field}/currency_code`, value: code });
  }
  const where = { field: `${field}/value`, value };
  const inOrder = field.startsWith('/purchase_units');
  if (!inOrder && (NO_DECIMALS.has(code) || code === 'JPY') && /\.\d*[1-9]/.test(value)) {
    throw refused('DECIMALS_NOT_SUPPORTED', where);
  }
  const money = parse(value, code);
  if (money === null || money.minorUnits % stepOf(money.currency) !== 0n)
    throw refused('DECIMAL_PRECISION', where);
  if (!money.isPositive) throw refused('CANNOT_BE_ZERO_OR_NEGATIVE', where);
  if (money.minorUnits > 99_999_999_999_999_999n) throw refused('MAX_VALUE_EXCEEDED', where);
  return money;
}

export function wireMoney(minorUnits: bigint, currency: Currency): WireMoney {
  const decimal = Money.of(minorUnits, currency).toDecimal();
  return {
    currency_code: currency,
    value: NO_DECIMALS.has(currency) ? decimal.replace(/\.00$/, '') : decimal,
  };
}

/** The smallest amount PayPal moves, in minor units of ISO 4217. */
export function stepOf(currency: Currency): bigint {
  return NO_DECIMALS.has(currency) ? 100n : 1n;
}

function parse(value: string, code: string): Money | null {
  try {
    // ".50" is a number at PayPal.
    return Money.parse(value.replace(/^(-?)\./, '$10.'), code);
  } catch (error) {
    if (error instanceof InvalidMoney) return null;
    throw error;
  }
}
