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
};

export type Merchant = {
  readonly id: string;
  /** Of the honest payments, about this share goes there; those of all merchants are 1. */
  readonly size: number;
  readonly amountFactor: number;
  /** Sends no device and no countries, as many integrations do. */
  readonly bare: boolean;
  /** Tells which card it was, without its number. */
  readonly knowsCards: boolean;
};

export type World = {
  readonly customers: readonly Customer[];
  readonly merchants: Market;
};

/** All merchants of a world: a few of them are large, most are small. */
export class Market {
  readonly #totals: Float64Array;

  constructor(readonly all: readonly Merchant[]) {
    let total = 0;
    this.#totals = Float64Array.from(all, ({ size }) => (total += size));
  }

  /** Where a customer pays who might pay anywhere: larger merchants more often. */
  pick(random: SeededRandom): Merchant {
    return random.pickByWeight(this.all, this.#totals);
  }

  /** How probable it is to be picked; 0 for a merchant of another market. */
  chanceOf(merchant: Merchant): number {
    return this.all.includes(merchant) ? merchant.size / (this.#totals.at(-1) ?? 1) : 0;
  }
}

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

/** How much merchants differ in size, as a deviation of its logarithm. */
const SIZE_SPREAD = 1.5;

/** Payments of a customer on a day, those included that are none yet. */
const PER_DAY_MEAN = 0.7;

const SMALL_PER_DAY_MAX = 10;

/** Share of customers known from the first day; the others join later, with no past. */
const FOUNDERS_SHARE = 0.45;

export function createWorld(random: SeededRandom, options: WorldOptions): World {
  const merchants = createMarket(random, options);
  const customers = Array.from({ length: options.customers }, (_, index) => {
    const fromDay = random.chance(FOUNDERS_SHARE) ? 0 : random.below(options.days);
    return createCustomer(random, merchants, { index, fromDay });
  });
  return { customers, merchants };
}

/** Honest payments there on an ordinary day, about. */
export function perDayAt({ size }: Merchant, { customers }: World): number {
  return size * customers.length * PER_DAY_MEAN;
}

/** Merchants with a till or two. */
export function smallMerchantsOf(world: World): Market {
  const { all } = world.merchants;
  return new Market(all.filter((merchant) => perDayAt(merchant, world) <= SMALL_PER_DAY_MAX));
}

/** A person who is a customer by then. */
export function activeCustomer(random: SeededRandom, { customers }: World, day: number): Customer {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const customer = random.pick(customers);
    if (customer.fromDay <= day) return customer;
  }
  return random.pick(customers);
}

/** Where payments come from that have nothing to do with the payer's home. */
export function foreignCountry(random: SeededRandom, home: string): string {
  const country = random.pick(COUNTRIES);
  return country === home ? (home === 'BR' ? 'VN' : 'BR') : country;
}

function createMarket(random: SeededRandom, options: WorldOptions): Market {
  const merchants = Array.from({ length: options.merchants }, (_, index) => ({
    id: `m-${index}`,
    size: Math.exp(SIZE_SPREAD * random.normal()),
    amountFactor: Math.exp(0.45 * random.normal()),
    bare: random.chance(options.bareShare),
    knowsCards: random.chance(0.8),
  }));
  const total = merchants.reduce((sum, { size }) => sum + size, 0);
  return new Market(merchants.map((merchant) => ({ ...merchant, size: merchant.size / total })));
}

function createCustomer(
  random: SeededRandom,
  merchants: Market,
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
    favourites: Array.from({ length: 4 + random.below(16) }, () => merchants.pick(random)),
  };
}
