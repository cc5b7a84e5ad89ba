import type { EventOf } from './events.js';
import type { Payment } from './payment.js';
import { settle } from './settle.js';

type MoneyEvent = EventOf<
  | 'CaptureRequested'
  | 'PaymentCaptured'
  | 'CaptureFailed'
  | 'CaptureReversed'
  | 'ProviderFeeRecorded'
  | 'RefundRequested'
  | 'PaymentRefunded'
  | 'RefundFailed'
  | 'RefundReversed'
>;

/** Folds what was taken from the payer and given back. */
export function evolveMoney(payment: Payment, event: MoneyEvent): Payment {
  switch (event.type) {
    case 'CaptureRequested':
    case 'PaymentCaptured':
    case 'CaptureFailed':
      return evolveCapture(payment, event);
    case 'ProviderFeeRecorded': {
      const { captureId, fee } = event.data;
      const known = payment.captures.get(captureId);
      if (!known) return payment;
      return { ...payment, captures: new Map(payment.captures).set(captureId, { ...known, fee }) };
    }
    case 'CaptureReversed': {
      const { reference, captureId, amount } = event.data;
      const reversals = new Map(payment.reversals).set(reference, { captureId, amount });
      return { ...payment, reversals };
    }
    default:
      return evolveRefund(payment, event);
  }
}

function evolveCapture(
  payment: Payment,
  event: EventOf<'CaptureRequested' | 'PaymentCaptured' | 'CaptureFailed'>,
): Payment {
  const { captureId, amount } = event.data;
  const known = payment.captures.get(captureId);
  const final = 'final' in event.data ? event.data.final : (known?.final ?? true);
  const status = (
    { CaptureRequested: 'requested', PaymentCaptured: 'captured', CaptureFailed: 'failed' } as const
  )[event.type];
  const reference = event.type === 'PaymentCaptured' ? event.data.reference : null;
  const requestedAt =
    event.type === 'CaptureRequested' ? event.data.requestedAt : (known?.requestedAt ?? null);
  const fee = known?.fee ?? null;
  const capture = { amount, final, status, reference, fee, requestedAt };
  const captures = new Map(payment.captures).set(captureId, capture);
  return status === 'requested'
    ? { ...payment, captures }
    : settle({ ...payment, captures }, captureId);
}

const REFUND_STATUS = {
  RefundRequested: 'requested',
  PaymentRefunded: 'refunded',
  RefundFailed: 'failed',
  RefundReversed: 'failed',
} as const;

function evolveRefund(
  payment: Payment,
  event: EventOf<'RefundRequested' | 'PaymentRefunded' | 'RefundFailed' | 'RefundReversed'>,
): Payment {
  const { refundId, amount } = event.data;
  const known = payment.refunds.get(refundId);
  const captureId = 'captureId' in event.data ? event.data.captureId : (known?.captureId ?? '');
  const status = REFUND_STATUS[event.type];
  const reference =
    event.type === 'PaymentRefunded' ? event.data.reference : (known?.reference ?? null);
  const requestedAt =
    event.type === 'RefundRequested' ? event.data.requestedAt : (known?.requestedAt ?? null);
  const refund = { captureId, amount, status, reference, requestedAt };
  const refunds = new Map(payment.refunds).set(refundId, refund);
  return status === 'requested'
    ? { ...payment, refunds }
    : settle({ ...payment, refunds }, refundId);
}
