import type { Money } from '#money';
import { listAt, textAt } from '../json.js';
import { fromPayPalAmount } from './amount.js';
import type { ProviderFact } from '../provider-fact.js';

/**
 * What an event says about our payments, with the references that the API's answers carry too, so
 * that whichever comes second changes nothing. Types not listed are kept and not acted on.
 *
 * @throws RangeError for an amount that our ledger cannot hold.
 */
export function paypalFacts(type: string, resource: unknown): readonly ProviderFact[] {
  switch (type) {
    case 'CHECKOUT.ORDER.APPROVED':
      return approved(resource);
    case 'PAYMENT.AUTHORIZATION.CREATED':
      return authorised(resource);
    case 'PAYMENT.AUTHORIZATION.VOIDED':
      return voided(resource);
    case 'PAYMENT.CAPTURE.COMPLETED':
      return captured(resource);
    case 'PAYMENT.CAPTURE.REFUNDED':
      return refunded(resource);
    case 'PAYMENT.REFUND.FAILED':
      return refundFailed(resource);
    default:
      return [];
  }
}

function approved(order: unknown): readonly ProviderFact[] {
  const orderReference = textAt(order, 'id');
  const at = timeOf(order);
  if (orderReference === null || at === null) return [];
  const paymentId = textAt(order, 'purchase_units', 0, 'custom_id');
  return [{ kind: 'payer-action-completed', paymentId, at, orderReference }];
}

function authorised(authorisation: unknown): readonly ProviderFact[] {
  const told = common(authorisation, 'create_time');
  // A review that is pending promises nothing yet.
  if (!told || textAt(authorisation, 'status') === 'PENDING') return [];
  const { invoiceId: authorisationId, ...fact } = told;
  const expiresAt = instantAt(authorisation, 'expiration_time');
  return [{ kind: 'authorised', ...fact, authorisationId, expiresAt }];
}

/** PayPal has no state "expired": at its end an authorisation is voided like any other. */
function voided(authorisation: unknown): readonly ProviderFact[] {
  const reference = textAt(authorisation, 'id');
  const at = timeOf(authorisation);
  if (reference === null || at === null) return [];
  const end = instantAt(authorisation, 'expiration_time');
  const paymentId = textAt(authorisation, 'custom_id');
  return [{ kind: 'voided', paymentId, at, reference, expired: end !== null && end <= at }];
}

function captured(capture: unknown): readonly ProviderFact[] {
  const told = common(capture, 'create_time');
  if (!told) return [];
  const { invoiceId: captureId, ...fact } = told;
  const authorisationReference =
    textAt(capture, 'supplementary_data', 'related_ids', 'authorization_id') ??
    upId(capture, 'authorizations') ??
    '';
  const fee = moneyAt(capture, 'seller_receivable_breakdown', 'paypal_fee');
  return [{ kind: 'captured', ...fact, captureId, authorisationReference, fee }];
}

function refunded(refund: unknown): readonly ProviderFact[] {
  const told = common(refund, 'create_time');
  const captureReference = upId(refund, 'captures');
  if (!told || captureReference === null || textAt(refund, 'status') !== 'COMPLETED') return [];
  const { invoiceId: refundId, ...fact } = told;
  return [{ kind: 'refunded', ...fact, refundId, captureReference }];
}

function refundFailed(refund: unknown): readonly ProviderFact[] {
  const told = common(refund, 'update_time');
  if (!told) return [];
  const { invoiceId: refundId, ...fact } = told;
  return [{ kind: 'refund-failed', ...fact, refundId, code: 'REFUND_FAILED' }];
}

/** What authorisations, captures and refunds have in common; null when the essence is missing. */
function common(resource: unknown, time: 'create_time' | 'update_time') {
  const reference = textAt(resource, 'id');
  const amount = moneyAt(resource, 'amount');
  const at = instantAt(resource, time) ?? timeOf(resource);
  if (reference === null || amount === null || at === null) return null;
  const paymentId = textAt(resource, 'custom_id');
  return { reference, amount, at, paymentId, invoiceId: textAt(resource, 'invoice_id') };
}

function timeOf(resource: unknown): string | null {
  return instantAt(resource, 'update_time') ?? instantAt(resource, 'create_time');
}

function instantAt(resource: unknown, field: string): string | null {
  const ms = Date.parse(textAt(resource, field) ?? '');
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

function moneyAt(resource: unknown, ...path: string[]): Money | null {
  const value = textAt(resource, ...path, 'value');
  const currencyCode = textAt(resource, ...path, 'currency_code');
  return value === null || currencyCode === null ? null : fromPayPalAmount({ value, currencyCode });
}

/** The id in the link to the object that this one follows from. */
function upId(resource: unknown, collection: 'authorizations' | 'captures'): string | null {
  for (const link of listAt(resource, 'links')) {
    if (textAt(link, 'rel') !== 'up') continue;
    const id = new RegExp(`/${collection}/([^/?]+)$`).exec(textAt(link, 'href') ?? '')?.[1];
    if (id !== undefined) return id;
  }
  return null;
}
