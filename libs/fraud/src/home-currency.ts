const EURO_COUNTRIES = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

const HOME_CURRENCY: ReadonlyMap<string, string> = new Map([
  ...EURO_COUNTRIES.map((country) => [country, 'EUR'] as const),
  ['AE', 'AED'],
  ['AU', 'AUD'],
  ['BG', 'BGN'],
  ['BR', 'BRL'],
  ['CA', 'CAD'],
  ['CH', 'CHF'],
  ['CN', 'CNY'],
  ['CZ', 'CZK'],
  ['DK', 'DKK'],
  ['GB', 'GBP'],
  ['HU', 'HUF'],
  ['ID', 'IDR'],
  ['IN', 'INR'],
  ['JP', 'JPY'],
  ['KW', 'KWD'],
  ['MX', 'MXN'],
  ['MY', 'MYR'],
  ['NG', 'NGN'],
  ['NO', 'NOK'],
  ['NZ', 'NZD'],
  ['OM', 'OMR'],
  ['PL', 'PLN'],
  ['RO', 'RON'],
  ['SA', 'SAR'],
  ['SE', 'SEK'],
  ['SG', 'SGD'],
  ['TH', 'THB'],
  ['TR', 'TRY'],
  ['US', 'USD'],
  ['ZA', 'ZAR'],
]);

/** The currency people of a country pay in; null for a country we have no fact about. */
export function homeCurrencyOf(country: string): string | null {
  return HOME_CURRENCY.get(country) ?? null;
}
