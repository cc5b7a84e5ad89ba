import type { Payment, Refund } from '../payment/payment.js';
import type { PaymentRefunded, RefundFailed, RefundRequested, RefundReversed } from './events.js';

export function requested(
  payment: Payment,
  { refundId, captureId, amount, requestedAt }: RefundRequested['data'],
): Payment {
  const open = { status: 'requested', reference: null, feePendingSince: null } as const;
  return withRefund(payment, refundId, { captureId, amount, requestedAt, ...open });
}

export function refunded(payment: Payment, data: PaymentRefunded['data']): Payment {
  const { refundId, captureId, amount, reference, feePending, refundedAt } = data;
  const feePendingSince = feePending === true ? refundedAt : null;
  const given = { captureId, amount, status: 'refunded', reference, feePendingSince } as const;
  return withRefund(payment, refundId, { ...refundIn(payment, refundId), ...given });
}

export function failed(payment: Payment, data: RefundFailed['data']): Payment {
  const known = refundIn(payment, data.refundId);
  const { refundId, amount, reference = known.reference } = data;
  return withRefund(payment, refundId, { ...known, amount, status: 'failed', reference });
}

export function reversed(
  payment: Payment,
  { refundId, captureId, amount, reference }: RefundReversed['data'],
): Payment {
  const back = { captureId, amount, status: 'failed', reference } as const;
  return withRefund(payment, refundId, { ...refundIn(payment, refundId), ...back });
}

const UNCOMMANDED = {
  captureId: '',
  reference: null,
  requestedAt: null,
  feePendingSince: null,
} as const;

function refundIn({ refunds }: Payment, refundId: string): Omit<Refund, 'amount' | 'status'> {
  return refunds.get(refundId) ?? UNCOMMANDED;
}

function withRefund(payment: Payment, refundId: string, refund: Refund): Payment {
  return { ...payment, refunds: new Map(payment.refunds).set(refundId, refund) };
}
