import { Money } from '#money';
import type { PayPalDesk } from './desk.js';
import { PayPalRefusal } from './errors.js';
import type { PayPalCapture } from './records.js';
import { renderCapture } from './render.js';

/**
 * The payer's bank has paid: a pending capture becomes money.
 *
 * @throws PayPalRefusal unless it is pending.
 */
export function completeCapture(desk: PayPalDesk, id: string): PayPalCapture {
  const capture = pending(desk, id);
  const completed: PayPalCapture = { ...capture, status: 'COMPLETED', updatedAt: desk.nowIso };
  desk.draft.put('paypal-capture', id, completed);
  const amount = Money.of(capture.amount, capture.currency);
  desk.book({ ...lineOf(capture), of: capture });
  desk.tell({
    type: 'PAYMENT.CAPTURE.COMPLETED',
    resourceType: 'capture',
    resource: renderCapture(desk, completed),
    summary: `Payment completed for ${amount.toString()}.`,
    orderId: capture.orderId,
  });
  return completed;
}

/**
 * The payer's bank has not paid.
 *
 * @throws PayPalRefusal unless it is pending.
 */
export function denyCapture(desk: PayPalDesk, id: string): PayPalCapture {
  const capture = pending(desk, id);
  const denied: PayPalCapture = { ...capture, status: 'DECLINED', updatedAt: desk.nowIso };
  desk.draft.put('paypal-capture', id, denied);
  desk.book({ ...lineOf(capture), paypal: { status: 'D' }, of: capture });
  desk.tell({
    type: 'PAYMENT.CAPTURE.DENIED',
    resourceType: 'capture',
    resource: renderCapture(desk, denied),
    summary: 'A payment capture was denied.',
    orderId: capture.orderId,
  });
  return denied;
}

/** It keeps the time it began at, whenever it ends. */
function lineOf({ id, amount, currency, fee, createdAt: at }: PayPalCapture) {
  const money = { amount: Money.of(amount, currency), fee };
  return { id, kind: 'capture', reference: id, ...money, at } as const;
}

function pending(desk: PayPalDesk, id: string): PayPalCapture {
  const capture = desk.capture(id);
  if (capture.status === 'PENDING') return capture;
  const description = `Capture ${id} is not pending but ${capture.status}.`;
  throw new PayPalRefusal(422, [{ issue: 'CAPTURE_NOT_PENDING', description }]);
}
