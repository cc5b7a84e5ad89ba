import { Money } from '#money';
import { listAt, textAt } from '../json.js';
import type { Instant } from '../instant.js';
import { ourId } from '../our-id.js';
import { fromPayPalAmount } from './amount.js';

/** Reads PayPal's resources as webhooks and plain answers write them. */
export function instantAt(resource: unknown, field: string): Instant | null {
  const ms = Date.parse(textAt(resource, field) ?? '');
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

/** When a resource was last changed. */
export function timeOf(resource: unknown): Instant | null {
  return instantAt(resource, 'update_time') ?? instantAt(resource, 'create_time');
}

/** @throws RangeError for an amount that our ledger cannot hold. */
export function moneyAt(resource: unknown, ...path: readonly string[]): Money | null {
  const value = textAt(resource, ...path, 'value');
  const currencyCode = textAt(resource, ...path, 'currency_code');
  return value === null || currencyCode === null ? null : fromPayPalAmount({ value, currencyCode });
}

/**
 * The fee in a breakdown of what a movement comes to; PayPal leaves it out where it takes none, and
 * then net and gross are the same. Null: not told.
 */
export function feeAt(resource: unknown, breakdown: string): Money | null {
  const fee = moneyAt(resource, breakdown, 'paypal_fee');
  if (fee) return fee;
  const gross = moneyAt(resource, breakdown, 'gross_amount');
  const net = moneyAt(resource, breakdown, 'net_amount');
  return gross && net?.equals(gross) === true ? Money.zero(gross.currency) : null;
}

/** The id in the link to the object that this one follows from. */
export function upId(
  resource: unknown,
  collection: 'authorizations' | 'captures' | 'orders',
): string | null {
  for (const link of listAt(resource, 'links')) {
    if (textAt(link, 'rel') !== 'up') continue;
    const id = new RegExp(`/${collection}/([^/?]+)$`).exec(textAt(link, 'href') ?? '')?.[1];
    if (id !== undefined) return id;
  }
  return null;
}

/** Everything of one kind that was done with an order. */
export function paymentsIn(
  order: unknown,
  kind: 'authorizations' | 'captures' | 'refunds',
): readonly unknown[] {
  return listAt(order, 'purchase_units').flatMap((unit) => listAt(unit, 'payments', kind));
}

/** What authorisations, captures and refunds have in common; null when the essence is missing. */
export function common(resource: unknown, time: 'create_time' | 'update_time') {
  const reference = textAt(resource, 'id');
  const amount = moneyAt(resource, 'amount');
  const at = instantAt(resource, time) ?? timeOf(resource);
  if (reference === null || amount === null || at === null) return null;
  const paymentId = ourId(textAt(resource, 'custom_id'));
  return { reference, amount, at, paymentId, invoiceId: ourId(textAt(resource, 'invoice_id')) };
}
