import { refusedWith } from '../decline/refused.js';
import type { Payment, Refund } from '../payment/payment.js';
import type { PaymentRefunded, RefundFailed, RefundRequested, RefundReversed } from './events.js';

const NOT_GIVEN = {
  reference: null,
  refundedAt: null,
  refused: null,
  feePendingSince: null,
} as const;

export function requested(
  payment: Payment,
  { refundId, captureId, amount, requestedAt }: RefundRequested['data'],
): Payment {
  const open = { status: 'requested', ...NOT_GIVEN } as const;
  return withRefund(payment, refundId, { captureId, amount, requestedAt, ...open });
}

export function refunded(payment: Payment, data: PaymentRefunded['data']): Payment {
  const { refundId, captureId, amount, reference, feePending, refundedAt } = data;
  const feePendingSince = feePending === true ? refundedAt : null;
  const given = { captureId, amount, status: 'refunded', reference, refundedAt } as const;
  const known = refundIn(payment, refundId);
  return withRefund(payment, refundId, { ...known, ...given, refused: null, feePendingSince });
}

export function failed(payment: Payment, data: RefundFailed['data']): Payment {
  const known = refundIn(payment, data.refundId);
  const { refundId, amount, reference = known.reference } = data;
  const refused = refusedWith(data, data.failedAt);
  return withRefund(payment, refundId, { ...known, amount, status: 'failed', reference, refused });
}

export function reversed(
  payment: Payment,
  { refundId, captureId, amount, reference, code, reversedAt }: RefundReversed['data'],
): Payment {
  const refused = refusedWith({ code }, reversedAt);
  const back = { captureId, amount, status: 'failed', reference, refused } as const;
  return withRefund(payment, refundId, { ...refundIn(payment, refundId), ...back });
}

const UNCOMMANDED = { captureId: '', requestedAt: null, ...NOT_GIVEN } as const;

function refundIn({ refunds }: Payment, refundId: string): Omit<Refund, 'amount' | 'status'> {
  return refunds.get(refundId) ?? UNCOMMANDED;
}

function withRefund(payment: Payment, refundId: string, refund: Refund): Payment {
  return { ...payment, refunds: new Map(payment.refunds).set(refundId, refund) };
}
