import { exponentOf, type Currency, type Money } from '#money';

/**
 * Units of a currency per euro: round reference rates, fixed on purpose. They only bring amounts to
 * a common scale for the model; with daily rates, replaying a payment would change its features.
 * Never used to move or to report money.
 */
const PER_EURO: Readonly<Record<string, number>> = {
  EUR: 1,
  USD: 1.1,
  GBP: 0.85,
  CHF: 0.95,
  SEK: 11.3,
  NOK: 11.6,
  DKK: 7.46,
  PLN: 4.3,
  CZK: 25,
  HUF: 395,
  RON: 4.97,
  BGN: 1.956,
  ISK: 150,
  TRY: 36,
  JPY: 160,
  CNY: 7.8,
  HKD: 8.6,
  TWD: 35,
  KRW: 1480,
  INR: 92,
  IDR: 17_500,
  MYR: 5,
  SGD: 1.45,
  THB: 38,
  PHP: 63,
  VND: 27_500,
  AUD: 1.65,
  NZD: 1.82,
  CAD: 1.5,
  MXN: 20,
  BRL: 6,
  ARS: 1050,
  CLP: 1030,
  COP: 4500,
  PEN: 4.1,
  ZAR: 20,
  NGN: 1700,
  KES: 142,
  EGP: 53,
  MAD: 10.8,
  ILS: 4,
  AED: 4.04,
  SAR: 4.12,
  QAR: 4,
  KWD: 0.34,
  BHD: 0.41,
  OMR: 0.42,
  JOD: 0.78,
  TND: 3.35,
};

/** An amount in euros, roughly; a currency without a reference rate counts as euros. */
export function euroOf({ minorUnits, currency }: Money): number {
  return Number(minorUnits) / 10 ** exponentOf(currency) / (PER_EURO[currency] ?? 1);
}

/** The other way round, for made-up payments only; not rounded. */
export function minorUnitsOf(euro: number, currency: Currency): number {
  return euro * (PER_EURO[currency] ?? 1) * 10 ** exponentOf(currency);
}
