import { Money } from '#money';
import { note } from '../ledger/due.js';
import { bookCapture } from './capture.js';
import type { PayPalDesk } from './desk.js';
import { PayPalRefusal, refused } from './errors.js';
import { lapsesAt } from './lapse-time.js';
import type { PayPalAuthorization, PayPalOrder } from './records.js';
import { isRejection, REJECTIONS } from './rejections.js';
import { payerLink, renderAuthorization, renderOrder } from './render.js';

const DAY_MS = 24 * 3600 * 1000;

/** From the authorisation until it lapses. */
export const AUTHORISATION_MS = 29 * DAY_MS;

/** PayPal holds the money for sure this long; a reauthorisation starts it again. */
export const HONOUR_MS = 3 * DAY_MS;

/**
 * Holds the money of an approved order.
 *
 * @throws PayPalRefusal unless the payer has approved and nothing was authorised before.
 */
export function authorizeOrder(desk: PayPalDesk, id: string): PayPalOrder {
  const order = desk.order(id);
  if (order.intent !== 'AUTHORIZE') throw refused('ACTION_DOES_NOT_MATCH_INTENT');
  if (order.status === 'COMPLETED') throw refused('ORDER_ALREADY_AUTHORIZED');
  if (desk.nowMs > order.expiresAtMs) throw refused('ORDER_EXPIRED');
  checkApproved(desk, order);
  const authorization = newAuthorization(desk, order);
  const completed = complete(desk, { ...order, authorizations: [authorization.id] });
  if (authorization.status === 'DENIED') return completed;
  desk.tell({
    type: 'PAYMENT.AUTHORIZATION.CREATED',
    resourceType: 'authorization',
    resource: renderAuthorization(desk, authorization),
    summary: 'A payment authorization was created.',
    orderId: id,
  });
  return completed;
}

/**
 * Takes the money of an approved order at once.
 *
 * @throws PayPalRefusal unless the payer has approved and nothing was captured before.
 */
export function captureOrder(desk: PayPalDesk, id: string): PayPalOrder {
  const order = desk.order(id);
  if (order.intent !== 'CAPTURE') throw refused('ACTION_DOES_NOT_MATCH_INTENT');
  if (order.status === 'COMPLETED') throw refused('ORDER_ALREADY_CAPTURED');
  // Only authorising knows an issue for it: here, an expired order is simply gone.
  if (desk.nowMs > order.expiresAtMs) throw refused('INVALID_RESOURCE_ID', { field: 'order_id' });
  checkApproved(desk, order);
  const { unit } = order;
  const capture = bookCapture(desk, {
    orderId: order.id,
    authorizationId: null,
    amount: Money.of(unit.amount, unit.currency),
    final: true,
    customId: unit.customId,
    invoiceId: unit.invoiceId,
  });
  const completed = complete(desk, { ...order, captures: [capture.id] });
  desk.tell({
    type: 'CHECKOUT.ORDER.COMPLETED',
    resourceType: 'checkout-order',
    resource: renderOrder(desk, completed),
    summary: 'Checkout order completed.',
    orderId: id,
  });
  return completed;
}

/** Holds money until it lapses. */
export function holdMoney(desk: PayPalDesk, authorization: PayPalAuthorization): void {
  desk.draft.put('paypal-authorization', authorization.id, authorization);
  const { id, currency } = authorization;
  note(desk.draft, { kind: 'paypal-authorisation-lapses', id }, lapsesAt(authorization));
  const amount = Money.of(authorization.amount, currency);
  desk.book({ id, kind: 'authorisation', reference: id, amount, of: authorization });
}

function newAuthorization(desk: PayPalDesk, order: PayPalOrder): PayPalAuthorization {
  const { id, unit, funding } = order;
  const authorization: PayPalAuthorization = {
    id: desk.parts.ids.paypal(),
    orderId: id,
    status: 'CREATED',
    currency: unit.currency,
    amount: unit.amount,
    captured: 0n,
    customId: unit.customId,
    invoiceId: unit.invoiceId,
    createdAt: desk.nowIso,
    updatedAt: desk.nowIso,
    expiresAtMs: desk.nowMs + AUTHORISATION_MS,
    honouredUntilMs: desk.nowMs + HONOUR_MS,
    parentId: null,
    replacedBy: null,
    lapsed: false,
  };
  if (isRejection(funding)) return deny(desk, authorization, REJECTIONS[funding]);
  holdMoney(desk, authorization);
  return authorization;
}

/** The bank of the payer's card says no: the order is done, and nothing is held. */
function deny(
  desk: PayPalDesk,
  authorization: PayPalAuthorization,
  processor: string,
): PayPalAuthorization {
  const denied: PayPalAuthorization = { ...authorization, status: 'DENIED', processor };
  desk.draft.put('paypal-authorization', denied.id, denied);
  return denied;
}

function checkApproved(desk: PayPalDesk, order: PayPalOrder): void {
  if (order.status !== 'APPROVED') throw refused('ORDER_NOT_APPROVED');
  if (order.funding === 'declined') {
    throw new PayPalRefusal(422, refused('INSTRUMENT_DECLINED').details, [
      { ...payerLink(desk, order), rel: 'redirect' },
    ]);
  }
  const { invoiceId } = order.unit;
  if (invoiceId === null) return;
  const user = desk.draft.get('paypal-invoice', `order/${invoiceId}`);
  if (user !== undefined && user !== order.id) throw refused('DUPLICATE_INVOICE_ID');
  desk.draft.put('paypal-invoice', `order/${invoiceId}`, order.id);
}

function complete(desk: PayPalDesk, order: PayPalOrder): PayPalOrder {
  const completed: PayPalOrder = { ...order, status: 'COMPLETED', updatedAt: desk.nowIso };
  desk.draft.put('paypal-order', order.id, completed);
  return completed;
}
