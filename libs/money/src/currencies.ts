/**
 * Digits after the decimal point of every ISO 4217 currency. Codes that ISO withdrew lately (ANG,
 * BGN, CUC) stay, for the payments that were made in them.
 *
 * As of 2026-11-21: ISO 4217 list one of 2024-06-25, and XCG, which came after it.
 *
 * Never derived from Intl: Node's Intl disagrees with ISO for 29 codes, HUF and IQD among them.
 */
const BY_EXPONENT: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN
    BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
    GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR
    LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB
    PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL
    THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const EXPONENTS: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_EXPONENT).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(exponent)] as const),
  ),
);

/** An ISO 4217 alphabetic code, upper case. */
export type Currency = string & { readonly unit: 'currency' };

export const CURRENCIES: readonly Currency[] = [...EXPONENTS.keys()].sort() as Currency[];

export function isCurrency(code: unknown): code is Currency {
  return typeof code === 'string' && EXPONENTS.has(code);
}

/** Minor-unit digits of a currency: 2 for EUR, 0 for JPY, 3 for OMR. */
export function exponentOf(currency: Currency): number {
  const exponent = EXPONENTS.get(currency);
  if (exponent === undefined) throw new RangeError(`not an ISO 4217 currency: ${currency}`);
  return exponent;
}
