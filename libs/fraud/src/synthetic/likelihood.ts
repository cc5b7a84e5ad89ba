import { HONEST } from './draft.js';
import type { Customer, Merchant, World } from './world.js';

/** How a thief's amounts follow from what the victim usually pays. */
export type Raise = { readonly factor: readonly [number, number]; readonly euroMin: number };

const STEPS = 12;
/** Strangers are an average of this many customers. */
const STRANGERS_MAX = 150;
/** Nothing is impossible: amounts are rounded. */
const DENSITY_MIN = 1e-9;
const GRID = { from: -6, to: 10, step: 0.04 };

/**
 * How probable amounts are in the generator's world, per unit of their logarithm: for customers
 * whose habits are known, and for strangers.
 */
export class AmountLikelihoods {
  readonly #sample: readonly Customer[];
  readonly #stranger: Float64Array;

  constructor({ customers }: World) {
    const every = Math.max(1, Math.floor(customers.length / STRANGERS_MAX));
    this.#sample = customers.filter((_, index) => index % every === 0);
    this.#stranger = this.#grid((log, customer) =>
      honest(log - Math.log(customer.meanEuro), customer.spread),
    );
  }

  honest(log: number, { meanEuro, spread }: Customer, { amountFactor }: Merchant): number {
    return Math.max(DENSITY_MIN, honest(log - Math.log(meanEuro * amountFactor), spread));
  }

  /** As `honest`, times a factor that is as probable anywhere in a range. */
  inflated(log: number, customer: Customer, merchant: Merchant, range: Raise['factor']): number {
    return mean(stepsOf(range), (factor) =>
      this.honest(log - Math.log(factor), customer, merchant),
    );
  }

  /** An honest payment of an unknown payer. */
  stranger(log: number, { amountFactor }: Merchant): number {
    return at(this.#stranger, log - Math.log(amountFactor));
  }

  raised(log: number, { meanEuro }: Customer, { factor, euroMin }: Raise): number {
    const usual = Math.max(euroMin, meanEuro);
    return evenly(log, [usual * factor[0], usual * factor[1]]);
  }

  /** A thief's payment with the card of an unknown payer. */
  raisedOfAnyone(raise: Raise): (log: number) => number {
    const grid = this.#grid((log, customer) => this.raised(log, customer, raise));
    return (log) => at(grid, log) - DENSITY_MIN;
  }

  #grid(densityOf: (log: number, customer: Customer) => number): Float64Array {
    const length = Math.ceil((GRID.to - GRID.from) / GRID.step);
    return Float64Array.from({ length }, (_, index) =>
      mean(this.#sample, (customer) => densityOf(GRID.from + index * GRID.step, customer)),
    );
  }
}

/** Of an amount in euros that is as probable anywhere in a range. */
export function evenly(log: number, [least, most]: readonly [number, number]): number {
  const euro = Math.exp(log);
  return euro < least || euro > most ? 0 : euro / (most - least);
}

const TREATS = stepsOf(HONEST.treat.factor).map(Math.log);
const TRIFLES = stepsOf(HONEST.trifle.factor).map(Math.log);

/** Of the logarithm of an honest amount over the usual one. */
function honest(log: number, spread: number): number {
  const { treat, trifle } = HONEST;
  const rest =
    trifle.share * shifted(log, TRIFLES, spread) + (1 - trifle.share) * normal(log, spread);
  return treat.share * shifted(log, TREATS, spread) + (1 - treat.share) * rest;
}

/** As if a normal distribution was moved by one of some steps, each as probable. */
function shifted(log: number, steps: readonly number[], spread: number): number {
  let sum = 0;
  for (const step of steps) sum += normal(log - step, spread);
  return sum / steps.length;
}

const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

function normal(gap: number, deviation: number): number {
  const steps = gap / deviation;
  // Too little to count, and most steps are that far away.
  if (steps > 6 || steps < -6) return 0;
  return Math.exp(-0.5 * steps * steps) / (deviation * ROOT_OF_TWO_PI);
}

function stepsOf([least, most]: readonly [number, number]): number[] {
  const step = (most - least) / STEPS;
  return Array.from({ length: STEPS }, (_, index) => least + (index + 0.5) * step);
}

function mean<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0) / items.length;
}

function at(grid: Float64Array, log: number): number {
  return Math.max(DENSITY_MIN, grid[Math.round((log - GRID.from) / GRID.step)] ?? 0);
}
