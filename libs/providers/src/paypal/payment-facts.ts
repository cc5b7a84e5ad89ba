import { textAt } from '../json.js';
import type { Instant, ProviderFact } from '#provider-port';
import { ourId } from '../our-id.js';
import { denialIn } from './processor.js';
import { common, instantAt, needed, oneOf, timeOf } from './resources.js';

export function approvedFacts(order: unknown): readonly ProviderFact[] {
  const orderReference = needed(textAt(order, 'id'), order, 'id');
  const at = needed(timeOf(order), order, 'create_time');
  const paymentId = ourId(textAt(order, 'purchase_units', 0, 'custom_id'));
  return [{ kind: 'payer-action-completed', paymentId, at, orderReference }];
}

/** The approval is undone; the event names the order otherwise than orders do. */
export function abandonedFacts(order: unknown, toldAt: Instant | null): readonly ProviderFact[] {
  const orderReference = needed(textAt(order, 'order_id') ?? textAt(order, 'id'), order, 'id');
  const at = needed(timeOf(order) ?? toldAt, order, 'create_time');
  const paymentId = ourId(textAt(order, 'purchase_units', 0, 'custom_id'));
  const reason = 'the approval was undone at PayPal';
  return [{ kind: 'payer-action-abandoned', paymentId, at, orderReference, reason }];
}

const STATUSES = [
  'CREATED',
  'PENDING',
  'CAPTURED',
  'PARTIALLY_CAPTURED',
  'DENIED',
  'VOIDED',
  'EXPIRED',
] as const;

export function authorisedFacts(authorisation: unknown): readonly ProviderFact[] {
  const status = oneOf(STATUSES, authorisation, 'status');
  const { invoiceId: authorisationId, ...fact } = common(authorisation, 'create_time');
  // A review that is pending promises nothing yet.
  if (status === 'PENDING') return [];
  if (status === 'DENIED') {
    const { paymentId, at, reference } = fact;
    const denial = denialIn(authorisation, 'AUTHORIZATION_DENIED');
    const reason = `${reference} was denied`;
    return [{ kind: 'authorisation-declined', paymentId, at, authorisationId, ...denial, reason }];
  }
  const expiresAt = instantAt(authorisation, 'expiration_time');
  return [{ kind: 'authorised', ...fact, authorisationId, expiresAt }];
}

/** PayPal has no state "expired": at its end an authorisation is voided like any other. */
export function voidedFacts(authorisation: unknown): readonly ProviderFact[] {
  const reference = needed(textAt(authorisation, 'id'), authorisation, 'id');
  const at = needed(timeOf(authorisation), authorisation, 'update_time');
  const end = instantAt(authorisation, 'expiration_time');
  const paymentId = ourId(textAt(authorisation, 'custom_id'));
  return [{ kind: 'voided', paymentId, at, reference, expired: end !== null && end <= at }];
}
