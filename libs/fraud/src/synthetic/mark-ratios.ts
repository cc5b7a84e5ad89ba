import type { InitiatedPayment } from '../feature-state.js';
import { HONEST } from './draft.js';
import { THEFT } from './theft.js';
import type { Customer, Merchant } from './world.js';

/** About as many countries as a stranger may come from. */
const COUNTRIES = 19;

/** How much more probable the merchant is as a thief's, who picks any, than as the customer's. */
export function merchantRatio({ favourites }: Customer, { id, size }: Merchant): number {
  const times = favourites.filter((favourite) => favourite.id === id).length / favourites.length;
  return size / (HONEST.favouriteShare * times + (1 - HONEST.favouriteShare) * size);
}

/** Likewise of device and countries, for a thief in a known customer's account. */
export function intruderRatio(
  { deviceId, ipCountry, shippingCountry }: InitiatedPayment,
  { device, country }: Customer,
  { abroadShare, ships }: { readonly abroadShare: number; readonly ships: boolean },
): number {
  if (deviceId === null || ipCountry === null) return 1;
  if (deviceId === device) return 0;
  const abroad = ipCountry !== country;
  const place = abroad
    ? abroadShare / HONEST.travellingShare
    : (1 - abroadShare) / (1 - HONEST.travellingShare);
  const shipping = ships ? shippingRatio({ ipCountry, shippingCountry, country }) : 1;
  return (place * shipping) / HONEST.newDeviceShare;
}

/** Likewise of countries, for a thief with a stolen card in an account of the thief's own. */
export function strangerRatio({ card, ipCountry, shippingCountry }: InitiatedPayment): number {
  if (ipCountry === null) return 1;
  const { abroadShare } = THEFT.stolenCard;
  const country = card?.country ?? null;
  if (country === null) {
    const together = 1 - abroadShare / 2;
    return ipCountry === shippingCountry ? together / 0.955 : (1 - together) / 0.045;
  }
  const place =
    ipCountry === country
      ? (1 - abroadShare) / (1 - HONEST.travellingShare)
      : abroadShare / HONEST.travellingShare;
  return place * shippingRatio({ ipCountry, shippingCountry, country });
}

/** Likewise for an identity that was made up. */
export function madeUpRatio({ card, ipCountry, shippingCountry }: InitiatedPayment): number {
  if (ipCountry === null) return 1;
  if (card?.country === ipCountry) return 0;
  const together = ipCountry === shippingCountry ? 0.43 / 0.955 : 0.57 / 0.045;
  return (card?.country ?? null) === null ? together : together / HONEST.travellingShare;
}

type Places = {
  readonly ipCountry: string;
  readonly shippingCountry: string | null;
  readonly country: string;
};

/** Half of the thieves have it sent to where they are. */
function shippingRatio({ ipCountry, shippingCountry, country }: Places): number {
  const usual =
    shippingCountry === country
      ? 1 - HONEST.shippedAbroadShare
      : HONEST.shippedAbroadShare / COUNTRIES;
  return (0.5 * Number(shippingCountry === ipCountry) + 0.5 * usual) / usual;
}
