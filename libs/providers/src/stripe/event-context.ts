import type { Instant } from '#provider-port';
import type { JsonObject } from '../json.js';

/** What an event says beside its object. */
export type EventContext = {
  readonly at: Instant;
  /** What changed, as it was before; empty where Stripe does not tell. */
  readonly previous: JsonObject;
};
