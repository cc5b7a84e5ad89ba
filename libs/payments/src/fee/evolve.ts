import type { Payment } from '../payment/payment.js';
import type { ProviderFeeRecorded } from './events.js';

export function feeRecorded(
  payment: Payment,
  { captureId, refundId, fee }: ProviderFeeRecorded['data'],
): Payment {
  if (refundId !== undefined) return refundFeeRecorded(payment, refundId);
  const known = payment.captures.get(captureId);
  if (!known) return payment;
  return { ...payment, captures: new Map(payment.captures).set(captureId, { ...known, fee }) };
}

function refundFeeRecorded(payment: Payment, refundId: string): Payment {
  const known = payment.refunds.get(refundId);
  if (!known) return payment;
  const refund = { ...known, feePendingSince: null };
  return { ...payment, refunds: new Map(payment.refunds).set(refundId, refund) };
}
