import { listAt, textAt } from '../json.js';
import type { LookUpRequest, ProviderFact } from '#provider-port';
import { Readings } from '../unreadable.js';
import type { PayPalAccount } from './account.js';
import { captureFailedFacts, captureFacts } from './capture-facts.js';
import { disputeFacts } from './dispute-facts.js';
import { abandonedFacts, approvedFacts, authorisedFacts, voidedFacts } from './payment-facts.js';
import { refundFacts, refundFailedFacts } from './refund-facts.js';
import { paymentsIn, upId } from './resources.js';

/**
 * Everything that PayPal's objects tell of one payment, in the words of its events.
 *
 * @throws UnreadableObjects with what could be read.
 */
export async function lookUp(
  account: PayPalAccount,
  request: LookUpRequest,
): Promise<readonly ProviderFact[]> {
  const order = await orderOf(account, request);
  if (order === null) return [];
  const captures = paymentsIn(order, 'captures');
  const readings = new Readings();
  readings.add(() => approvalOf(order, account.instant()));
  readings.addEach(paymentsIn(order, 'authorizations'), (held) => authorisedFacts(held));
  readings.addEach(captures, captureOf);
  // A hold that was captured in part is given up after that.
  readings.addEach(paymentsIn(order, 'authorizations'), releaseOf);
  readings.addEach(paymentsIn(order, 'refunds'), refundOf);
  const own = new Set(captures.map((capture) => textAt(capture, 'id')));
  readings.addEach(await disputesOf(account, captures), (dispute) =>
    // A dispute may be over transactions of other payments too.
    disputeFacts(dispute).filter(
      (fact) => 'captureReference' in fact && own.has(fact.captureReference),
    ),
  );
  return readings.factsOf(request.paymentId);
}

/** The order lists everything done with a payment; an authorisation names its order. */
async function orderOf(
  account: PayPalAccount,
  { orderReference, reference }: LookUpRequest,
): Promise<unknown> {
  if (orderReference !== null) return account.read(`/v2/checkout/orders/${orderReference}`);
  if (reference === null) return null;
  const authorisation = await account.read(`/v2/payments/authorizations/${reference}`);
  const related = textAt(authorisation, 'supplementary_data', 'related_ids', 'order_id');
  const orderId = related ?? upId(authorisation, 'orders');
  return orderId === null ? null : account.read(`/v2/checkout/orders/${orderId}`);
}

function approvalOf(order: unknown, now: string): readonly ProviderFact[] {
  switch (textAt(order, 'status')) {
    case 'APPROVED':
      return approvedFacts(order);
    case 'VOIDED':
      return paymentsIn(order, 'authorizations').length > 0 ? [] : abandonedFacts(order, now);
    default:
      return [];
  }
}

function releaseOf(authorisation: unknown): readonly ProviderFact[] {
  return textAt(authorisation, 'status') === 'VOIDED' ? voidedFacts(authorisation) : [];
}

function captureOf(capture: unknown): readonly ProviderFact[] {
  switch (textAt(capture, 'status')) {
    case 'COMPLETED':
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED':
      return captureFacts(capture);
    case 'PENDING':
      return [];
    default:
      return captureFailedFacts(capture);
  }
}

function refundOf(refund: unknown): readonly ProviderFact[] {
  const status = textAt(refund, 'status');
  return status === 'FAILED' || status === 'CANCELLED'
    ? refundFailedFacts(refund)
    : refundFacts(refund);
}

/** PayPal's list of disputes leaves their money out, so each is read by itself. */
async function disputesOf(
  account: PayPalAccount,
  captures: readonly unknown[],
): Promise<readonly unknown[]> {
  const disputes: unknown[] = [];
  const seen = new Set<string>();
  for (const capture of captures) {
    const disputed = { disputed_transaction_id: textAt(capture, 'id') ?? '', page_size: '50' };
    const list = await account.read('/v1/customer/disputes', disputed);
    for (const item of listAt(list, 'items')) {
      const id = textAt(item, 'dispute_id');
      if (id === null || seen.has(id)) continue;
      seen.add(id);
      disputes.push(await account.read(`/v1/customer/disputes/${id}`));
    }
  }
  return disputes;
}
