import type { Currency } from '#money';
import type { Settings } from './settings.js';

/** A rate into the currency that the account settles in. */
export type Exchange = {
  readonly currency: Currency;
  /** As Stripe writes it. */
  readonly rate: number;
  /** Rounded half up, away from zero. */
  readonly convert: (amount: bigint) => bigint;
};

/** Null where money of this currency stays as it is. */
export function exchangeFrom(currency: string, settings: Settings): Exchange | null {
  const { settlesIn, exchangeRateMillionths } = settings;
  if (settlesIn === null || settlesIn === currency.toUpperCase()) return null;
  const millionths = BigInt(exchangeRateMillionths);
  const convert = (amount: bigint): bigint => {
    const size = amount < 0n ? -amount : amount;
    const converted = (size * millionths + 500_000n) / 1_000_000n;
    return amount < 0n ? -converted : converted;
  };
  return { currency: settlesIn as Currency, rate: exchangeRateMillionths / 1_000_000, convert };
}
