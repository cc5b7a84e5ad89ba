import type { Money } from '#money';
import type { Verdict } from '#payments';

export type Outcome = 'fraud' | 'honest' | 'unknown';

/** Payments that were treated in one way and would be in another, in one currency. */
export type Cell = {
  readonly currency: string;
  readonly was: Verdict;
  readonly would: Verdict;
  readonly outcome: Outcome;
  readonly payments: number;
  /** Minor units. */
  readonly amount: string;
};

/** Counts what would have been different, exact in every currency. */
export class WhatIfTally {
  readonly #cells = new Map<string, { cell: Omit<Cell, 'amount'>; amount: bigint }>();

  add(amount: Money, treated: Pick<Cell, 'was' | 'would' | 'outcome'>): void {
    const { was, would, outcome } = treated;
    const { currency, minorUnits } = amount;
    const key = [currency, was, would, outcome].join(' ');
    const known = this.#cells.get(key);
    const payments = (known?.cell.payments ?? 0) + 1;
    const cell = { currency, was, would, outcome, payments };
    this.#cells.set(key, { cell, amount: (known?.amount ?? 0n) + minorUnits });
  }

  /** In a fixed order, so that equal replays are equal texts. */
  get cells(): Cell[] {
    return [...this.#cells.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { cell, amount }]) => ({ ...cell, amount: amount.toString() }));
  }
}
