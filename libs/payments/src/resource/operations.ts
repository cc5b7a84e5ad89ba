import { declineOfOperation } from '../decline/payment-declines.js';
import type { Payment } from '../payment/payment.js';

export function capturesIn(payment: Payment) {
  return [...payment.captures].map(([captureId, capture]) => {
    const { status, amount, final, reference, fee, requestedAt, capturedAt } = capture;
    return {
      captureId,
      status,
      amount: amount.toJSON(),
      final,
      reference,
      fee: fee && fee.toJSON(),
      requestedAt,
      capturedAt,
      decline: declineOfOperation('capture', capture, payment),
    };
  });
}

export function refundsIn(payment: Payment) {
  return [...payment.refunds].map(([refundId, refund]) => {
    const { captureId, status, amount, reference, requestedAt, refundedAt } = refund;
    const known = captureId === '' ? null : captureId;
    return {
      refundId,
      captureId: known,
      status,
      amount: amount.toJSON(),
      reference,
      requestedAt,
      refundedAt,
      decline: declineOfOperation('refund', refund, payment),
    };
  });
}

export function reversalsIn({ reversals }: Payment) {
  return [...reversals].map(([reference, { captureId, amount, reversedAt }]) => {
    return { reference, captureId, amount: amount.toJSON(), reversedAt };
  });
}

export function disputesIn({ disputes }: Payment) {
  return [...disputes].map(([disputeId, dispute]) => {
    const { captureId, status, stage, amount, reason, openedAt, dueBy, closedAt } = dispute;
    const times = { openedAt, dueBy, closedAt };
    return { disputeId, captureId, status, stage, amount: amount.toJSON(), reason, ...times };
  });
}

const DISPUTES = ['open', 'lost', 'won', 'closed'] as const;

/** Of its disputes, the one that matters most. */
export function disputeOf({ disputes }: Payment): (typeof DISPUTES)[number] | 'none' {
  const found = new Set([...disputes.values()].map(({ status }) => status));
  return DISPUTES.find((status) => found.has(status)) ?? 'none';
}
