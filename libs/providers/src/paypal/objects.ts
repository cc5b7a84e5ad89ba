import type {
  CapturedPayment,
  LinkDescription,
  Order,
  OrdersCapture,
  Refund,
} from '@paypal/paypal-server-sdk';
import { Money } from '#money';
import { type Instant, ProviderUnavailable } from '#provider-port';
import { feeOrUnknown } from '../unreadable.js';
import { fromPayPalAmount, type PayPalAmount } from './amount.js';

/** PayPal leaves out what it does not know; without these, an answer tells nothing. */
export class IncompleteAnswer extends Error {
  override readonly name = 'IncompleteAnswer';
}

/** @throws IncompleteAnswer */
export function present<Value>(value: Value | null | undefined, field: string): Value {
  if (value === null || value === undefined) {
    throw new IncompleteAnswer(`PayPal’s answer has no ${field}`);
  }
  return value;
}

/**
 * Of an object whose status is no outcome: it is pending, or its status is missing or of a later
 * version of the API. Only what PayPal documents as done counts as done.
 */
export function undecided(reference: string, status?: string, why?: string): ProviderUnavailable {
  const reason = `${reference} is ${status?.toLowerCase() ?? 'without a status'}: ${why ?? ''}`;
  return new ProviderUnavailable('paypal', reason, { undecided: true });
}

/** Any RFC 3339 time, in our words. @throws IncompleteAnswer for anything else. */
export function instantFrom(time: string | undefined): Instant {
  const ms = Date.parse(present(time, 'time'));
  if (Number.isNaN(ms)) throw new IncompleteAnswer(`not a time: ${time ?? ''}`);
  return new Date(ms).toISOString();
}

/** Where to send the payer; orders with a payment source call it `payer-action`. */
export function approvalUrlOf({ links }: Order): string {
  const url = linkOf(links, 'payer-action') ?? linkOf(links, 'approve');
  return present(url, 'approval link');
}

export function linkOf(links: LinkDescription[] | undefined, rel: string): string | null {
  return links?.find((link) => link.rel === rel)?.href ?? null;
}

/** The fee of a capture; null while PayPal has not settled it. */
export function feeOf({
  sellerReceivableBreakdown: breakdown,
}: Pick<CapturedPayment, 'sellerReceivableBreakdown'>): Money | null {
  return feeIn(breakdown);
}

/** What PayPal gives back of its fee with a refund, as a fee: negative. Null: not told. */
export function returnedFeeOf({
  sellerPayableBreakdown: breakdown,
}: Pick<Refund, 'sellerPayableBreakdown'>): Money | null {
  return feeIn(breakdown)?.negated() ?? null;
}

type Breakdown = {
  readonly grossAmount?: PayPalAmount;
  readonly paypalFee?: PayPalAmount;
  readonly netAmount?: PayPalAmount;
};

/** PayPal leaves a fee out where it takes none: then net and gross are the same. */
function feeIn({ grossAmount, paypalFee, netAmount }: Breakdown = {}): Money | null {
  return feeOrUnknown(() => {
    if (paypalFee) return fromPayPalAmount(paypalFee);
    if (!grossAmount || !netAmount) return null;
    const gross = fromPayPalAmount(grossAmount);
    return gross.equals(fromPayPalAmount(netAmount)) ? Money.zero(gross.currency) : null;
  });
}

export function authorisationsOf(order: Order) {
  return order.purchaseUnits?.flatMap((unit) => unit.payments?.authorizations ?? []) ?? [];
}

export function capturesOf(order: Order): OrdersCapture[] {
  return order.purchaseUnits?.flatMap((unit) => unit.payments?.captures ?? []) ?? [];
}

export function refundsOf(order: Order): Refund[] {
  return order.purchaseUnits?.flatMap((unit) => unit.payments?.refunds ?? []) ?? [];
}

type Related = Pick<CapturedPayment, 'supplementaryData' | 'links'>;

/** The order that a capture or authorisation belongs to. */
export function orderIdOf({ supplementaryData, links }: Related): string | null {
  const related = supplementaryData?.relatedIds?.orderId;
  if (related !== undefined) return related;
  const up = links?.map(({ href }) => /\/checkout\/orders\/([^/?]+)$/.exec(href)?.[1]) ?? [];
  return up.find((id) => id !== undefined) ?? null;
}
