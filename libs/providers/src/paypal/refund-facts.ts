import { textAt } from '../json.js';
import type { ProviderFact } from '#provider-port';
import { common, feeAt, needed, oneOf, upId } from './resources.js';

export function refundFacts(refund: unknown): readonly ProviderFact[] {
  const status = oneOf(['COMPLETED', 'PENDING', 'FAILED', 'CANCELLED'], refund, 'status');
  const { invoiceId: refundId, ...fact } = common(refund, 'create_time');
  const captureReference = needed(upId(refund, 'captures'), refund, 'link to its capture');
  if (status !== 'COMPLETED') return [];
  const fee = feeAt(refund, 'seller_payable_breakdown')?.negated() ?? null;
  return [{ kind: 'refunded', ...fact, refundId, captureReference, fee }];
}

export function refundFailedFacts(refund: unknown): readonly ProviderFact[] {
  const { invoiceId: refundId, ...fact } = common(refund, 'update_time');
  const captureReference = upId(refund, 'captures');
  const code = textAt(refund, 'status_details', 'reason') ?? 'REFUND_FAILED';
  return [{ kind: 'refund-failed', ...fact, refundId, captureReference, code }];
}
