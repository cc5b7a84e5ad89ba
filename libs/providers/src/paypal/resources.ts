import { Money } from '#money';
import { listAt, textAt, valueAt } from '../json.js';
import type { Instant } from '#provider-port';
import { ourId } from '../our-id.js';
import { feeOrUnknown, Unreadable } from '../unreadable.js';
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

/**
 * An amount, null where there is none.
 *
 * @throws Unreadable where something else is in its place.
 * @throws RangeError for an amount that our ledger cannot hold.
 */
export function moneyAt(resource: unknown, ...path: readonly string[]): Money | null {
  if (isAbsent(valueAt(resource, path))) return null;
  const value = textAt(resource, ...path, 'value');
  const currencyCode = textAt(resource, ...path, 'currency_code');
  if (value === null || currencyCode === null) throw unreadable(resource, path.join('.'));
  return fromPayPalAmount({ value, currencyCode });
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** A field that our readers rely on. @throws Unreadable when it is absent. */
export function needed<Value>(value: Value | null, resource: unknown, field: string): Value {
  if (value === null) throw unreadable(resource, field);
  return value;
}

/** One of the words that PayPal documents for a field. @throws Unreadable for any other. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  resource: unknown,
  field: string,
): Word {
  const found = words.find((word) => word === textAt(resource, field));
  return needed(found ?? null, resource, field);
}

function unreadable(resource: unknown, field: string): Unreadable {
  const id = textAt(resource, 'id') ?? textAt(resource, 'dispute_id') ?? 'without an id';
  return new Unreadable(`the resource ${id} has no ${field} that can be read`);
}

/**
 * The fee in a breakdown of what a movement comes to; PayPal leaves it out where it takes none, and
 * then net and gross are the same. Null: not told.
 */
export function feeAt(resource: unknown, breakdown: string): Money | null {
  return feeOrUnknown(() => {
    const fee = moneyAt(resource, breakdown, 'paypal_fee');
    if (fee) return fee;
    const gross = moneyAt(resource, breakdown, 'gross_amount');
    const net = moneyAt(resource, breakdown, 'net_amount');
    return gross && net?.equals(gross) === true ? Money.zero(gross.currency) : null;
  });
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

/**
 * What authorisations, captures and refunds have in common.
 *
 * @throws Unreadable when the essence is missing.
 */
export function common(resource: unknown, time: 'create_time' | 'update_time') {
  const reference = needed(textAt(resource, 'id'), resource, 'id');
  const amount = needed(moneyAt(resource, 'amount'), resource, 'amount');
  const at = needed(instantAt(resource, time) ?? timeOf(resource), resource, time);
  const paymentId = ourId(textAt(resource, 'custom_id'));
  return { reference, amount, at, paymentId, invoiceId: ourId(textAt(resource, 'invoice_id')) };
}
