import type { AddressRules } from './address-guard.js';
import type { Signing } from './signing.js';

export type DeliverySettings = AddressRules & {
  readonly signing: Signing;
  readonly timeoutMs: number;
  /** Messages on their way to one endpoint at the same time, once it took one. */
  readonly perEndpointMax: number;
  readonly delaysMs: readonly number[];
  /** An endpoint that took nothing for so long is disabled. */
  readonly disableAfterMs: number;
  readonly pollMs: number;
  /** Opens the sealed texts of a message. Default: there are none. */
  readonly openTexts?: (json: string) => string;
  /** The time now, in Unix milliseconds. */
  readonly now: () => number;
};
