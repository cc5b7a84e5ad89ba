import { textAt, type JsonObject } from '../json.js';
import type { VerifiedWebhook } from '../provider-fact.js';
import { paypalFacts } from './facts.js';
import { instantAt } from './resources.js';

/**
 * An event in our words; null when it is none of PayPal's. One whose amount fits no ledger of ours
 * is kept with the reason and without facts.
 */
export function translated(event: JsonObject): VerifiedWebhook | null {
  const eventId = textAt(event, 'id');
  const type = textAt(event, 'event_type');
  if (eventId === null || type === null) return null;
  const apiVersion = textAt(event, 'resource_version') ?? textAt(event, 'event_version');
  const kept = { provider: 'paypal', eventId, type, apiVersion } as const;
  try {
    const facts = paypalFacts(type, event['resource'], instantAt(event, 'create_time'));
    return { ...kept, facts, unreadable: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { ...kept, facts: [], unreadable: error.message };
  }
}
