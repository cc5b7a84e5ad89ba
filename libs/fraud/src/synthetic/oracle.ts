import { euroOf } from '../euro.js';
import type { InitiatedPayment } from '../feature-state.js';
import { DAY, HOUR, secondsOf } from '../instant.js';
import { SeededRandom } from '../seeded-random.js';
import { DEFAULT_MIX, type FraudKind } from './fraud-mix.js';
import { AmountLikelihoods, evenly } from './likelihood.js';
import { intruderRatio, madeUpRatio, merchantRatio, strangerRatio } from './mark-ratios.js';
import { SkimmedMerchant } from './skimmed-merchant.js';
import { SpreeFilter } from './spree-filter.js';
import { OWN_ACCOUNT_SHARE, THEFT } from './theft.js';
import {
  createWorld,
  DEFAULT_BARE_SHARE,
  smallMerchantsOf,
  type Customer,
  type Market,
  type Merchant,
} from './world.js';
import type { SyntheticFact, SyntheticOptions } from './index.js';

/** A payment with what the oracle needs of it. */
type ObservedPayment = {
  readonly id: string;
  readonly at: number;
  readonly log: number;
  readonly facts: InitiatedPayment;
  readonly merchant: Merchant;
};

type Account = { readonly firstAt: number; readonly sprees: readonly Suspicion[] };

/** One kind of spree, and how much better a payment fits it than the honest. */
type Suspicion = {
  readonly filter: SpreeFilter;
  readonly ratio: (seen: ObservedPayment) => number;
};

/** An account is a stranger's until its first raid would be over. */
const STRANGER_SECONDS = 20 * HOUR;

/** How rarely a stolen card was never seen with its owner, and what a shared one tells. */
const CARD_UNSEEN = 0.1;
const CARD_SHARED = 1e5;
const DEVICE_SHARED = 100;

/**
 * Scores made-up payments with the generator's own probabilities: rates of campaigns, distributions
 * of amounts, devices and countries, delays of labels, and the true habits of every known customer.
 * The oracle sees no more of a payment's truth than a model does: labels once they are known. What
 * it misses, no model can find; it measures how much of a generated world can be found at all.
 */
export class Oracle {
  readonly #world;
  readonly #amounts: AmountLikelihoods;
  readonly #customers: ReadonlyMap<string, Customer>;
  readonly #merchants: ReadonlyMap<string, Merchant>;
  readonly #small: Market;
  readonly #raised: (log: number) => number;
  readonly #newcomers: number;
  readonly #accounts = new Map<string, Account>();
  readonly #bursts = new Map<string, Suspicion>();
  readonly #skimmed = new Map<string, SkimmedMerchant>();
  readonly #owners = new Map<string, Set<string>>();
  readonly #places = new Map<string, { account: string; merchant: string }>();

  constructor(readonly options: SyntheticOptions) {
    const random = new SeededRandom(options.seed);
    this.#world = createWorld(random, { bareShare: DEFAULT_BARE_SHARE, ...options });
    const { customers, merchants } = this.#world;
    this.#amounts = new AmountLikelihoods(this.#world);
    this.#customers = new Map(customers.map((customer) => [customer.id, customer]));
    this.#merchants = new Map(merchants.all.map((merchant) => [merchant.id, merchant]));
    this.#small = smallMerchantsOf(this.#world);
    this.#raised = this.#amounts.raisedOfAnyone(THEFT.stolenCard);
    const joiners = customers.filter(({ fromDay }) => fromDay > 0).length;
    this.#newcomers = joiners / options.days / DAY;
  }

  /** The probability that a payment is fraud; null for a label, which it only takes in. */
  observe(fact: SyntheticFact): number | null {
    if (fact.kind === 'label') {
      this.#label(fact.paymentId);
      return null;
    }
    const facts = fact.payment;
    const merchant = this.#merchants.get(facts.merchantId);
    if (!merchant) throw new RangeError(`${facts.merchantId} is not of this world`);
    const [id, at] = [facts.paymentId, secondsOf(facts.occurredAt)];
    const seen = { id, at, log: Math.log(euroOf(facts.amount)), facts, merchant };
    this.#places.set(id, { account: facts.customerId, merchant: merchant.id });

    const account = this.#accountOf(seen);
    const young = at - account.firstAt < STRANGER_SECONDS;
    const other = either(this.#ofAccount(seen, account), young ? this.#ofBurst(seen) : 0);
    const skimmed = this.#skimmedOf(merchant);
    const skimming = skimmed.probability(at);
    skimmed.add(id, at, other);
    this.#remember(facts);
    return either(other, skimming);
  }

  #label(paymentId: string): void {
    const place = this.#places.get(paymentId);
    if (!place) return;
    const { sprees = [] } = this.#accounts.get(place.account) ?? {};
    for (const { filter } of sprees) filter.label(paymentId);
    this.#skimmed.get(place.merchant)?.label(paymentId);
  }

  #ofAccount(seen: ObservedPayment, { sprees }: Account): number {
    const customer = this.#customers.get(seen.facts.customerId);
    const honestRate = (customer?.perDay ?? 0.9) / DAY;
    const odds = sprees.map(({ filter, ratio }) => filter.observe(seen, ratio(seen), honestRate));
    return share(odds);
  }

  /** Many cards that are new, tried at one merchant with small amounts. */
  #ofBurst(seen: ObservedPayment): number {
    const { id, size } = seen.merchant;
    const { euro, count, hours } = THEFT.testedCards;
    const hazard = this.#perSecond('testedCards') * this.#world.customers.length * size;
    const window = hours * HOUR;
    const burst = this.#bursts.get(id) ?? {
      filter: new SpreeFilter({ hazard, window, rate: middle(count) / window }),
      ratio: ({ log, merchant, facts }: ObservedPayment) => {
        const device = facts.deviceId === null ? 1 : this.#sharing(facts.deviceId, facts);
        return (device * evenly(log, euro)) / this.#amounts.stranger(log, merchant);
      },
    };
    this.#bursts.set(id, burst);
    // Only new ones come into question, so it is their rate that counts.
    const rate = this.#newcomers * size;
    return share([burst.filter.observe(seen, burst.ratio(seen), rate)]);
  }

  #skimmedOf(merchant: Merchant): SkimmedMerchant {
    const known = this.#skimmed.get(merchant.id);
    if (known) return known;
    const hazard =
      this.#perSecond('compromisedMerchant') *
      DAY *
      this.#small.all.length *
      this.#small.chanceOf(merchant);
    const skimmed = new SkimmedMerchant(hazard);
    this.#skimmed.set(merchant.id, skimmed);
    return skimmed;
  }

  #accountOf(seen: ObservedPayment): Account {
    const { facts, at } = seen;
    const known = this.#accounts.get(facts.customerId);
    const account = known ?? { firstAt: at, sprees: this.#suspicionsOf(facts.customerId) };
    this.#accounts.set(facts.customerId, account);
    return account;
  }

  #suspicionsOf(account: string): Suspicion[] {
    const customer = this.#customers.get(account);
    return [...this.#ofStranger(account), ...(customer ? this.#ofCustomer(customer) : [])];
  }

  /** What a new account may be, and only from its first payment on. */
  #ofStranger(account: string): Suspicion[] {
    const { stolenCard, madeUpIdentity } = THEFT;
    const among = this.#world.customers.length / this.#newcomers;
    // Compared with how many honest newcomers there are, in terms of the rate of payments.
    const honestRate = (this.#customers.get(account)?.perDay ?? 0.9) / DAY;
    const hazard = (kind: FraudKind, part: number) =>
      this.#perSecond(kind) * part * among * honestRate;
    const fresh = (ratio: (seen: ObservedPayment) => number) => (seen: ObservedPayment) => {
      const { firstAt = seen.at } = this.#accounts.get(account) ?? {};
      return seen.at - firstAt > STRANGER_SECONDS ? 0 : ratio(seen);
    };
    return [
      {
        filter: spreeOf(stolenCard, hazard('stolenCard', 1 - OWN_ACCOUNT_SHARE), { once: true }),
        ratio: fresh(({ log, merchant, facts }) => {
          const amount = this.#raised(log) / this.#amounts.stranger(log, merchant);
          return amount * strangerRatio(facts) * this.#cardRatio(facts);
        }),
      },
      {
        filter: spreeOf(madeUpIdentity, hazard('madeUpIdentity', 1), { once: true }),
        ratio: fresh(({ log, merchant, facts }) => {
          const amount = evenly(log, madeUpIdentity.euro) / this.#amounts.stranger(log, merchant);
          return amount * madeUpRatio(facts);
        }),
      },
    ];
  }

  #ofCustomer(customer: Customer): Suspicion[] {
    const { stolenCard, takenOverAccount, inflatedAmounts } = THEFT;
    const raised =
      (theft: typeof stolenCard | typeof takenOverAccount, ships: boolean) =>
      ({ log, merchant, facts }: ObservedPayment) => {
        const { abroadShare } = theft;
        const amount = this.#amounts.raised(log, customer, theft);
        const usual = this.#amounts.honest(log, customer, merchant);
        const place = merchantRatio(customer, merchant);
        return (amount / usual) * place * intruderRatio(facts, customer, { abroadShare, ships });
      };
    const { factor, share, days } = inflatedAmounts;
    return [
      {
        filter: spreeOf(stolenCard, this.#perSecond('stolenCard') * OWN_ACCOUNT_SHARE),
        ratio: raised(stolenCard, true),
      },
      {
        filter: spreeOf(takenOverAccount, this.#perSecond('takenOverAccount')),
        ratio: raised(takenOverAccount, false),
      },
      {
        filter: new SpreeFilter({
          hazard: this.#perSecond('inflatedAmounts'),
          window: middle(days) * DAY,
          rate: 0,
          share,
        }),
        ratio: ({ log, merchant }) =>
          this.#amounts.inflated(log, customer, merchant, factor) /
          this.#amounts.honest(log, customer, merchant),
      },
    ];
  }

  /** How often a kind of fraud begins for one of those whom it hits. */
  #perSecond(kind: FraudKind): number {
    const { mix = DEFAULT_MIX } = this.options;
    return mix[kind] / 1000 / DAY;
  }

  #cardRatio({ card, customerId }: InitiatedPayment): number {
    if (!card?.fingerprint) return 1;
    const owners = this.#owners.get(`card ${card.fingerprint}`);
    const isShared = [...(owners ?? [])].some((owner) => owner !== customerId);
    return isShared ? CARD_SHARED : CARD_UNSEEN;
  }

  #sharing(device: string, { customerId }: InitiatedPayment): number {
    const owners = this.#owners.get(`device ${device}`);
    return [...(owners ?? [])].some((owner) => owner !== customerId) ? DEVICE_SHARED : 1;
  }

  #remember({ card, deviceId, customerId }: InitiatedPayment): void {
    for (const key of [`card ${card?.fingerprint ?? ''}`, `device ${deviceId ?? ''}`]) {
      const owners = this.#owners.get(key) ?? new Set<string>();
      this.#owners.set(key, owners.add(customerId));
    }
  }
}

type Raid = { readonly count: readonly [number, number]; readonly hours: number };

function spreeOf(
  { count, hours }: Raid,
  hazard: number,
  { once = false }: { readonly once?: boolean } = {},
): SpreeFilter {
  const window = hours * HOUR;
  return new SpreeFilter({ hazard, window, rate: middle(count) / window, once });
}

function middle([least, most]: readonly [number, number]): number {
  return (least + most) / 2;
}

function share(odds: readonly { readonly thief: number; readonly all: number }[]): number {
  const sum = (valueOf: (each: { thief: number; all: number }) => number) =>
    odds.reduce((total, each) => total + valueOf(each), 0);
  return sum(({ thief }) => thief) / (1 + sum(({ all }) => all));
}

function either(one: number, other: number): number {
  return 1 - (1 - one) * (1 - other);
}
