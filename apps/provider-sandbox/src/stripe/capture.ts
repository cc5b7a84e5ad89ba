import type { Currency } from '#money';
import { captureFee } from '../ledger/fees.js';
import { note, unnote } from '../ledger/due.js';
import { checkStep, stepOf } from './currencies.js';
import type { StripeDesk } from './desk.js';
import { invalid } from './errors.js';
import { expectStatus } from './payment.js';
import type { BalanceTransaction, Metadata, StripeCharge, StripePayment } from './records.js';

export type CaptureParams = {
  readonly amount_to_capture?: number;
  readonly final_capture?: boolean;
  readonly metadata?: Metadata;
};

type CapturedCharge = { readonly payment: StripePayment; readonly charge: StripeCharge };

/**
 * Takes the money of an authorised payment, in whole or part.
 *
 * @throws StripeRefusal when it holds no money, or less than asked for.
 */
export function capturePayment(desk: StripeDesk, id: string, params: CaptureParams): StripePayment {
  const authorised = withMetadata(desk.payment(id), params.metadata);
  expectStatus(authorised, 'captured', ['requires_capture']);
  const charge = desk.charge(authorised.latestCharge ?? '');
  const amount = params.amount_to_capture ?? authorised.amountCapturable;
  if (amount === 0 && params.final_capture === true && authorised.amountReceived > 0) {
    return releaseRest(desk, authorised);
  }
  checkCapture(authorised, amount, params.final_capture ?? true);

  const final = params.final_capture !== false || amount === authorised.amountCapturable;
  const settled = final
    ? settle(desk, authorised, charge, amount)
    : settlePart(desk, authorised, charge, amount);
  desk.save({ kind: 'charge', record: settled.charge });
  desk.save({ kind: 'payment', record: settled.payment });
  desk.tell('charge.captured', { kind: 'charge', record: settled.charge });
  desk.tell(final ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', {
    kind: 'payment',
    record: settled.payment,
  });
  return settled.payment;
}

/** Ends a payment of which something was captured; what is left of the hold is released. */
export function releaseRest(desk: StripeDesk, payment: StripePayment): StripePayment {
  const charge = desk.charge(payment.latestCharge ?? '');
  const before = charge.captureBefore;
  if (before !== null) {
    unnote(desk.draft, { kind: 'stripe-authorisation-lapses', id: charge.id }, before * 1000);
  }
  const record: StripePayment = { ...payment, status: 'succeeded', amountCapturable: 0 };
  const { amountCapturable: amount } = payment;
  desk.save({
    kind: 'charge',
    record: { ...charge, amountRefunded: charge.amountRefunded + amount, captureBefore: null },
  });
  desk.save({ kind: 'payment', record });
  const line = { id: `${charge.id}_void`, kind: 'void', reference: charge.id } as const;
  desk.book({ ...line, amount, of: charge });
  desk.tell('payment_intent.succeeded', { kind: 'payment', record });
  return record;
}

/** Takes the last or only part; what is left of the hold is released. Saves nothing. */
export function settle(
  desk: StripeDesk,
  payment: StripePayment,
  charge: StripeCharge,
  amount: number,
): CapturedCharge {
  const taken = payment.amountReceived + amount;
  const released = payment.amount - taken;
  // With several captures Stripe books each part alone, and there is nothing to take back.
  const reversed = payment.multicapture ? 0 : released;
  const line = moveCapture(desk, { charge, amount, released: reversed });
  const reversal = reversed > 0 ? reverse(desk, charge, reversed) : null;
  if (charge.captureBefore !== null) {
    unnote(
      desk.draft,
      { kind: 'stripe-authorisation-lapses', id: charge.id },
      charge.captureBefore * 1000,
    );
  }
  const { stripeFeesLate, stripeFeeDelayMs } = desk.parts.settings.all;
  const later = stripeFeesLate || payment.captureMethod === 'automatic_async';
  if (later) {
    const due = desk.parts.clock.now() + stripeFeeDelayMs;
    note(desk.draft, { kind: 'stripe-fee-becomes-known', id: charge.id }, due);
  }
  return {
    charge: {
      ...charge,
      captured: true,
      amountCaptured: taken,
      amountRefunded: charge.amountRefunded + released,
      captureBefore: null,
      balanceTransaction: later ? null : line.id,
      balanceTransactionUnderway: later ? line.id : null,
      movements: [...(charge.movements ?? []), line.id],
      refunds: reversal === null ? charge.refunds : [...charge.refunds, reversal],
    },
    payment: { ...payment, status: 'succeeded', amountCapturable: 0, amountReceived: taken },
  };
}

function settlePart(
  desk: StripeDesk,
  payment: StripePayment,
  charge: StripeCharge,
  amount: number,
): CapturedCharge {
  const line = moveCapture(desk, { charge, amount, released: 0 });
  const taken = payment.amountReceived + amount;
  return {
    charge: {
      ...charge,
      captured: true,
      amountCaptured: taken,
      balanceTransaction: line.id,
      movements: [...(charge.movements ?? []), line.id],
    },
    payment: {
      ...payment,
      amountReceived: taken,
      amountCapturable: payment.amountCapturable - amount,
    },
  };
}

/** Stripe books the whole hold and takes the rest back in a second line, without a fee. */
function moveCapture(
  desk: StripeDesk,
  { charge, amount, released }: { charge: StripeCharge; amount: number; released: number },
): BalanceTransaction {
  const currency = charge.currency.toUpperCase() as Currency;
  const fee = Number(captureFee(BigInt(amount), stepOf(currency)));
  const line = desk.move({
    type: 'charge',
    reportingCategory: 'charge',
    amount: amount + released,
    fee,
    currency: charge.currency,
    source: charge.id,
  });
  desk.book({ id: line.id, kind: 'capture', reference: charge.id, amount, fee, of: charge });
  return line;
}

/** @returns the id of the refund object that stands for the released part of the hold. */
function reverse(desk: StripeDesk, charge: StripeCharge, amount: number): string {
  const id = desk.parts.ids.stripe('re');
  const line = desk.move({
    type: 'refund',
    reportingCategory: 'partial_capture_reversal',
    amount: -amount,
    fee: 0,
    currency: charge.currency,
    source: id,
  });
  desk.save({
    kind: 'refund',
    record: {
      id,
      charge: charge.id,
      payment: charge.payment,
      amount,
      currency: charge.currency,
      status: 'succeeded',
      reason: null,
      metadata: {},
      created: desk.now,
      balanceTransaction: line.id,
      failureBalanceTransaction: null,
      failureReason: null,
    },
  });
  return id;
}

function checkCapture(payment: StripePayment, amount: number, final: boolean): void {
  const param = 'amount_to_capture';
  if (amount < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param,
    });
  }
  if (amount > payment.amountCapturable) {
    const message = `The requested capture amount is greater than the amount you can capture for this charge: ${amount} > ${payment.amountCapturable}.`;
    throw invalid(message, { code: 'amount_too_large', param });
  }
  checkStep(amount, payment.currency.toUpperCase() as Currency, param);
  if (!final && !payment.multicapture) {
    const message =
      'This payment cannot be captured several times. Confirm it with payment_method_options[card][request_multicapture]=if_available first.';
    throw invalid(message, { param: 'final_capture' });
  }
}

function withMetadata(payment: StripePayment, metadata: Metadata | undefined): StripePayment {
  if (metadata === undefined) return payment;
  return { ...payment, metadata: { ...payment.metadata, ...metadata } };
}
