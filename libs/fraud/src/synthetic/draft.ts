import { Money, type Currency } from '#money';
import { minorUnitsOf } from '../euro.js';
import type { InitiatedPayment } from '../feature-state.js';
import { homeCurrencyOf } from '../home-currency.js';
import { DAY, HOUR, instantOf } from '../instant.js';
import type { SeededRandom } from '../seeded-random.js';
import { foreignCountry, type Customer, type Market, type Merchant } from './world.js';

/** A payment being made up. Scenario 0 is honest. */
export type Draft = {
  at: number;
  customer: string;
  merchant: Merchant;
  euro: number;
  currency: string;
  card: string | null;
  cardCountry: string;
  device: string;
  ipCountry: string;
  shippingCountry: string;
  scenario: number;
};

/** How honest people differ from day to day; shares of payments, and factors of usual amounts. */
export const HONEST = {
  favouriteShare: 0.93,
  homeCurrencyShare: 0.88,
  travellingShare: 0.02,
  newDeviceShare: 0.012,
  shippedAbroadShare: 0.025,
  /** Honest people sometimes treat themselves, and sometimes pay for a coffee. */
  treat: { share: 0.012, factor: [2.5, 7] },
  trifle: { share: 0.06, factor: [0.01, 0.2] },
} as const;

/** A customer who may pay anywhere in a market, on a day that begins at `dayAt`. */
export type Shopping = {
  readonly customer: Customer;
  readonly merchants: Market;
  readonly dayAt: number;
};

/** What the customer would do on an ordinary day, oddities of honest people included. */
export function honestDraft(
  random: SeededRandom,
  { customer, merchants, dayAt }: Shopping,
  merchant: Merchant = placeOf(random, customer, merchants),
): Draft {
  const usual = customer.meanEuro * merchant.amountFactor;
  const varied = usual * Math.exp(customer.spread * random.normal());
  const { country } = customer;
  const travelling = random.chance(HONEST.travellingShare);
  const newDevice = random.chance(HONEST.newDeviceShare);
  return {
    at: dayAt + timeOfDay(random),
    customer: customer.id,
    merchant,
    euro: Math.max(0.3, varied * unusual(random)),
    currency: random.chance(HONEST.homeCurrencyShare) ? (homeCurrencyOf(country) ?? 'EUR') : 'EUR',
    card: customer.paypal ? null : customer.card,
    cardCountry: country,
    device: newDevice ? `${customer.device}-${random.below(1e9)}` : customer.device,
    ipCountry: travelling ? foreignCountry(random, country) : country,
    shippingCountry: random.chance(HONEST.shippedAbroadShare)
      ? foreignCountry(random, country)
      : country,
    scenario: 0,
  };
}

export function paymentOf(draft: Draft, paymentId: string): InitiatedPayment {
  const { merchant, card } = draft;
  const instant = instantOf(draft.at);
  const known = !merchant.bare;
  const fingerprint = merchant.knowsCards ? card : null;
  return {
    paymentId,
    orderId: `order-${paymentId}`,
    merchantId: merchant.id,
    customerId: draft.customer,
    amount: amountOf(draft.euro, draft.currency),
    provider: card === null ? 'paypal' : 'stripe',
    method: card === null ? { kind: 'paypal' } : { kind: 'card', token: 'pm_card_visa' },
    intent: 'capture',
    card: card === null ? null : { fingerprint, country: known ? draft.cardCountry : null },
    deviceId: known ? draft.device : null,
    ipCountry: known ? draft.ipCountry : null,
    shippingCountry: known ? draft.shippingCountry : null,
    metadata: {},
    occurredAt: instant,
    initiatedAt: instant,
  };
}

function placeOf(random: SeededRandom, { favourites }: Customer, merchants: Market): Merchant {
  return random.chance(HONEST.favouriteShare) ? random.pick(favourites) : merchants.pick(random);
}

function amountOf(euro: number, currency: string): Money {
  const minorUnits = BigInt(Math.max(1, Math.round(minorUnitsOf(euro, currency as Currency))));
  return Money.of(minorUnits, currency);
}

function unusual(random: SeededRandom): number {
  const { treat, trifle } = HONEST;
  if (random.chance(treat.share)) return random.between(...treat.factor);
  return random.chance(trifle.share) ? random.between(...trifle.factor) : 1;
}

/** Mostly in the day, sometimes at night: a shop has customers everywhere. */
function timeOfDay(random: SeededRandom): number {
  const hours = random.chance(0.22) ? random.between(0, 24) : 14.5 + 4.2 * random.normal();
  return Math.floor((((hours % 24) + 24) % 24) * HOUR) % DAY;
}
