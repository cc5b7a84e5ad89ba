import { Money, type Currency } from '#money';
import { minorUnitsOf } from '../euro.js';
import type { PaymentFacts } from '../feature-state.js';
import { homeCurrencyOf } from '../home-currency.js';
import { DAY, HOUR, instantOf } from '../instant.js';
import type { SeededRandom } from '../seeded-random.js';
import { foreignCountry, type Customer, type Merchant } from './world.js';

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

/** What the customer would do on an ordinary day, oddities of honest people included. */
export function honestDraft(random: SeededRandom, customer: Customer, dayAt: number): Draft {
  const merchant = random.pick(random.chance(0.93) ? customer.favourites : customer.others);
  const usual = customer.meanEuro * merchant.amountFactor;
  const varied = usual * Math.exp(customer.spread * random.normal());
  const { country } = customer;
  const travelling = random.chance(0.02);
  const newDevice = random.chance(0.012);
  return {
    at: dayAt + timeOfDay(random),
    customer: customer.id,
    merchant,
    euro: Math.max(0.3, varied * unusual(random)),
    currency: random.chance(0.88) ? (homeCurrencyOf(country) ?? 'EUR') : 'EUR',
    card: customer.paypal ? null : customer.card,
    cardCountry: country,
    device: newDevice ? `${customer.device}-${random.below(1e9)}` : customer.device,
    ipCountry: travelling ? foreignCountry(random, country) : country,
    shippingCountry: random.chance(0.025) ? foreignCountry(random, country) : country,
    scenario: 0,
  };
}

export function paymentOf(draft: Draft, paymentId: string): PaymentFacts {
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

function amountOf(euro: number, currency: string): Money {
  const minorUnits = BigInt(Math.max(1, Math.round(minorUnitsOf(euro, currency as Currency))));
  return Money.of(minorUnits, currency);
}

/** Honest people sometimes treat themselves, and sometimes pay for a coffee. */
function unusual(random: SeededRandom): number {
  if (random.chance(0.012)) return random.between(2.5, 7);
  return random.chance(0.06) ? random.between(0.01, 0.2) : 1;
}

/** Mostly in the day, sometimes at night: a shop has customers everywhere. */
function timeOfDay(random: SeededRandom): number {
  const hours = random.chance(0.22) ? random.between(0, 24) : 14.5 + 4.2 * random.normal();
  return Math.floor((((hours % 24) + 24) % 24) * HOUR) % DAY;
}
