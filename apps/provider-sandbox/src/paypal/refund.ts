import { Money } from '#money';
import type { PayPalTraits } from '../ledger/line.js';
import type { BODIES } from './bodies.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import { readMoney, stepOf } from './money.js';
import type { PayPalCapture, PayPalRefund } from './records.js';
import { renderRefund } from './render.js';

type RefundBody = ReturnType<typeof BODIES.refundCapture>;

const REFUNDABLE_MS = 180 * 24 * 3600 * 1000;

/**
 * Gives captured money back to the payer; without an amount, all that is left.
 *
 * @throws PayPalRefusal when less is left than asked for, or it is too late.
 */
export function refundCapture(desk: PayPalDesk, id: string, body: RefundBody): PayPalRefund {
  const capture = desk.capture(id);
  checkRefundable(desk, capture, body);
  const left = Money.of(capture.amount - capture.refunded, capture.currency);
  if (left.isZero) throw refused('CAPTURE_FULLY_REFUNDED');
  if (desk.nowMs > Date.parse(capture.createdAt) + REFUNDABLE_MS) {
    throw refused('REFUND_TIME_LIMIT_EXCEEDED');
  }
  const amount = body.amount === undefined ? left : readMoney(body.amount, '/amount');
  if (amount.currency !== capture.currency) throw refused('REFUND_CAPTURE_CURRENCY_MISMATCH');
  if (amount.isGreaterThan(left)) {
    throw refused('REFUND_AMOUNT_EXCEEDED', { field: '/amount/value', value: amount.toDecimal() });
  }
  claimInvoice(desk, body.invoice_id);
  return moneyBack(desk, capture, amount, body);
}

function checkRefundable(desk: PayPalDesk, capture: PayPalCapture, body: RefundBody): void {
  if (capture.status === 'PENDING' || capture.status === 'DECLINED')
    throw refused('PENDING_CAPTURE');
  if (capture.dispute === undefined) return;
  const { status, channel, movements } = desk.dispute(capture.dispute);
  if (status === 'RESOLVED') return;
  if (channel === 'EXTERNAL' && movements.length > 0) {
    throw refused('REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK');
  }
  if (body.amount !== undefined) throw refused('TRANSACTION_DISPUTED');
}

function moneyBack(
  desk: PayPalDesk,
  capture: PayPalCapture,
  amount: Money,
  body: RefundBody,
): PayPalRefund {
  const refunded = capture.refunded + amount.minorUnits;
  const pends = desk.order(capture.orderId).funding === 'refund-pending';
  const refund: PayPalRefund = {
    id: desk.parts.ids.paypal(),
    captureId: capture.id,
    status: pends ? 'PENDING' : 'COMPLETED',
    currency: capture.currency,
    amount: amount.minorUnits,
    feeReturned: feeReturnedWith(desk, capture, amount),
    refundedInAll: refunded,
    customId: body.custom_id ?? capture.customId,
    invoiceId: body.invoice_id ?? capture.invoiceId,
    noteToPayer: body.note_to_payer ?? null,
    createdAt: desk.nowIso,
  };
  keep(desk, capture, refund);
  desk.draft.put('paypal-capture', capture.id, {
    ...capture,
    refunded,
    status: refunded === capture.amount ? 'REFUNDED' : 'PARTIALLY_REFUNDED',
    updatedAt: desk.nowIso,
  });
  // Booked under the payment of the capture, even when the refund carries other ids.
  const paypal: PayPalTraits = pends ? { status: 'P' } : {};
  desk.book({ ...lineOfRefund(refund), paypal, of: capture });
  desk.tell({
    type: pends ? 'PAYMENT.REFUND.PENDING' : 'PAYMENT.CAPTURE.REFUNDED',
    resourceType: 'refund',
    resource: renderRefund(desk, refund),
    summary: `A ${amount.toString()} capture payment was refunded.`,
    orderId: capture.orderId,
  });
  return refund;
}

/** The fee's share that the refund has of the capture, where PayPal gives it back at all. */
function feeReturnedWith(desk: PayPalDesk, capture: PayPalCapture, amount: Money): bigint {
  if (!desk.parts.settings.all.paypalReturnsFees) return 0n;
  const step = stepOf(capture.currency);
  return ((capture.fee * amount.minorUnits) / capture.amount / step) * step;
}

/** The line of a refund, from when it was made. */
export function lineOfRefund({ id, amount, currency, feeReturned, createdAt: at }: PayPalRefund) {
  const money = { amount: Money.of(amount, currency), fee: -(feeReturned ?? 0n) };
  return { id, kind: 'refund', reference: id, ...money, at } as const;
}

function claimInvoice(desk: PayPalDesk, invoiceId: string | undefined): void {
  if (invoiceId === undefined) return;
  if (desk.draft.get('paypal-invoice', `refund/${invoiceId}`) !== undefined) {
    throw refused('DUPLICATE_INVOICE_ID', { field: '/invoice_id', value: invoiceId });
  }
  desk.draft.put('paypal-invoice', `refund/${invoiceId}`, invoiceId);
}

/**
 * PayPal takes the money of a capture back by itself, as when the payer's bank has.
 *
 * @throws PayPalRefusal when nothing is left of it.
 */
export function reverseCapture(desk: PayPalDesk, id: string): PayPalRefund {
  const capture = desk.capture(id);
  const left = capture.amount - capture.refunded;
  if (capture.status === 'PENDING' || capture.status === 'DECLINED')
    throw refused('PENDING_CAPTURE');
  if (left <= 0n) throw refused('CAPTURE_FULLY_REFUNDED');
  const reversal: PayPalRefund = {
    id: desk.parts.ids.paypal(),
    captureId: id,
    status: 'COMPLETED',
    currency: capture.currency,
    amount: left,
    refundedInAll: capture.amount,
    customId: capture.customId,
    invoiceId: capture.invoiceId,
    noteToPayer: null,
    createdAt: desk.nowIso,
  };
  keep(desk, capture, reversal);
  const taken = { refunded: capture.amount, status: 'REFUNDED', updatedAt: desk.nowIso } as const;
  desk.draft.put('paypal-capture', id, { ...capture, ...taken });
  const amount = Money.of(left, capture.currency);
  desk.book({ id: reversal.id, kind: 'reversal', reference: reversal.id, amount, of: capture });
  desk.tell({
    type: 'PAYMENT.CAPTURE.REVERSED',
    resourceType: 'refund',
    resource: renderRefund(desk, reversal),
    summary: `A ${amount.toString()} capture payment was reversed.`,
    orderId: capture.orderId,
  });
  return reversal;
}

/** The order shows the refunds of its captures. */
function keep(desk: PayPalDesk, { orderId }: PayPalCapture, refund: PayPalRefund): void {
  desk.draft.put('paypal-refund', refund.id, refund);
  const order = desk.order(orderId);
  const refunds = [...(order.refunds ?? []), refund.id];
  desk.draft.put('paypal-order', orderId, { ...order, refunds });
}
