import { Money } from '#money';
import { unnote } from '../ledger/due.js';
import type { BODIES } from './bodies.js';
import { withOverage } from './capture.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import { HONOUR_MS, holdMoney } from './finish-order.js';
import { readMoney } from './money.js';
import { lapsesAt } from './lapse-time.js';
import type { PayPalAuthorization } from './records.js';
import { renderAuthorization } from './render.js';

type ReauthorizeBody = ReturnType<typeof BODIES.reauthorize>;

/**
 * Holds the money for another honour period, under a new id. Once unless the settings say so, and
 * not before the first honour period has passed.
 *
 * @throws PayPalRefusal when it is too early, too late or done before.
 */
export function reauthorize(
  desk: PayPalDesk,
  id: string,
  body: ReauthorizeBody,
): PayPalAuthorization {
  const parent = desk.authorization(id);
  checkReauthorizable(desk, parent);
  const amount =
    body.amount === undefined
      ? Money.of(parent.amount, parent.currency)
      : readMoney(body.amount, '/amount');
  if (amount.currency !== parent.currency) throw refused('AUTH_CURRENCY_MISMATCH');
  checkOverage(desk, parent, amount);

  const successor: PayPalAuthorization = {
    ...parent,
    id: desk.parts.ids.paypal(),
    status: 'CREATED',
    amount: amount.minorUnits,
    createdAt: desk.nowIso,
    updatedAt: desk.nowIso,
    honouredUntilMs: desk.nowMs + HONOUR_MS,
    parentId: id,
  };
  replace(desk, parent, successor.id);
  holdMoney(desk, successor);
  const order = desk.order(parent.orderId);
  const authorizations = [...order.authorizations, successor.id];
  desk.draft.put('paypal-order', order.id, { ...order, authorizations });
  desk.tell({
    type: 'PAYMENT.AUTHORIZATION.CREATED',
    resourceType: 'authorization',
    resource: renderAuthorization(desk, successor),
    summary: 'A payment authorization was created.',
    orderId: order.id,
  });
  return successor;
}

/** The old hold makes room for the new one, so that the books hold the money once. */
function replace(desk: PayPalDesk, parent: PayPalAuthorization, replacedBy: string): void {
  const { id, amount, currency } = parent;
  unnote(desk.draft, { kind: 'paypal-authorisation-lapses', id }, lapsesAt(parent));
  desk.draft.put('paypal-authorization', id, { ...parent, replacedBy, updatedAt: desk.nowIso });
  desk.book({
    id: `${id}-void`,
    kind: 'void',
    reference: id,
    amount: Money.of(amount, currency),
    of: parent,
  });
}

function checkReauthorizable(desk: PayPalDesk, authorization: PayPalAuthorization): void {
  const { status, replacedBy, honouredUntilMs, expiresAtMs } = authorization;
  if (status === 'VOIDED' || desk.nowMs > expiresAtMs) throw refused('AUTHORIZATION_VOIDED');
  if (status !== 'CREATED') throw refused('AUTHORIZATION_ALREADY_CAPTURED');
  const { paypalReauthorisationsMax } = desk.parts.settings.all;
  const spent = renewalsOf(desk, authorization) >= paypalReauthorisationsMax;
  if (spent || replacedBy !== null || desk.nowMs < honouredUntilMs) {
    throw refused('REAUTHORIZATION_NOT_SUPPORTED');
  }
}

function renewalsOf(desk: PayPalDesk, authorization: PayPalAuthorization): number {
  let count = 0;
  let { parentId } = authorization;
  while (parentId !== null) {
    count += 1;
    ({ parentId } = desk.authorization(parentId));
  }
  return count;
}

/** A renewal may hold somewhat more than the payer agreed to at first. */
function checkOverage(desk: PayPalDesk, parent: PayPalAuthorization, asked: Money): void {
  const { unit } = desk.order(parent.orderId);
  if (asked.minorUnits <= withOverage(unit.amount)) return;
  throw refused('TRANSACTION_REFUSED', { field: '/amount/value', value: asked.toDecimal() });
}
