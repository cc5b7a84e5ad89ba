import { textAt } from '../json.js';
import type { ProviderFact } from '../provider-fact.js';
import { common, feeAt, upId } from './resources.js';

export function captureFacts(capture: unknown): readonly ProviderFact[] {
  const told = common(capture, 'create_time');
  if (!told) return [];
  const { invoiceId: captureId, ...fact } = told;
  const authorisationReference =
    textAt(capture, 'supplementary_data', 'related_ids', 'authorization_id') ??
    upId(capture, 'authorizations') ??
    '';
  const fee = feeAt(capture, 'seller_receivable_breakdown');
  // Each capture has its own reference, so a total would tell nothing more.
  return [{ kind: 'captured', ...fact, captureId, authorisationReference, fee, total: null }];
}

/** A capture that was pending took nothing after all. */
export function captureFailedFacts(capture: unknown): readonly ProviderFact[] {
  const told = common(capture, 'update_time');
  if (!told) return [];
  const { invoiceId: captureId, reference, paymentId, at } = told;
  const status = textAt(capture, 'status') ?? 'DENIED';
  const code = textAt(capture, 'status_details', 'reason') ?? `CAPTURE_${status}`;
  const reason = `${reference} is ${status}`;
  return [{ kind: 'capture-failed', paymentId, at, captureId, reference, code, reason }];
}

/** PayPal took captured money back by itself; its object is shaped as a refund's. */
export function reversalFacts(reversal: unknown): readonly ProviderFact[] {
  const told = common(reversal, 'create_time');
  const captureReference = upId(reversal, 'captures');
  if (!told || captureReference === null) return [];
  const { invoiceId: _unused, ...fact } = told;
  return [{ kind: 'capture-reversed', ...fact, captureReference }];
}
