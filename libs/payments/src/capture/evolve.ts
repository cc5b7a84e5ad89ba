import type { EventOf } from '../events.js';
import { settle } from '../payment/clear-unknown.js';
import type { Capture, Payment, Refund } from '../payment/payment.js';

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
      const { refundId } = event.data;
      return refundId === undefined
        ? evolveCaptureFee(payment, event.data)
        : evolveRefundFee(payment, refundId);
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
  const { captureId } = event.data;
  const known = payment.captures.get(captureId) ?? UNCOMMANDED_CAPTURE;
  const captures = new Map(payment.captures).set(captureId, captureAfter(known, event));
  const changed = { ...payment, captures };
  return event.type === 'CaptureRequested' ? changed : settle(changed, captureId);
}

function evolveCaptureFee(
  payment: Payment,
  { captureId, fee }: EventOf<'ProviderFeeRecorded'>['data'],
): Payment {
  const known = payment.captures.get(captureId);
  if (!known) return payment;
  return { ...payment, captures: new Map(payment.captures).set(captureId, { ...known, fee }) };
}

function evolveRefundFee(payment: Payment, refundId: string): Payment {
  const known = payment.refunds.get(refundId);
  if (!known) return payment;
  const told = { ...known, feePendingSince: null };
  return { ...payment, refunds: new Map(payment.refunds).set(refundId, told) };
}

const UNCOMMANDED_CAPTURE = {
  final: true,
  fee: null,
  requestedAt: null,
  capturedAt: null,
} as const;

function captureAfter(
  known: Pick<Capture, 'final' | 'fee' | 'requestedAt' | 'capturedAt'>,
  event: EventOf<'CaptureRequested' | 'PaymentCaptured' | 'CaptureFailed'>,
): Capture {
  const { fee, requestedAt } = known;
  switch (event.type) {
    case 'CaptureRequested': {
      const { amount, final, requestedAt: now } = event.data;
      const open = { status: 'requested', reference: null, capturedAt: null } as const;
      return { amount, final, fee, requestedAt: now, ...open };
    }
    case 'PaymentCaptured': {
      const { amount, final, reference, capturedAt } = event.data;
      return { amount, final, status: 'captured', reference, fee, requestedAt, capturedAt };
    }
    case 'CaptureFailed': {
      const { amount } = event.data;
      return { ...known, amount, status: 'failed', reference: null };
    }
  }
}

type RefundEvent = EventOf<
  'RefundRequested' | 'PaymentRefunded' | 'RefundFailed' | 'RefundReversed'
>;

function evolveRefund(payment: Payment, event: RefundEvent): Payment {
  const { refundId } = event.data;
  const known = payment.refunds.get(refundId) ?? UNCOMMANDED_REFUND;
  const refunds = new Map(payment.refunds).set(refundId, refundAfter(known, event));
  const changed = { ...payment, refunds };
  return event.type === 'RefundRequested' ? changed : settle(changed, refundId);
}

const UNCOMMANDED_REFUND = {
  captureId: '',
  reference: null,
  requestedAt: null,
  feePendingSince: null,
} as const;

function refundAfter(
  known: Pick<Refund, 'captureId' | 'reference' | 'requestedAt' | 'feePendingSince'>,
  event: RefundEvent,
): Refund {
  switch (event.type) {
    case 'RefundRequested': {
      const { amount, captureId, requestedAt } = event.data;
      const open = { status: 'requested', reference: null, feePendingSince: null } as const;
      return { captureId, amount, requestedAt, ...open };
    }
    case 'PaymentRefunded': {
      const { amount, captureId, reference, feePending, refundedAt } = event.data;
      const feePendingSince = feePending === true ? refundedAt : null;
      return { ...known, captureId, amount, status: 'refunded', reference, feePendingSince };
    }
    case 'RefundFailed': {
      const { amount, reference = known.reference } = event.data;
      return { ...known, amount, status: 'failed', reference };
    }
    case 'RefundReversed': {
      const { amount, captureId, reference } = event.data;
      return { ...known, captureId, amount, status: 'failed', reference };
    }
  }
}
