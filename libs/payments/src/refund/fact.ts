import type { FactData } from '#provider-port';
import { refusalFields } from '../decline/refusal-fields.js';
import { recordRefundFee } from '../fee/decide.js';
import type { ProviderFeeRecorded } from '../fee/events.js';
import { captureOf, initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import type { IdOf } from '../payment/vocabulary.js';
import { recordRefund, refundedEvents } from './decide.js';
import type { PaymentRefunded, RefundFailed, RefundReversed } from './events.js';

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
  const { amount, reference: failed, at } = fact;
  const { code, ...said } = refusalFields({ ...fact, reason: fact.code });
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
  const facts = { amount: known?.amount ?? amount, code, ...said, reference: failed };
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
