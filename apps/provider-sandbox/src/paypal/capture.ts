import { Money } from '#money';
import { captureFee } from '../ledger/fees.js';
import { unnote } from '../ledger/due.js';
import type { PayPalTraits } from '../ledger/line.js';
import type { BODIES } from './bodies.js';
import { lapsesAt } from './lapse-time.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import { readMoney, stepOf } from './money.js';
import type { PayPalAuthorization, PayPalCapture } from './records.js';
import { renderCapture } from './render.js';

type CaptureBody = ReturnType<typeof BODIES.captureAuthorization>;

/** Captures may exceed what was authorised by this much, but not by more than 75 dollars. */
const OVERAGE_PERCENT = 115n;
const OVERAGE_MAX = 75_00n;

/**
 * Takes authorised money, in one or several captures.
 *
 * @throws PayPalRefusal when the authorisation is spent, void or lapsed, or holds less.
 */
export function captureAuthorization(
  desk: PayPalDesk,
  id: string,
  body: CaptureBody,
): PayPalCapture {
  const authorization = desk.authorization(id);
  checkCapturable(desk, authorization);
  const left = Money.of(authorization.amount - authorization.captured, authorization.currency);
  const amount = body.amount === undefined ? left : readMoney(body.amount, '/amount');
  checkAmount(authorization, amount);
  claimInvoice(desk, body.invoice_id);

  const captured = authorization.captured + amount.minorUnits;
  const spent = body.final_capture === true || captured >= authorization.amount;
  const capture = bookCapture(desk, {
    orderId: authorization.orderId,
    authorizationId: id,
    amount,
    final: body.final_capture ?? false,
    customId: authorization.customId,
    invoiceId: body.invoice_id ?? authorization.invoiceId,
  });
  const after: PayPalAuthorization = {
    ...authorization,
    status: spent ? 'CAPTURED' : 'PARTIALLY_CAPTURED',
    captured,
    updatedAt: desk.nowIso,
  };
  desk.draft.put('paypal-authorization', id, after);
  if (spent) {
    unnote(desk.draft, { kind: 'paypal-authorisation-lapses', id }, lapsesAt(authorization));
  }
  const order = desk.order(authorization.orderId);
  desk.draft.put('paypal-order', order.id, { ...order, captures: [...order.captures, capture.id] });
  return capture;
}

/** Moves the money and tells of it. */
export function bookCapture(
  desk: PayPalDesk,
  {
    amount,
    ...about
  }: {
    readonly orderId: string;
    readonly authorizationId: string | null;
    readonly amount: Money;
    readonly final: boolean;
    readonly customId: string | null;
    readonly invoiceId: string | null;
  },
): PayPalCapture {
  const id = desk.parts.ids.paypal();
  const fee = captureFee(amount.minorUnits, stepOf(amount.currency));
  const pends = desk.order(about.orderId).funding === 'pending';
  const capture: PayPalCapture = {
    ...about,
    id,
    status: pends ? 'PENDING' : 'COMPLETED',
    currency: amount.currency,
    amount: amount.minorUnits,
    fee,
    refunded: 0n,
    createdAt: desk.nowIso,
    updatedAt: desk.nowIso,
  };
  desk.draft.put('paypal-capture', id, capture);
  const paypal: PayPalTraits = pends ? { status: 'P' } : {};
  desk.book({ id, kind: 'capture', reference: id, amount, fee, paypal, of: capture });
  desk.tell({
    type: pends ? 'PAYMENT.CAPTURE.PENDING' : 'PAYMENT.CAPTURE.COMPLETED',
    resourceType: 'capture',
    resource: renderCapture(desk, capture),
    summary: `Payment ${pends ? 'pending' : 'completed'} for ${amount.toString()}.`,
    orderId: about.orderId,
  });
  return capture;
}

function checkCapturable(desk: PayPalDesk, authorization: PayPalAuthorization): void {
  if (authorization.status === 'DENIED') throw refused('AUTHORIZATION_DENIED');
  if (authorization.status === 'CAPTURED') throw refused('AUTHORIZATION_ALREADY_CAPTURED');
  if (authorization.lapsed || desk.nowMs > authorization.expiresAtMs) {
    throw refused('AUTHORIZATION_EXPIRED');
  }
  // One that was replaced holds nothing any more; its successor does.
  if (authorization.status === 'VOIDED' || authorization.replacedBy !== null) {
    throw refused('AUTHORIZATION_VOIDED');
  }
}

function checkAmount({ amount, captured, currency }: PayPalAuthorization, asked: Money): void {
  if (asked.currency !== currency) {
    throw refused('AUTH_CAPTURE_CURRENCY_MISMATCH', {
      field: '/amount/currency_code',
      value: asked.currency,
    });
  }
  if (captured + asked.minorUnits > withOverage(amount)) {
    throw refused('MAX_CAPTURE_AMOUNT_EXCEEDED', {
      field: '/amount/value',
      value: asked.toDecimal(),
    });
  }
}

/** What may be taken at most of what the payer agreed to. */
export function withOverage(amount: bigint): bigint {
  const overage = (amount * OVERAGE_PERCENT) / 100n - amount;
  return amount + (overage < OVERAGE_MAX ? overage : OVERAGE_MAX);
}

function claimInvoice(desk: PayPalDesk, invoiceId: string | undefined): void {
  if (invoiceId === undefined) return;
  if (desk.draft.get('paypal-invoice', `capture/${invoiceId}`) !== undefined) {
    throw refused('DUPLICATE_INVOICE_ID', { field: '/invoice_id', value: invoiceId });
  }
  desk.draft.put('paypal-invoice', `capture/${invoiceId}`, invoiceId);
}
