import type { Money } from '#money';

/** Payments, and what they are worth: roughly in euros, exactly in minor units per currency. */
export type PaymentTotals = {
  readonly payments: number;
  readonly eur: number;
  readonly money: Readonly<Record<string, string>>;
};

/** Adds up payments one by one. */
export class PaymentTally {
  #payments = 0;
  #eur = 0;
  readonly #money = new Map<string, bigint>();

  add({ currency, minorUnits }: Money, amountEur: number): void {
    this.#payments += 1;
    this.#eur += amountEur;
    this.#money.set(currency, (this.#money.get(currency) ?? 0n) + minorUnits);
  }

  get pile(): PaymentTotals {
    const sums = [...this.#money].sort(([a], [b]) => (a < b ? -1 : 1));
    const money = Object.fromEntries(sums.map(([currency, sum]) => [currency, String(sum)]));
    return { payments: this.#payments, eur: Math.round(this.#eur * 100) / 100, money };
  }
}
