import type { SeededRandom } from '../seeded-random.js';

export type Customer = {
  readonly id: string;
  readonly country: string;
  /** First day on which the customer may pay. */
  readonly fromDay: number;
  readonly perDay: number;
  readonly meanEuro: number;
  /** How much the customer's amounts vary, as a deviation of their logarithm. */
  readonly spread: number;
  readonly card: string;
  readonly device: string;
  readonly paypal: boolean;
  readonly favourites: readonly Merchant[];
  /** Everywhere else the customer might once go. */
  readonly others: readonly Merchant[];
};

export type Merchant = {
  readonly id: string;
  readonly amountFactor: number;
  /** Sends no device and no countries, as many integrations do. */
  readonly bare: boolean;
  /** Tells which card it was, without its number. */
  readonly knowsCards: boolean;
};

export type World = {
  readonly customers: readonly Customer[];
  readonly merchants: readonly Merchant[];
};

export type WorldOptions = {
  readonly days: number;
  readonly customers: number;
  readonly merchants: number;
  /** Share of merchants that send only what a transaction file has. */
  readonly bareShare: number;
};

/** Of the default mix. */
export const DEFAULT_BARE_SHARE = 0.4;

const COUNTRIES = 'DE DE DE FR FR ES IT NL NL GB GB GB PL CH SE US US IN JP ID MX'.split(' ');

/** Share of customers known from the first day; the others join later, with no past. */
const FOUNDERS_SHARE = 0.45;

export function createWorld(random: SeededRandom, options: WorldOptions): World {
  const merchants = Array.from({ length: options.merchants }, (_, index) => ({
    id: `m-${index}`,
    amountFactor: Math.exp(0.45 * random.normal()),
    bare: random.chance(options.bareShare),
    knowsCards: random.chance(0.8),
  }));
  const customers = Array.from({ length: options.customers }, (_, index) => {
    const fromDay = random.chance(FOUNDERS_SHARE) ? 0 : random.below(options.days);
    return createCustomer(random, merchants, { index, fromDay });
  });
  return { customers, merchants };
}

/** Where payments come from that have nothing to do with the payer's home. */
export function foreignCountry(random: SeededRandom, home: string): string {
  const country = random.pick(COUNTRIES);
  return country === home ? (home === 'BR' ? 'VN' : 'BR') : country;
}

function createCustomer(
  random: SeededRandom,
  merchants: readonly Merchant[],
  { index, fromDay }: { index: number; fromDay: number },
): Customer {
  return {
    id: `c-${index}`,
    country: random.pick(COUNTRIES),
    fromDay,
    perDay: Math.min(4, 0.7 * Math.exp(0.8 * random.normal())),
    meanEuro: Math.min(400, 42 * Math.exp(0.7 * random.normal())),
    spread: random.between(0.3, 0.95),
    card: `card-c-${index}`,
    device: `d-c-${index}`,
    paypal: random.chance(0.15),
    others: merchants,
    favourites: Array.from({ length: 4 + random.below(16) }, () => random.pick(merchants)),
  };
}
