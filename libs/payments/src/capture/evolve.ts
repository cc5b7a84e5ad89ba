import { refusedWith } from '../decline/refused.js';
import type { Capture, Payment } from '../payment/payment.js';
import type {
  CaptureFailed,
  CaptureRequested,
  CaptureReversed,
  PaymentCaptured,
} from './events.js';

const UNCOMMANDED = {
  final: true,
  fee: null,
  requestedAt: null,
  capturedAt: null,
  refused: null,
} as const;

export function requested(
  payment: Payment,
  { captureId, amount, final, requestedAt }: CaptureRequested['data'],
): Payment {
  const fee = payment.captures.get(captureId)?.fee ?? null;
  const open = { status: 'requested', reference: null, capturedAt: null, refused: null } as const;
  return withCapture(payment, captureId, { amount, final, fee, requestedAt, ...open });
}

export function captured(
  payment: Payment,
  { captureId, amount, final, reference, capturedAt }: PaymentCaptured['data'],
): Payment {
  const { fee, requestedAt } = payment.captures.get(captureId) ?? UNCOMMANDED;
  const taken = { amount, final, status: 'captured', reference, capturedAt } as const;
  return withCapture(payment, captureId, { ...taken, fee, requestedAt, refused: null });
}

export function failed(
  payment: Payment,
  { captureId, amount, failedAt, ...refusal }: CaptureFailed['data'],
): Payment {
  const known = payment.captures.get(captureId) ?? UNCOMMANDED;
  const refused = refusedWith(refusal, failedAt);
  const untaken = { ...known, amount, status: 'failed', reference: null, refused } as const;
  return withCapture(payment, captureId, untaken);
}

export function reversed(
  payment: Payment,
  { reference, captureId, amount, reversedAt }: CaptureReversed['data'],
): Payment {
  return {
    ...payment,
    reversals: new Map(payment.reversals).set(reference, { captureId, amount, reversedAt }),
  };
}

function withCapture(payment: Payment, captureId: string, capture: Capture): Payment {
  return { ...payment, captures: new Map(payment.captures).set(captureId, capture) };
}
