import { exponentOf, isCurrency, type Currency } from './currencies.js';

/** How Money travels in JSON: minor units as digits, because JSON numbers lose precision. */
export type MoneyJson = { readonly amount: string; readonly currency: string };

/** Thrown for text or JSON that is not an exact amount of a known currency. */
export class InvalidMoney extends Error {
  override readonly name = 'InvalidMoney';
}

const MINOR_UNITS = /^-?(0|[1-9]\d{0,17})$/;
const MAJOR_UNITS = /^(-?)(0|[1-9]\d{0,17})(?:\.(\d+))?$/;

/**
 * An exact amount of one currency, counted in minor units (1050 GBP = £10.50).
 *
 * Money never rounds and never converts; mixing currencies is a bug, so it throws RangeError.
 */
export class Money {
  private constructor(
    readonly minorUnits: bigint,
    readonly currency: Currency,
  ) {}

  /** @throws InvalidMoney for a code that is not ISO 4217. */
  static of(minorUnits: bigint, currency: string): Money {
    if (!isCurrency(currency)) throw new InvalidMoney(`not an ISO 4217 currency: ${currency}`);
    return new Money(minorUnits, currency);
  }

  static zero(currency: Currency): Money {
    return new Money(0n, currency);
  }

  /** @throws InvalidMoney unless `amount` is an integer in digits, at most 18 of them. */
  static fromJSON({ amount, currency }: MoneyJson): Money {
    if (typeof amount !== 'string' || !MINOR_UNITS.test(amount)) {
      throw new InvalidMoney('amount must be an integer count of minor units, as a string');
    }
    return Money.of(BigInt(amount), currency);
  }

  /**
   * Reads "10.50" of a currency with two digits; never rounds.
   *
   * @throws InvalidMoney when the text is no number or finer than a minor unit, as in JPY 1.5.
   */
  static parse(text: string, currency: string): Money {
    if (!isCurrency(currency)) throw new InvalidMoney(`not an ISO 4217 currency: ${currency}`);
    const exponent = exponentOf(currency);
    const [, sign, units, fraction = ''] = MAJOR_UNITS.exec(text) ?? [];
    if (units === undefined) throw new InvalidMoney(`not an amount: ${text}`);
    if (/[1-9]/.test(fraction.slice(exponent))) {
      throw new InvalidMoney(`${currency} has ${exponent} decimals, so ${text} is not exact`);
    }
    const digits = units + fraction.slice(0, exponent).padEnd(exponent, '0');
    return new Money(BigInt(`${sign ?? ''}${digits}`), currency);
  }

  plus(other: Money): Money {
    this.#assertSameCurrency(other);
    return new Money(this.minorUnits + other.minorUnits, this.currency);
  }

  minus(other: Money): Money {
    this.#assertSameCurrency(other);
    return new Money(this.minorUnits - other.minorUnits, this.currency);
  }

  negated(): Money {
    return new Money(-this.minorUnits, this.currency);
  }

  isGreaterThan(other: Money): boolean {
    this.#assertSameCurrency(other);
    return this.minorUnits > other.minorUnits;
  }

  equals(other: Money): boolean {
    return this.currency === other.currency && this.minorUnits === other.minorUnits;
  }

  get isZero(): boolean {
    return this.minorUnits === 0n;
  }

  get isPositive(): boolean {
    return this.minorUnits > 0n;
  }

  toJSON(): MoneyJson {
    return { amount: this.minorUnits.toString(), currency: this.currency };
  }

  /** Major units with every decimal of the currency: "10.50", "1050" (JPY), "1.050" (KWD). */
  toDecimal(): string {
    const exponent = exponentOf(this.currency);
    const sign = this.minorUnits < 0n ? '-' : '';
    const digits = (this.minorUnits < 0n ? -this.minorUnits : this.minorUnits)
      .toString()
      .padStart(exponent + 1, '0');
    const point = digits.length - exponent;
    return exponent === 0
      ? `${sign}${digits}`
      : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
  }

  /** For people, not for machines: "10.50 GBP". */
  toString(): string {
    return `${this.toDecimal()} ${this.currency}`;
  }

  #assertSameCurrency(other: Money): void {
    if (other.currency !== this.currency) {
      throw new RangeError(`cannot mix ${this.currency} and ${other.currency}`);
    }
  }
}

export function sum(amounts: Iterable<Money>, currency: Currency): Money {
  let total = Money.zero(currency);
  for (const amount of amounts) total = total.plus(amount);
  return total;
}

/** Totals per currency, in the order of their codes; a total of zero is left out. */
export function sumsByCurrency(amounts: Iterable<Money>): Money[] {
  const totals = new Map<Currency, Money>();
  for (const amount of amounts) {
    totals.set(amount.currency, totals.get(amount.currency)?.plus(amount) ?? amount);
  }
  return [...totals.values()]
    .filter(({ isZero }) => !isZero)
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}
