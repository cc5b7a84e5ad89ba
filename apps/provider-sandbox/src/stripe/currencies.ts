import { exponentOf, isCurrency, type Currency } from '#money';
import { invalid } from './errors.js';

/**
 * Stripe counts these in whole units, unlike ISO 4217.
 *
 * As of 2026-09-03: docs.stripe.com/currencies, for all tables of this file.
 */
const ZERO_DECIMAL = new Set(
  'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '),
);

/** Two decimals on the wire, and both must be zero. */
const WHOLE_UNITS_ONLY = new Set(['ISK', 'UGX']);

/** Three decimals on the wire, and the last must be zero. */
const THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

const NOT_SUPPORTED = new Set(['IQD', 'LYD', 'IRR', 'KPW', 'SYP', 'CUP', 'SDG']);

/** Smallest charge in wire units; for others the rule below. */
const AMOUNT_MIN: Readonly<Record<string, number>> = {
  USD: 50, AED: 200, AUD: 50, BGN: 100, BRL: 50, CAD: 50, CHF: 50, CZK: 1500, DKK: 250,
  EUR: 50, GBP: 30, HKD: 400, HUF: 17_500, INR: 50, JPY: 50, MXN: 1000, MYR: 200, NOK: 300,
  NZD: 50, PLN: 200, RON: 200, SEK: 300, SGD: 50, THB: 1000,
}; // prettier-ignore

/** Twelve digits for IDR, eight for all others. */
const AMOUNT_MAX = 99_999_999;
const AMOUNT_MAX_OF: Readonly<Record<string, number>> = { IDR: 999_999_999_999 };

/** @throws StripeRefusal for a currency that Stripe does not take. */
export function readCurrency(code: string): Currency {
  const currency = code.toUpperCase();
  if (!isCurrency(currency) || NOT_SUPPORTED.has(currency)) {
    throw invalid(`Invalid currency: ${code}.`, { param: 'currency' });
  }
  return currency;
}

/** The smallest amount Stripe moves, in wire units. */
export function stepOf(currency: Currency): bigint {
  if (WHOLE_UNITS_ONLY.has(currency)) return 100n;
  return THREE_DECIMALS.has(currency) ? 10n : 1n;
}

/** @throws StripeRefusal unless Stripe would charge this amount. */
export function checkChargeAmount(amount: number, currency: Currency): void {
  if (amount < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  }
  checkStep(amount, currency, 'amount');
  if (amount < (AMOUNT_MIN[currency] ?? 1)) {
    throw invalid(`Amount must be at least ${AMOUNT_MIN[currency] ?? 1} ${currency}.`, {
      code: 'amount_too_small',
      param: 'amount',
    });
  }
  const max = AMOUNT_MAX_OF[currency] ?? AMOUNT_MAX;
  if (amount > max) {
    throw invalid(`Amount must be no more than ${max} ${currency}.`, {
      code: 'amount_too_large',
      param: 'amount',
    });
  }
}

/** @throws StripeRefusal for digits that the currency cannot express at Stripe. */
export function checkStep(amount: number, currency: Currency, param: string): void {
  const step = stepOf(currency);
  if (BigInt(amount) % step !== 0n) {
    throw invalid(`Invalid ${param}: ${currency} amounts must be a multiple of ${step}.`, {
      code: 'invalid_charge_amount_no_decimal_compatible',
      param,
    });
  }
}

/** From Stripe's minor units to those of ISO 4217, which the books count in. */
export function toIso(amount: number, currency: Currency): bigint {
  const wire = exponentOnWire(currency);
  const iso = exponentOf(currency);
  // Amounts are multiples of the step, so what is divided here leaves no rest.
  return iso >= wire
    ? BigInt(amount) * 10n ** BigInt(iso - wire)
    : BigInt(amount) / 10n ** BigInt(wire - iso);
}

/** One euro, yen or dinar in Stripe's minor units. */
export function majorUnit(currency: Currency): number {
  return 10 ** exponentOnWire(currency);
}

function exponentOnWire(currency: Currency): number {
  if (ZERO_DECIMAL.has(currency)) return 0;
  return WHOLE_UNITS_ONLY.has(currency) ? 2 : exponentOf(currency);
}
