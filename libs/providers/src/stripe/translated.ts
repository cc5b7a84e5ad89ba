import { Stripe } from 'stripe';
import type { VerifiedWebhook } from '../provider-fact.js';
import { stripeFacts } from './facts.js';

/**
 * An event in our words. One that cannot be read, because its amount fits no ledger of ours or its
 * version of the API has another shape, is kept with the reason and without facts.
 */
export function translated(event: Stripe.Event): VerifiedWebhook {
  const { id: eventId, type } = event;
  const apiVersion = event.api_version ?? null;
  const kept = { provider: 'stripe', eventId, type, apiVersion } as const;
  try {
    return { ...kept, facts: stripeFacts(event), unreadable: null };
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    const other = apiVersion === Stripe.API_VERSION ? '' : ` (API version ${apiVersion ?? 'none'})`;
    return { ...kept, facts: [], unreadable: `${error.message}${other}` };
  }
}
