import type { Entity } from './entity.js';
import type { FeatureState } from './feature-state.js';
import { NO_HISTORY, type Current } from './feature-units.js';
import { homeCurrencyOf } from './home-currency.js';
import { DAY, HOUR } from './instant.js';
import { isNew } from './links.js';

const INSTRUMENT_WINDOWS = [HOUR, DAY, 60 * DAY] as const;

export function cardPart(state: FeatureState, customer: Entity | undefined, current: Current) {
  const id = current.facts.card?.fingerprint ?? null;
  const seen = instrument(id === null ? undefined : state.entity('card', id), current);
  return {
    card1hCount: id === null ? 0 : seen.h1 + 1,
    card1dCount: id === null ? 0 : seen.d1 + 1,
    cardCustomerCount: id === null ? 0 : seen.customers,
    cardKnownFraud60dCount: seen.frauds,
    cardNew: isNew(customer, 'card', id, current.at),
    cardOdd1dCount: id === null ? 0 : oddOf(state.entity('card', id), current.at),
  };
}

export function devicePart(state: FeatureState, customer: Entity | undefined, current: Current) {
  const id = current.facts.deviceId;
  const seen = instrument(id === null ? undefined : state.entity('device', id), current);
  return {
    device1hCount: id === null ? 0 : seen.h1 + 1,
    device1dCount: id === null ? 0 : seen.d1 + 1,
    deviceCustomerCount: id === null ? 0 : seen.customers,
    deviceKnownFraud60dCount: seen.frauds,
    deviceNew: isNew(customer, 'device', id, current.at),
    deviceAbsent: Number(id === null),
  };
}

/** What a card and a device have in common. */
function instrument(entity: Entity | undefined, { facts, at }: Current) {
  const [h1, d1, d60] = (entity?.history ?? NO_HISTORY).totals(at, INSTRUMENT_WINDOWS);
  const known = entity?.isLinked('customer', facts.customerId, at) ?? false;
  const customers = (entity?.linkCount('customer', at) ?? 0) + (known ? 0 : 1);
  return { h1: h1.count, d1: d1.count, frauds: d60.frauds, customers };
}

function oddOf(entity: Entity | undefined, at: number): number {
  return (entity?.history ?? NO_HISTORY).marks(at, [DAY] as const)[0].odd;
}

/** Places and currencies, and whether they fit together. */
export function placePart(customer: Entity | undefined, { facts, at }: Current) {
  const cardCountry = facts.card?.country ?? null;
  const home = cardCountry === null ? null : homeCurrencyOf(cardCountry);
  return {
    customerMerchantNew: isNew(customer, 'merchant', facts.merchantId, at),
    cardIpCountryMismatch: differ(cardCountry, facts.ipCountry),
    cardShippingCountryMismatch: differ(cardCountry, facts.shippingCountry),
    ipCountryNew: isNew(customer, 'country', facts.ipCountry, at),
    currencyNew: isNew(customer, 'currency', facts.amount.currency, at),
    currencyForeign: differ(home, facts.amount.currency),
  };
}

function differ(one: string | null, other: string | null): number {
  return Number(one !== null && other !== null && one !== other);
}
