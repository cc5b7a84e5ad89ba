import type { Instant, ProviderFact } from '#provider-port';
import { captureFailedFacts, captureFacts, reversalFacts } from './capture-facts.js';
import { disputeFacts } from './dispute-facts.js';
import { abandonedFacts, approvedFacts, authorisedFacts, voidedFacts } from './payment-facts.js';
import { refundFacts, refundFailedFacts } from './refund-facts.js';

/** @param toldAt when the event happened, for resources that name no time. */
type Reader = (resource: unknown, toldAt: Instant | null) => readonly ProviderFact[];

/** The types we act on; every other one is kept and changes nothing. */
const READERS: Readonly<Record<string, Reader>> = {
  'CHECKOUT.ORDER.APPROVED': approvedFacts,
  'CHECKOUT.PAYMENT-APPROVAL.REVERSED': abandonedFacts,
  'PAYMENT.AUTHORIZATION.CREATED': authorisedFacts,
  'PAYMENT.AUTHORIZATION.VOIDED': voidedFacts,
  'PAYMENT.CAPTURE.COMPLETED': captureFacts,
  'PAYMENT.CAPTURE.DECLINED': captureFailedFacts,
  'PAYMENT.CAPTURE.DENIED': captureFailedFacts,
  'PAYMENT.CAPTURE.REFUNDED': refundFacts,
  'PAYMENT.CAPTURE.REVERSED': reversalFacts,
  'PAYMENT.REFUND.FAILED': refundFailedFacts,
  'CUSTOMER.DISPUTE.CREATED': disputeFacts,
  'CUSTOMER.DISPUTE.UPDATED': disputeFacts,
  'CUSTOMER.DISPUTE.RESOLVED': disputeFacts,
  // The older name of CUSTOMER.DISPUTE.CREATED.
  'RISK.DISPUTE.CREATED': disputeFacts,
};

/** What a webhook at PayPal has to subscribe to, and no more. */
export const PAYPAL_WEBHOOK_TYPES: readonly string[] = Object.keys(READERS);

export function isActedOn(type: string): boolean {
  return Object.hasOwn(READERS, type);
}

/**
 * What an event says about our payments, with the references that the API's answers carry too, so
 * that whichever comes second changes nothing.
 *
 * @throws RangeError for an amount that our ledger cannot hold.
 */
export function paypalFacts(
  type: string,
  resource: unknown,
  toldAt: Instant | null = null,
): readonly ProviderFact[] {
  return isActedOn(type) ? (READERS[type]?.(resource, toldAt) ?? []) : [];
}
