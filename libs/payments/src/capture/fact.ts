import type { FactData } from '#provider-port';
import { recordCapture } from './decide.js';
import { recordFee, recordRefundFee, refundedEvents } from '../fee/decide.js';
import { initiatedOf } from '../initiate/decide.js';
import type {
  CaptureFailed,
  CaptureReversed,
  PaymentCaptured,
  PaymentRefunded,
  ProviderFeeRecorded,
  RefundFailed,
  RefundReversed,
} from './events.js';
import { MissingPredecessor } from '../payment/outcome.js';
import { sumOf, type Capture, type Payment } from '../payment/payment.js';
import { recordRefund } from '../refund/decide.js';

/** Makes the same id of the same words, so that a fact told twice is one operation. */
export type IdOf = (...words: readonly string[]) => string;

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
  // Where only the total is told, the desk offers one capture and gives up the rest with it.
  const held = payment.authorisation?.amount;
  const final = total !== null || !held?.isGreaterThan(amount);
  const data = { paymentId, captureId, amount, final, reference, capturedAt: at };
  const captured: PaymentCaptured = { type: 'PaymentCaptured', data };
  if (fee === null) return [captured];
  const charged = { paymentId, captureId, fee, recordedAt: at };
  return [captured, { type: 'ProviderFeeRecorded', data: charged }];
}

/** @throws MissingPredecessor while no capture has this reference. */
export function captureOf(reference: string, payment: Payment): [string, Capture] {
  const found = [...payment.captures].filter(
    ([, { status, reference: own }]) => status === 'captured' && own === reference,
  );
  const [first] = found;
  if (!first) throw new MissingPredecessor(`no capture ${reference} is recorded`);
  return first;
}

/** The provider gave money back: on a promise of ours, or at its own desk. */
export function recordRefundFact(
  fact: FactData<'refunded'>,
  payment: Payment,
  idOf: IdOf,
): (PaymentRefunded | RefundFailed | ProviderFeeRecorded)[] {
  const { paymentId } = initiatedOf(payment);
  const { reference, amount, fee = null, at } = fact;
  // Some lists of a provider show what it took back by itself among the refunds.
  if (payment.reversals.has(reference)) return [];
  const refundId = refundIdOf(fact, payment, idOf);
  const known = payment.refunds.get(refundId);
  if (known?.status === 'requested') {
    return recordRefund(refundId, { status: 'refunded', reference, fee, at }, payment);
  }
  // One that failed before the provider made an object of it is believed to have succeeded.
  if (known?.status === 'refunded') return recordRefundFee({ refundId, fee, at }, payment);
  if (known?.reference === reference) return [];
  const [captureId] = captureOf(fact.captureReference, payment);
  return refundedEvents({ paymentId, refundId, captureId, amount, reference, fee, at });
}

/** A refund came to nothing, perhaps after it had succeeded. */
export function recordRefundFailure(
  fact: Omit<FactData<'refund-failed'>, 'captureReference'>,
  payment: Payment,
  idOf: IdOf,
): (PaymentRefunded | RefundFailed | RefundReversed | ProviderFeeRecorded)[] {
  const { paymentId } = initiatedOf(payment);
  const { amount, code, reference: failed, at } = fact;
  const refundId = refundIdOf(fact, payment, idOf);
  const known = payment.refunds.get(refundId);
  if (known?.status === 'failed') return [];
  if (known?.status === 'refunded') {
    const { captureId, amount: given } = known;
    const reference = known.reference ?? fact.reference;
    const ids = { paymentId, refundId, captureId };
    const data = { ...ids, amount: given, reference, code, reversedAt: at };
    return [{ type: 'RefundReversed', data }];
  }
  const facts = { amount: known?.amount ?? amount, code, reason: code, reference: failed };
  const data = { paymentId, refundId, ...facts, failedAt: at };
  return [{ type: 'RefundFailed', data }];
}

/**
 * The refund that an object of the provider is: the one it settled, else ours that it names and
 * that no other object settled, else one of its own.
 */
export function refundIdOf(
  { refundId, reference }: Pick<FactData<'refunded'>, 'refundId' | 'reference'>,
  payment: Payment,
  idOf: IdOf,
): string {
  const told = [...payment.refunds].find(([, refund]) => refund.reference === reference);
  if (told) return told[0];
  const named = refundId === null ? undefined : payment.refunds.get(refundId);
  const isFree = (named?.reference ?? null) === null;
  return (isFree ? refundId : null) ?? idOf('refund', reference);
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
