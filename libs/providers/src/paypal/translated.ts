import { listAt, textAt, type JsonObject } from '../json.js';
import { ourId } from '../our-id.js';
import type { VerifiedWebhook, WebhookSubject } from '#provider-port';
import { isUnreadable } from '../unreadable.js';
import { paypalFacts } from './facts.js';
import { instantAt, upId } from './resources.js';

/**
 * An event in our words; null when it is none of PayPal's. One that cannot be read is kept with the
 * reason and with what to look up.
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
    if (!isUnreadable(error)) throw error;
    const subject = subjectOf(event['resource']);
    return { ...kept, facts: [], unreadable: error.message, subject };
  }
}

/** Whose object it is, as far as it says, and by which ids PayPal can be asked. */
function subjectOf(resource: unknown): WebhookSubject {
  const disputed = listAt(resource, 'disputed_transactions');
  const references = [
    ...disputed.map((transaction) => textAt(transaction, 'seller_transaction_id')),
    textAt(resource, 'order_id'),
    textAt(resource, 'id'),
    upId(resource, 'captures'),
    upId(resource, 'authorizations'),
    upId(resource, 'orders'),
  ].filter((id) => id !== null);
  const custom =
    textAt(resource, 'custom_id') ??
    textAt(resource, 'purchase_units', 0, 'custom_id') ??
    (disputed.length === 1 ? textAt(disputed[0], 'custom') : null);
  return { paymentId: ourId(custom), references };
}
