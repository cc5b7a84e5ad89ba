import { exponentOf, type Money } from '#money';

/**
 * What an exchange gave beyond its rate, in minor units of the currency that it gave. The amount of
 * the rate is rounded half away from zero.
 *
 * @throws RangeError for what is no rate.
 */
export function exchangeResidual(payer: Money, settled: Money, rate: string): bigint {
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(rate) ?? [];
  if (whole === '') throw new RangeError(`not a rate of exchange: ${rate}`);
  const numerator =
    payer.minorUnits * BigInt(whole + decimals) * 10n ** BigInt(exponentOf(settled.currency));
  const denominator = 10n ** BigInt(decimals.length + exponentOf(payer.currency));
  return settled.minorUnits - rounded(numerator, denominator);
}

function rounded(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n;
  const size = isNegative ? -numerator : numerator;
  const units = (2n * size + denominator) / (2n * denominator);
  return isNegative ? -units : units;
}
