import { isJsonObject } from '../json.js';
import { Unreadable } from '../unreadable.js';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => Number.isSafeInteger(value);
const truth: Check = (value) => typeof value === 'boolean';
const list: Check = Array.isArray;
/** An id, or the object in its place. */
const reference: Check = (value) => text(value) || (isJsonObject(value) && text(value['id']));

function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

function oneOf(words: string): Check {
  const known = new Set<unknown>(words.split(/\s+/));
  return (value) => known.has(value);
}

const MONEY = { id: text, amount: count, currency: text } as const;

/**
 * The fields that our readers rely on, of each object of Stripe's that we act on. What is left out
 * elsewhere may be null or absent.
 *
 * As of 2026-10-28: the object types of the SDK, API version 2026-10-28.endive.
 */
const SHAPES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  payment_intent: {
    ...MONEY,
    amount_received: count,
    metadata: isJsonObject,
    latest_charge: nullable(reference),
    status: oneOf(`requires_payment_method requires_confirmation requires_action processing
      requires_capture canceled succeeded`),
  },
  charge: {
    ...MONEY,
    amount_captured: count,
    captured: truth,
    created: count,
    metadata: isJsonObject,
    payment_intent: nullable(reference),
    balance_transaction: nullable(reference),
  },
  refund: {
    ...MONEY,
    created: count,
    charge: reference,
    status: nullable(oneOf('pending requires_action succeeded failed canceled')),
    balance_transaction: nullable(reference),
  },
  dispute: {
    ...MONEY,
    created: count,
    charge: reference,
    reason: text,
    status: oneOf(`warning_needs_response warning_under_review warning_closed needs_response
      under_review won lost prevented appeal_needs_response appeal_under_review`),
    balance_transactions: list,
    evidence_details: isJsonObject,
  },
  'radar.early_fraud_warning': { id: text, charge: reference, fraud_type: text, actionable: truth },
  review: { id: text, open: truth },
  payout: {
    ...MONEY,
    arrival_date: count,
    status: oneOf('pending in_transit paid failed canceled'),
  },
};

/** @throws Unreadable for an object without a field that we rely on, or with an odd one. */
export function assertReadable(object: unknown): void {
  const kind = isJsonObject(object) ? object['object'] : null;
  const shape = typeof kind === 'string' ? SHAPES[kind] : undefined;
  if (!isJsonObject(object) || !shape)
    throw new Unreadable(`not an object we know: ${String(kind)}`);
  for (const [field, check] of Object.entries(shape)) {
    if (check(object[field])) continue;
    const id = typeof object['id'] === 'string' ? object['id'] : 'without an id';
    throw new Unreadable(`${String(kind)} ${id} has no ${field} that can be read`);
  }
}
