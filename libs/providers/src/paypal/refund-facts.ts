import { textAt } from '../json.js';
import type { ProviderFact } from '../provider-fact.js';
import { common, feeAt, upId } from './resources.js';

export function refundFacts(refund: unknown): readonly ProviderFact[] {
  const told = common(refund, 'create_time');
  const captureReference = upId(refund, 'captures');
  if (!told || captureReference === null || textAt(refund, 'status') !== 'COMPLETED') return [];
  const { invoiceId: refundId, ...fact } = told;
  const fee = feeAt(refund, 'seller_payable_breakdown')?.negated() ?? null;
  return [{ kind: 'refunded', ...fact, refundId, captureReference, fee }];
}

export function refundFailedFacts(refund: unknown): readonly ProviderFact[] {
  const told = common(refund, 'update_time');
  if (!told) return [];
  const { invoiceId: refundId, ...fact } = told;
  const captureReference = upId(refund, 'captures');
  const code = textAt(refund, 'status_details', 'reason') ?? 'REFUND_FAILED';
  return [{ kind: 'refund-failed', ...fact, refundId, captureReference, code }];
}
