import type { BODIES } from './bodies.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import { readMoney } from './money.js';
import type { PayPalOrder, PurchaseUnit } from './records.js';

type CreateOrder = ReturnType<typeof BODIES.createOrder>;
type UnitRequest = CreateOrder['purchase_units'][number];

/** A payer has three hours to approve. */
const ORDER_LIFE_MS = 3 * 3600 * 1000;

/** @throws PayPalRefusal for amounts and payment sources that PayPal does not take. */
export function createOrder(desk: PayPalDesk, body: CreateOrder): PayPalOrder {
  const [unit] = body.purchase_units;
  if (unit === undefined) {
    throw refused('MISSING_REQUIRED_PARAMETER', { field: '/purchase_units/0', location: 'body' });
  }
  const source = body.payment_source;
  if (source?.card !== undefined) throw refused('NOT_ENABLED_FOR_CARD_PROCESSING');
  if (source?.token !== undefined) throw refused('PAYMENT_SOURCE_CANNOT_BE_USED');

  const wallet = source?.paypal;
  const order: PayPalOrder = {
    id: desk.parts.ids.paypal(),
    intent: body.intent,
    status: wallet === undefined ? 'CREATED' : 'PAYER_ACTION_REQUIRED',
    unit: readUnit(unit),
    namedWallet: wallet !== undefined,
    ...returnUrls(wallet?.experience_context ?? body.application_context),
    funding: 'good',
    authorizations: [],
    captures: [],
    createdAt: desk.nowIso,
    updatedAt: desk.nowIso,
    expiresAtMs: desk.nowMs + ORDER_LIFE_MS,
  };
  desk.draft.put('paypal-order', order.id, order);
  return order;
}

function returnUrls(
  experience: { readonly return_url?: string; readonly cancel_url?: string } = {},
): Pick<PayPalOrder, 'returnUrl' | 'cancelUrl'> {
  return { returnUrl: experience.return_url ?? null, cancelUrl: experience.cancel_url ?? null };
}

function readUnit(unit: UnitRequest): PurchaseUnit {
  const money = readMoney(unit.amount, '/purchase_units/0/amount');
  const { reference_id: referenceId, custom_id: customId, invoice_id: invoiceId, ...shown } = unit;
  return {
    referenceId: referenceId ?? 'default',
    currency: money.currency,
    amount: money.minorUnits,
    customId: customId ?? null,
    invoiceId: invoiceId ?? null,
    shown,
  };
}
