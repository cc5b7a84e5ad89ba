import type { FactData } from '#provider-port';
import { recordFee } from '../fee/decide.js';
import type { ProviderFeeRecorded } from '../fee/events.js';
import { MissingPredecessor } from '../payment/errors.js';
import { captureOf, initiatedOf } from '../payment/guards.js';
import type { Capture, Payment } from '../payment/payment.js';
import { sumOf } from '../payment/sums.js';
import type { IdOf } from '../payment/vocabulary.js';
import { recordCapture } from './decide.js';
import type { CaptureFailed, CaptureReversed, PaymentCaptured } from './events.js';

/**
 * The provider took money: on a promise of ours, or at its own desk without one. Told twice, or in
 * another order, it comes to the same.
 *
 * @throws MissingPredecessor while the authorisation it was taken from is not recorded.
 */
export function recordCaptureFact(
  fact: FactData<'captured'>,
  payment: Payment,
  idOf: IdOf,
): (PaymentCaptured | CaptureFailed | ProviderFeeRecorded)[] {
  const { captureId } = fact;
  const named = captureId === null ? undefined : payment.captures.get(captureId);
  const live = named !== undefined && named.status !== 'failed';
  if (captureId !== null && live && isSettledBy(fact, named)) {
    return recordCommanded(captureId, fact, payment);
  }
  return recordUncommanded({ ...fact, captureId: live ? null : captureId }, payment, idOf);
}

function recordUncommanded(
  fact: FactData<'captured'>,
  payment: Payment,
  idOf: IdOf,
): (PaymentCaptured | ProviderFeeRecorded)[] {
  const { captureId, reference, total } = fact;
  if (!payment.authorisation?.reference) {
    throw new MissingPredecessor('its authorisation is not recorded');
  }
  const amount = untold(fact, payment);
  if (amount === null) return recordOutsideFee(fact, payment);
  const id = captureId ?? idOf('capture', reference, total?.minorUnits.toString() ?? '');
  return outsideCapture(id, { ...fact, amount }, payment);
}

/** Where each capture has a reference of its own, another object is another capture. */
function isSettledBy({ total, reference }: FactData<'captured'>, capture: Capture): boolean {
  return total !== null || capture.reference === null || capture.reference === reference;
}

function recordCommanded(
  captureId: string,
  { reference, fee, at }: FactData<'captured'>,
  payment: Payment,
): (PaymentCaptured | CaptureFailed | ProviderFeeRecorded)[] {
  const recorded = recordCapture(captureId, { status: 'captured', reference, fee, at }, payment);
  return recorded.length > 0 ? recorded : recordFee({ captureId, fee, at }, payment);
}

/** What of it is news; null when nothing is. */
function untold({ amount, total, reference, captureId }: FactData<'captured'>, payment: Payment) {
  const live = [...payment.captures].filter(([, { status }]) => status !== 'failed');
  if (total === null) {
    const told = live.some(([, capture]) => capture.reference === reference);
    return told ? null : amount;
  }
  // An open promise may be what the provider speaks of; its own answer will tell.
  const told = sumOf(
    live.map(([, capture]) => capture),
    total.currency,
  );
  const news = total.minus(told);
  if (!news.isPositive) return null;
  return captureId === null || amount.isGreaterThan(news) ? news : amount;
}

/** A capture of the desk has no id in the fact, so its fee goes to the one that it fits. */
function recordOutsideFee(
  { reference, amount, fee, at }: FactData<'captured'>,
  payment: Payment,
): ProviderFeeRecorded[] {
  const fits = [...payment.captures].find(
    ([, capture]) =>
      capture.reference === reference &&
      capture.requestedAt === null &&
      capture.fee === null &&
      capture.amount.equals(amount),
  );
  return fits ? recordFee({ captureId: fits[0], fee, at }, payment) : [];
}

function outsideCapture(
  captureId: string,
  { amount, reference, fee, at, total }: FactData<'captured'>,
  payment: Payment,
): (PaymentCaptured | ProviderFeeRecorded)[] {
  const { paymentId } = initiatedOf(payment);
  // Where only the total comes, the desk offers one capture and gives up the rest with it.
  const held = payment.authorisation?.amount;
  const final = total !== null || !held?.isGreaterThan(amount);
  const data = { paymentId, captureId, amount, final, reference, capturedAt: at };
  const captured: PaymentCaptured = { type: 'PaymentCaptured', data };
  if (fee === null) return [captured];
  const charged = { paymentId, captureId, fee, recordedAt: at };
  return [captured, { type: 'ProviderFeeRecorded', data: charged }];
}

/** The provider took captured money back by itself. */
export function recordReversal(
  fact: FactData<'capture-reversed'>,
  payment: Payment,
): CaptureReversed[] {
  const { paymentId } = initiatedOf(payment);
  const { captureReference, reference, amount, at } = fact;
  const told = [...payment.refunds.values()].some((refund) => refund.reference === reference);
  if (told || payment.reversals.has(reference)) return [];
  const [captureId] = captureOf(captureReference, payment);
  return [
    { type: 'CaptureReversed', data: { paymentId, captureId, amount, reference, reversedAt: at } },
  ];
}
