import { Stripe } from 'stripe';
import { isJsonObject, textAt } from '../json.js';
import { ourId } from '../our-id.js';
import type { VerifiedWebhook, WebhookSubject } from '#provider-port';
import { isUnreadable } from '../unreadable.js';
import { stripeFacts } from './facts.js';
import { isAskable } from './payment-of.js';

/**
 * An event in our words. One that cannot be read, because its amount fits no ledger of ours or its
 * version of the API has another shape, is kept with the reason and with what to look up.
 */
export function translated(event: Stripe.Event): VerifiedWebhook {
  const kept = headOf(event);
  const { apiVersion } = kept;
  try {
    return { ...kept, facts: stripeFacts(event), unreadable: null };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    const other = isOurVersion(apiVersion) ? '' : ` (API version ${apiVersion ?? 'none'})`;
    const unreadable = `${error.message}${other}`;
    return { ...kept, facts: [], unreadable, subject: subjectOf(event) };
  }
}

export function headOf({ id: eventId, type, api_version }: Stripe.Event) {
  return { provider: 'stripe', eventId, type, apiVersion: api_version ?? null } as const;
}

/** Whether events of a version have the shape that we read; another often has, too. */
export function isOurVersion(apiVersion: string | null): boolean {
  return apiVersion === Stripe.API_VERSION;
}

/** Whose object it is, as far as it says, and by which ids Stripe can be asked. */
function subjectOf(event: Stripe.Event): WebhookSubject {
  const data: unknown = event.data;
  const object = isJsonObject(data) ? data['object'] : null;
  const named = ['payment_intent', 'charge'].map(
    (field) => textAt(object, field) ?? textAt(object, field, 'id'),
  );
  const references = [...named, textAt(object, 'id')].filter((id) => id !== null).filter(isAskable);
  return { paymentId: ourId(textAt(object, 'metadata', 'payment_id')), references };
}
