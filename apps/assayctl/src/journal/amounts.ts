import { Money } from '#money';

/** Minor units in all decimals of their currency, as in `5.120 OMR`. */
export function moneyOf(minorUnits: string, currency: string): string {
  return Money.of(BigInt(minorUnits), currency).toString();
}

/** The same without the currency, where a heading names it. */
export function decimalOf(minorUnits: string, currency: string): string {
  return Money.of(BigInt(minorUnits), currency).toDecimal();
}

/** An amount in the column of debits or of credits; the other is empty. */
export function inColumns(
  minorUnits: string,
  textOf: (minorUnits: string) => string,
): [debit: string, credit: string] {
  return minorUnits.startsWith('-') ? ['', textOf(minorUnits.slice(1))] : [textOf(minorUnits), ''];
}
