import { anything, list, object, oneOf, readShape, text } from '../shape.js';
import { readBody } from './bodies.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import { readMoney } from './money.js';
import type { PayPalOrder, PurchaseUnit } from './records.js';

const patches = list(
  object(
    { op: oneOf('add', 'remove', 'replace'), path: text(500), value: anything(), from: text(500) },
    'op',
  ),
  10,
);

const patchedAmount = object(
  { currency_code: text(3), value: text(32), breakdown: anything() },
  'currency_code',
  'value',
);

type Patch = ReturnType<typeof patches>[number];

const TEXT_FIELDS = ['custom_id', 'invoice_id', 'description', 'soft_descriptor'] as const;

type TextField = (typeof TEXT_FIELDS)[number];

/**
 * Changes an order until it is finished.
 *
 * @throws PayPalRefusal when it is, and for what cannot be changed.
 */
export function patchOrder(desk: PayPalDesk, id: string, body: Buffer): PayPalOrder {
  const changes = readBody(patches, body);
  const order = desk.order(id);
  if (order.status === 'COMPLETED') throw refused('ORDER_ALREADY_COMPLETED');
  const patched = changes.reduce(apply, order);
  const updated = { ...patched, updatedAt: desk.nowIso };
  desk.draft.put('paypal-order', id, updated);
  return updated;
}

function apply(order: PayPalOrder, { op, path, value }: Patch): PayPalOrder {
  if (path === undefined) throw refused('PATCH_PATH_REQUIRED');
  if (value === undefined && op !== 'remove') throw refused('PATCH_VALUE_REQUIRED');
  if (path === '/intent') return { ...order, intent: intentOf(value) };
  const field = fieldOf(order, path);
  if (field === 'amount') return { ...order, unit: withAmount(order, value) };
  const name = TEXT_FIELDS.find((each) => each === field);
  if (name === undefined) throw refused('NOT_PATCHABLE', { field: path });
  return { ...order, unit: withText(order.unit, name, op === 'remove' ? null : value) };
}

function intentOf(value: unknown): PayPalOrder['intent'] {
  if (value === 'CAPTURE' || value === 'AUTHORIZE') return value;
  throw refused('INVALID_PARAMETER_VALUE', { field: '/intent' });
}

/** What of the order's only purchase unit a path leads to. */
function fieldOf({ unit }: PayPalOrder, path: string): string | undefined {
  const found = /^\/purchase_units\/@reference_id=='([^']*)'\/(\w+)$/.exec(path);
  if (found === null) throw refused('INVALID_JSON_POINTER_FORMAT', { value: path });
  if (found[1] !== unit.referenceId) throw refused('REFERENCE_ID_NOT_FOUND');
  return found[2];
}

function withAmount({ status, unit }: PayPalOrder, value: unknown): PurchaseUnit {
  const { read, problems } = readShape(patchedAmount, value);
  if (problems.length > 0) throw refused('INVALID_PARAMETER_VALUE', { field: '/amount' });
  const money = readMoney(read, '/purchase_units/0/amount');
  // The payer has agreed to an amount: more of it needs them again.
  if (status === 'APPROVED' && money.minorUnits > unit.amount) {
    throw refused('AMOUNT_CHANGE_NOT_ALLOWED');
  }
  const shown = { ...unit.shown, amount: value };
  return { ...unit, currency: money.currency, amount: money.minorUnits, shown };
}

function withText(unit: PurchaseUnit, name: TextField, value: unknown): PurchaseUnit {
  if (value !== null && (typeof value !== 'string' || value.length > 127)) {
    throw refused('INVALID_PARAMETER_VALUE', { field: `/${name}` });
  }
  if (name === 'custom_id') return { ...unit, customId: value };
  if (name === 'invoice_id') return { ...unit, invoiceId: value };
  const others = Object.entries(unit.shown).filter(([each]) => each !== name);
  const shown = value === null ? others : [...others, [name, value] as const];
  return { ...unit, shown: Object.fromEntries(shown) };
}
