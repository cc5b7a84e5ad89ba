import type { Money } from '#money';
import type { OutcomeOf } from '#provider-port';
import type { ProviderFeeRecorded } from '../fee/events.js';
import { refusalFields } from '../decline/refusal-fields.js';
import { PaymentError } from '../payment/errors.js';
import { refundableOf } from '../payment/given-back.js';
import {
  assertCurrency,
  assertNotContradicted,
  assertPositive,
  initiatedOf,
} from '../payment/guards.js';
import type { Capture, Payment } from '../payment/payment.js';
import { recordedAs, refusedAsRecorded } from '../payment/recorded-as.js';
import type { Instant } from '../payment/vocabulary.js';
import type { PaymentRefunded, RefundFailed, RefundRequested } from './events.js';

export type RequestRefund = {
  readonly refundId: string;
  /** Null refunds the payment's only capture. */
  readonly captureId: string | null;
  /** Null refunds all that is left of the capture. */
  readonly amount: Money | null;
  readonly reason: string;
  readonly now: Instant;
};

export function requestRefund(command: RequestRefund, payment: Payment): RefundRequested[] {
  const { refundId, reason, now } = command;
  const { paymentId } = initiatedOf(payment);
  if (payment.refunds.has(refundId)) return [];

  assertNotContradicted(payment);
  const [captureId, capture] = captureToRefund(command.captureId, payment);
  const { left, leftBesideDisputes } = refundableOf(captureId, capture, payment);
  const amount = command.amount ?? (left.isZero ? leftBesideDisputes : left);
  assertCurrency(amount, capture.amount);
  if (amount.isGreaterThan(left) || (command.amount === null && left.isZero)) {
    const disputed = amount.isPositive && !amount.isGreaterThan(leftBesideDisputes);
    const code = disputed ? 'refund-exceeds-undisputed' : 'refund-exceeds-captured';
    throw new PaymentError(code, { paymentId, left: left.toString() });
  }
  assertPositive(amount);
  const data = { paymentId, refundId, captureId, amount, reason, requestedAt: now };
  return [{ type: 'RefundRequested', data }];
}

function captureToRefund(captureId: string | null, payment: Payment): [string, Capture] {
  const { paymentId } = initiatedOf(payment);
  const taken = [...payment.captures].filter(([, { status }]) => status === 'captured');
  if (captureId !== null) {
    const named = taken.find(([id]) => id === captureId);
    if (!named) throw new PaymentError('capture-not-found', { paymentId, captureId });
    return named;
  }
  const [first, second] = taken;
  if (!first) throw new PaymentError('payment-not-captured', { paymentId });
  if (second) throw new PaymentError('capture-ambiguous', { paymentId });
  return first;
}

/** What the provider did with a refund. A refusal is a fact to record, not an error. */
export function recordRefund(
  refundId: string,
  outcome: OutcomeOf<'refund'>,
  payment: Payment,
): (PaymentRefunded | RefundFailed | ProviderFeeRecorded)[] {
  const { paymentId } = initiatedOf(payment);
  const refund = payment.refunds.get(refundId);
  if (refund?.status !== 'requested') return [];

  const { amount, captureId } = refund;
  const ids = { paymentId, refundId };
  if (outcome.status === 'refused') {
    const data = { ...ids, amount, ...refusalFields(outcome), failedAt: outcome.at };
    return [{ type: 'RefundFailed', data }];
  }
  const { reference, fee, at } = outcome;
  const as = recordedAs(reference, 'refund', payment);
  if (as !== null) {
    const refused = refusedAsRecorded(reference, as);
    return [{ type: 'RefundFailed', data: { ...ids, amount, ...refused, failedAt: at } }];
  }
  return refundedEvents({ ...ids, captureId, amount, reference, fee, at });
}

/** A refund with what is known of its fee; most providers charge none, which needs no event. */
export function refundedEvents({
  fee,
  at,
  ...refund
}: Omit<PaymentRefunded['data'], 'feePending' | 'refundedAt'> & {
  readonly fee: Money | null;
  readonly at: Instant;
}): (PaymentRefunded | ProviderFeeRecorded)[] {
  const pending = fee === null ? ({ feePending: true } as const) : {};
  const data = { ...refund, ...pending, refundedAt: at };
  const refunded: PaymentRefunded = { type: 'PaymentRefunded', data };
  if (fee === null || fee.isZero) return [refunded];
  const { paymentId, captureId, refundId } = refund;
  const charged = { paymentId, captureId, refundId, fee, recordedAt: at };
  return [refunded, { type: 'ProviderFeeRecorded', data: charged }];
}
