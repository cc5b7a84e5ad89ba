import type { PayPalAuthorization } from './records.js';

const DAY_MS = 24 * 3600 * 1000;

/** One that expired after 29 days takes no capture; PayPal voids it at the end of the thirtieth. */
export function lapsesAt({ expiresAtMs }: PayPalAuthorization): number {
  return expiresAtMs + DAY_MS;
}
