import { exponentOf, Money } from '#money';
import type { MovedBy } from '#provider-port';

/**
 * How one provider counts one currency. Three exponents meet here: the ledger's (ISO 4217), the
 * wire's, and the granularity, which is the step the provider's wire amount must be a multiple of.
 */
export type WireCurrency = {
  /** Digits after the point that one wire unit stands for. */
  readonly exponent: number;
  /** In wire units; 1 when every amount is possible. */
  readonly step: bigint;
  /** In wire units; what one charge may be. Refunds only know the step. */
  readonly min: bigint;
  readonly max: bigint;
};

export type WireTable = ReadonlyMap<string, WireCurrency>;

/** @returns null when the provider can move exactly this amount, else why not. */
export function wireRefusalOf(
  amount: Money,
  movedBy: MovedBy,
  { provider, table }: { readonly provider: string; readonly table: WireTable },
): string | null {
  const wire = table.get(amount.currency);
  if (!wire) return `${provider} does not support ${amount.currency}`;
  if (!amount.isPositive) return 'the amount must be greater than zero';
  const units = exactUnits(amount, wire);
  if (units === null || units % wire.step !== 0n) {
    const finest = amountOf(wire.step, amount.currency, wire).toString();
    return `${provider} moves ${amount.currency} in steps of ${finest}, so ${amount.toString()} is not possible`;
  }
  if (units < wire.min && movedBy !== 'refund') {
    return `${provider} moves at least ${amountOf(wire.min, amount.currency, wire).toString()}`;
  }
  if (units > wire.max) {
    return `${provider} moves at most ${amountOf(wire.max, amount.currency, wire).toString()}`;
  }
  return null;
}

/** @throws RangeError when the wire cannot say the amount exactly; ask `wireRefusalOf` first. */
export function toWireUnits(amount: Money, table: WireTable): bigint {
  const wire = table.get(amount.currency);
  const units = wire ? exactUnits(amount, wire) : null;
  if (units === null) throw new RangeError(`${amount.toString()} has no exact amount on the wire`);
  return units;
}

/**
 * @throws RangeError for a currency the table does not know, or an amount finer than the ledger
 * counts, as in ISK 10.50.
 */
export function fromWireUnits(units: bigint, currency: string, table: WireTable): Money {
  const wire = table.get(currency);
  if (!wire) throw new RangeError(`not a currency of this provider: ${currency}`);
  return amountOf(units, currency, wire);
}

function exactUnits(amount: Money, wire: WireCurrency): bigint | null {
  const shift = wire.exponent - exponentOf(amount.currency);
  if (shift >= 0) return amount.minorUnits * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return amount.minorUnits % divisor === 0n ? amount.minorUnits / divisor : null;
}

function amountOf(units: bigint, currency: string, wire: WireCurrency): Money {
  const zero = Money.of(0n, currency);
  const shift = exponentOf(zero.currency) - wire.exponent;
  if (shift >= 0) return Money.of(units * 10n ** BigInt(shift), currency);
  const divisor = 10n ** BigInt(-shift);
  if (units % divisor !== 0n) {
    throw new RangeError(`${String(units)} wire units of ${currency} are finer than the ledger`);
  }
  return Money.of(units / divisor, currency);
}
