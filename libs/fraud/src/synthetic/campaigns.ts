import { DAY, HOUR, MINUTE } from '../instant.js';
import type { SeededRandom } from '../seeded-random.js';
import { honestDraft, type Draft } from './draft.js';
import type { FraudKind, FraudMix } from './fraud-mix.js';
import { OWN_ACCOUNT_SHARE, THEFT } from './theft.js';
import {
  activeCustomer,
  foreignCountry,
  smallMerchantsOf,
  type Customer,
  type World,
} from './world.js';

/** The fraud of one thief over some days. */
export type Campaign = {
  readonly untilDay: number;
  /** Payments it adds on a day. */
  readonly add?: (day: number) => readonly Draft[];
  /** What it makes of honest payments. */
  readonly corrupt?: (draft: Draft) => void;
};

export type Scene = {
  readonly random: SeededRandom;
  readonly world: World;
  readonly startAt: number;
  /** The day on which the campaign begins. */
  readonly day: number;
  /** Differs for every campaign. */
  readonly serial: number;
};

type Scenario = {
  readonly kind: FraudKind;
  readonly hits: 'customers' | 'small merchants';
  readonly start: (scene: Scene) => Campaign;
};

/** Scenario numbers are positions in this list plus 1. */
export const SCENARIOS: readonly Scenario[] = [
  { kind: 'stolenCard', hits: 'customers', start: stolenCard },
  { kind: 'takenOverAccount', hits: 'customers', start: takenOverAccount },
  { kind: 'testedCards', hits: 'customers', start: testedCards },
  { kind: 'compromisedMerchant', hits: 'small merchants', start: compromisedMerchant },
  { kind: 'inflatedAmounts', hits: 'customers', start: inflatedAmounts },
  { kind: 'madeUpIdentity', hits: 'customers', start: madeUpIdentity },
];

/** How many campaigns of a scenario begin on a day of a world, on average. */
export function campaignsPerDay({ kind, hits }: Scenario, world: World, mix: FraudMix): number {
  const { length } = hits === 'customers' ? world.customers : smallMerchantsOf(world).all;
  return (mix[kind] * length) / 1000;
}

/** 1: someone else's card emptied within hours, from the thief's new account or the victim's. */
function stolenCard(scene: Scene): Campaign {
  const { random, world, serial, day } = scene;
  const victim = activeCustomer(random, world, day);
  const { factor, euroMin, count, hours, abroadShare } = THEFT.stolenCard;
  const thief = random.chance(OWN_ACCOUNT_SHARE) ? `c-thief-${serial}` : victim.id;
  const ipCountry = random.chance(abroadShare)
    ? foreignCountry(random, victim.country)
    : victim.country;
  const changes = { customer: thief, device: `d-thief-${serial}`, ipCountry };
  const drafts = spree(scene, victim, { count: within(random, count), hours }).map((draft) => ({
    ...draft,
    ...changes,
    card: victim.paypal ? null : victim.card,
    merchant: world.merchants.pick(random),
    euro: Math.max(euroMin, victim.meanEuro) * random.between(...factor),
    shippingCountry: random.chance(0.5) ? ipCountry : draft.shippingCountry,
    scenario: 1,
  }));
  return { untilDay: day, add: () => drafts };
}

/** 2: a stranger in the customer's own account. */
function takenOverAccount(scene: Scene): Campaign {
  const { random, world, serial, day } = scene;
  const { factor, euroMin, count, hours, abroadShare } = THEFT.takenOverAccount;
  const victim = activeCustomer(random, world, day);
  const ipCountry = random.chance(abroadShare)
    ? foreignCountry(random, victim.country)
    : victim.country;
  const drafts = spree(scene, victim, { count: within(random, count), hours }).map((draft) => ({
    ...draft,
    device: `d-taken-${serial}`,
    ipCountry,
    merchant: world.merchants.pick(random),
    euro: Math.max(euroMin, victim.meanEuro) * random.between(...factor),
    scenario: 2,
  }));
  return { untilDay: day, add: () => drafts };
}

/** 3: many stolen cards tried with small amounts at one merchant within minutes. */
function testedCards(scene: Scene): Campaign {
  const { random, world, serial, day } = scene;
  const merchant = world.merchants.pick(random);
  const like = activeCustomer(random, world, day);
  const oneAccount = random.chance(0.4);
  const { count, hours, euro } = THEFT.testedCards;
  const tries = spree(scene, like, { count: within(random, count), hours });
  const drafts = tries.map((draft, index) => ({
    ...draft,
    customer: oneAccount ? `c-tester-${serial}` : `c-tester-${serial}-${index}`,
    card: `card-tested-${serial}-${index}`,
    device: `d-tester-${serial}`,
    merchant,
    euro: random.between(...euro),
    scenario: 3,
  }));
  return { untilDay: day, add: () => drafts };
}

/** 4: cards are skimmed at a small shop; most payments there turn out fraudulent for a while. */
function compromisedMerchant(scene: Scene): Campaign {
  const { random, day } = scene;
  const merchant = smallMerchantsOf(scene.world).pick(random);
  const { share: shares, days } = THEFT.compromisedMerchant;
  const share = random.between(...shares);
  return {
    untilDay: day + within(random, days),
    corrupt: (draft) => {
      if (draft.merchant.id !== merchant.id || draft.scenario !== 0) return;
      if (random.chance(share)) draft.scenario = 4;
    },
  };
}

/** 5: card details leaked; some of the customer's payments are the thief's, and larger. */
function inflatedAmounts(scene: Scene): Campaign {
  const { random, day } = scene;
  const { factor, share, days } = THEFT.inflatedAmounts;
  const victim = activeCustomer(random, scene.world, day);
  return {
    untilDay: day + within(random, days),
    corrupt: (draft) => {
      if (draft.customer !== victim.id || draft.scenario !== 0 || random.chance(1 - share)) return;
      draft.euro *= random.between(...factor);
      draft.scenario = 5;
    },
  };
}

/** 6: an account made up for one raid: high amounts, countries that do not fit together. */
function madeUpIdentity(scene: Scene): Campaign {
  const { random, world, serial, day } = scene;
  const { euro, count, hours } = THEFT.madeUpIdentity;
  const like = activeCustomer(random, world, day);
  const ipCountry = foreignCountry(random, like.country);
  const drafts = spree(scene, like, { count: within(random, count), hours }).map((draft) => ({
    ...draft,
    customer: `c-made-up-${serial}`,
    card: like.paypal ? null : `card-made-up-${serial}`,
    device: `d-made-up-${serial}`,
    ipCountry,
    shippingCountry: random.chance(0.6) ? foreignCountry(random, ipCountry) : ipCountry,
    merchant: world.merchants.pick(random),
    euro: random.between(...euro),
    scenario: 6,
  }));
  return { untilDay: day, add: () => drafts };
}

/** A whole number of a range, both ends included. */
function within(random: SeededRandom, [least, most]: readonly [number, number]): number {
  return least + random.below(most - least + 1);
}

/** Payments within a few hours from a random moment of the day. */
function spree(
  { random, world: { merchants }, startAt, day }: Scene,
  like: Customer,
  { count, hours }: { count: number; hours: number },
): Draft[] {
  const dayAt = startAt + day * DAY;
  const from = random.below(DAY - Math.ceil(hours * HOUR) - MINUTE);
  return Array.from({ length: count }, () => ({
    ...honestDraft(random, { customer: like, merchants, dayAt }),
    at: dayAt + from + random.below(Math.ceil(hours * HOUR)),
  }));
}
