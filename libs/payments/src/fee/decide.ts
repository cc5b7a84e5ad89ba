import type { Money } from '#money';
import { initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import type { ProviderFeeRecorded } from './events.js';

/** A fee that the provider has not told yet: of a capture, or of a refund. */
export type MissingFee = {
  readonly operationId: string;
  /** Since when the money has moved without it. */
  readonly since: Instant;
};

/** Fees that are still to be looked up, the oldest first. */
export function missingFees({ captures, refunds }: Payment): MissingFee[] {
  const missing: MissingFee[] = [];
  for (const [operationId, { status, fee, capturedAt }] of captures) {
    if (status !== 'captured' || fee !== null || capturedAt === null) continue;
    missing.push({ operationId, since: capturedAt });
  }
  for (const [operationId, { feePendingSince: since }] of refunds) {
    if (since !== null) missing.push({ operationId, since });
  }
  return missing.sort((a, b) => (a.since < b.since ? -1 : 1));
}

/** The fee of a capture that was recorded without. */
export function recordFee(
  fact: { readonly captureId: string; readonly fee: Money | null; readonly at: Instant },
  payment: Payment,
): ProviderFeeRecorded[] {
  const { paymentId } = initiatedOf(payment);
  const { captureId, fee, at } = fact;
  const capture = payment.captures.get(captureId);
  if (fee === null || capture?.status !== 'captured' || capture.fee !== null) return [];
  return [{ type: 'ProviderFeeRecorded', data: { paymentId, captureId, fee, recordedAt: at } }];
}

/** The fee of a refund that was recorded without. */
export function recordRefundFee(
  fact: { readonly refundId: string; readonly fee: Money | null; readonly at: Instant },
  payment: Payment,
): ProviderFeeRecorded[] {
  const { paymentId } = initiatedOf(payment);
  const { refundId, fee, at } = fact;
  const refund = payment.refunds.get(refundId);
  if (fee === null || !refund || refund.feePendingSince === null) return [];
  const ids = { paymentId, captureId: refund.captureId, refundId };
  return [{ type: 'ProviderFeeRecorded', data: { ...ids, fee, recordedAt: at } }];
}
