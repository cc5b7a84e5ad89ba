import { exponentOf, isCurrency, type Money } from '#money';
import type { MovedBy } from '#provider-port';
import {
  fromWireUnits,
  toWireUnits,
  wireRefusalOf,
  type WireCurrency,
  type WireTable,
} from '../wire-amount.js';

/** PayPal's way to write an amount: decimal text in major units. */
export type PayPalAmount = { readonly currencyCode: string; readonly value: string };

/**
 * Currencies of the REST API. BRL, CNY and MYR work for accounts in that country only, and PayPal
 * may suspend one, as RUB; it checks both itself.
 *
 * As of 2026-11-21: developer.paypal.com/docs/api/reference/currency-codes, for all tables of this
 * file.
 */
const SUPPORTED = `AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN RUB
  SEK SGD THB TWD USD`;

/** "This currency does not support decimals": any point is answered DECIMALS_NOT_SUPPORTED. */
const WITHOUT_DECIMALS: ReadonlySet<string> = new Set(['HUF', 'JPY', 'TWD']);

/** MAX_VALUE_EXCEEDED: "Should be less than or equal to 999999999999999.99". */
const MAJOR_MAX_DIGITS = 15;

export const PAYPAL_CURRENCIES: WireTable = new Map(
  SUPPORTED.split(/\s+/).map((code) => [code, wireCurrencyOf(code)]),
);

export function paypalRefusalOf(amount: Money, movedBy: MovedBy): string | null {
  return wireRefusalOf(amount, movedBy, { provider: 'PayPal', table: PAYPAL_CURRENCIES });
}

/** @throws RangeError when PayPal cannot move exactly this; ask `paypalRefusalOf` first. */
export function toPayPalAmount(amount: Money): PayPalAmount {
  const units = toWireUnits(amount, PAYPAL_CURRENCIES);
  const exponent = PAYPAL_CURRENCIES.get(amount.currency)?.exponent ?? 0;
  return { currencyCode: amount.currency, value: decimalOf(units, exponent) };
}

const DECIMAL = /^(-?)(\d{0,18})(?:\.(\d+))?$/;

/**
 * Reads what PayPal wrote; zeros beyond the currency's digits are fine, anything else is not.
 *
 * @throws RangeError when the text is no exact amount of a currency we know.
 */
export function fromPayPalAmount({ currencyCode, value }: PayPalAmount): Money {
  const exponent = PAYPAL_CURRENCIES.get(currencyCode)?.exponent;
  const [, sign = '', units = '', fraction = ''] = DECIMAL.exec(value) ?? [];
  const digits = `${units}${fraction}`;
  const tooFine = exponent === undefined || /[1-9]/.test(fraction.slice(exponent));
  if (tooFine || digits === '') {
    throw new RangeError(`not an exact PayPal amount: ${value} ${currencyCode}`);
  }
  const wire = BigInt(`${sign}${units}${fraction.slice(0, exponent).padEnd(exponent, '0')}` || '0');
  return fromWireUnits(wire, currencyCode, PAYPAL_CURRENCIES);
}

/**
 * Reads the amounts of PayPal's report files, which have no decimal point.
 *
 * @throws RangeError for a currency that PayPal has not, and where its files do not say how many
 * decimals they count: PayPal has none for HUF and TWD, ISO 4217 has two.
 */
export function fromPayPalUnits(units: bigint, currency: string): Money {
  const exponent = PAYPAL_CURRENCIES.get(currency)?.exponent;
  if (exponent !== undefined && isCurrency(currency) && exponent !== exponentOf(currency)) {
    throw new RangeError(`PayPal's reports do not say how many decimals ${currency} has in them`);
  }
  return fromWireUnits(units, currency, PAYPAL_CURRENCIES);
}

function decimalOf(units: bigint, exponent: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return exponent === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

function wireCurrencyOf(code: string): WireCurrency {
  if (!isCurrency(code)) throw new RangeError(`not an ISO 4217 currency: ${code}`);
  const exponent = WITHOUT_DECIMALS.has(code) ? 0 : exponentOf(code);
  const max = 10n ** BigInt(MAJOR_MAX_DIGITS + exponent) - 1n;
  return { exponent, step: 1n, min: 1n, max };
}
