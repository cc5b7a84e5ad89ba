import { exponentOf, isCurrency, type Money } from '#money';
import type { MovedBy } from '#provider-port';
import {
  fromWireUnits,
  toWireUnits,
  wireRefusalOf,
  type WireCurrency,
  type WireTable,
} from '../wire-amount.js';

/**
 * Presentment currencies for cards. What an account may really use also depends on its country;
 * then Stripe refuses by itself.
 *
 * As of 2026-09-03: docs.stripe.com/currencies, for all tables of this file.
 */
const SUPPORTED = `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL
  BSD BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL
  GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT
  LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD
  OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD SZL THB
  TJS TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW`;

/**
 * Where the wire counts other digits than ISO 4217 (docs.stripe.com/currencies#special-cases):
 * ISK and UGX are sent with two digits for old clients' sake, which must be 00; MGA is sent
 * without decimals.
 */
const WIRE_EXPONENTS: Readonly<Record<string, number>> = { ISK: 2, UGX: 2, MGA: 0 };

/** Multiples demanded of the wire amount: three-decimal currencies must end in 0. */
const WIRE_STEPS: Readonly<Record<string, bigint>> = {
  ISK: 100n,
  UGX: 100n,
  BHD: 10n,
  JOD: 10n,
  KWD: 10n,
  OMR: 10n,
  TND: 10n,
};

/**
 * Smallest charge in wire units (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts).
 * It is defined for settlement in that currency; an account that settles in another has the
 * converted minimum, which only Stripe knows, and refuses with `amount_too_small`.
 */
const WIRE_MINIMUMS: Readonly<Record<string, bigint>> = {
  AED: 200n,
  AUD: 50n,
  BGN: 100n,
  BRL: 50n,
  CAD: 50n,
  CHF: 50n,
  CZK: 1500n,
  DKK: 250n,
  EUR: 50n,
  GBP: 30n,
  HKD: 400n,
  HUF: 17_500n,
  INR: 50n,
  JPY: 50n,
  MXN: 1000n,
  MYR: 200n,
  NOK: 300n,
  NZD: 50n,
  PLN: 200n,
  RON: 200n,
  SEK: 300n,
  SGD: 50n,
  THB: 1000n,
  USD: 50n,
};

/** "Up to twelve digits for IDR, and up to eight digits for all other currencies." */
const WIRE_MAX = 99_999_999n;
const WIRE_MAXIMUMS: Readonly<Record<string, bigint>> = { IDR: 999_999_999_999n };

export const STRIPE_CURRENCIES: WireTable = new Map(
  SUPPORTED.split(/\s+/).map((code) => [code, wireCurrencyOf(code)]),
);

export function stripeRefusalOf(amount: Money, movedBy: MovedBy): string | null {
  return wireRefusalOf(amount, movedBy, { provider: 'Stripe', table: STRIPE_CURRENCIES });
}

/** @throws RangeError when Stripe cannot move exactly this; ask `stripeRefusalOf` first. */
export function toStripeAmount(amount: Money): { amount: number; currency: string } {
  const units = toWireUnits(amount, STRIPE_CURRENCIES);
  // Twelve digits at most, so the number is exact.
  return { amount: Number(units), currency: amount.currency.toLowerCase() };
}

/** @throws RangeError when Stripe's number is no exact amount of a currency we know. */
export function fromStripeAmount(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an exact Stripe amount: ${amount}`);
  return fromWireUnits(BigInt(amount), currency.toUpperCase(), STRIPE_CURRENCIES);
}

function wireCurrencyOf(code: string): WireCurrency {
  if (!isCurrency(code)) throw new RangeError(`not an ISO 4217 currency: ${code}`);
  const step = WIRE_STEPS[code] ?? 1n;
  const max = WIRE_MAXIMUMS[code] ?? WIRE_MAX;
  return {
    exponent: WIRE_EXPONENTS[code] ?? exponentOf(code),
    step,
    min: WIRE_MINIMUMS[code] ?? step,
    max: max - (max % step),
  };
}
