import { textAt } from '../json.js';
import type { ProviderFact } from '#provider-port';
import { denialIn } from './processor.js';
import { common, feeAt, needed, oneOf, upId } from './resources.js';

export function captureFacts(capture: unknown): readonly ProviderFact[] {
  oneOf(['COMPLETED', 'PARTIALLY_REFUNDED', 'REFUNDED'], capture, 'status');
  const { invoiceId: captureId, ...fact } = common(capture, 'create_time');
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
  const status = oneOf(['DECLINED', 'FAILED', 'DENIED'], capture, 'status');
  const { invoiceId: captureId, reference, paymentId, at } = common(capture, 'update_time');
  const denial = denialIn(capture, `CAPTURE_${status}`);
  const reason = `${reference} is ${status}`;
  return [{ kind: 'capture-failed', paymentId, at, captureId, reference, ...denial, reason }];
}

/** PayPal took captured money back by itself; its object is shaped as a refund's. */
export function reversalFacts(reversal: unknown): readonly ProviderFact[] {
  const { invoiceId: _unused, ...fact } = common(reversal, 'create_time');
  const captureReference = needed(upId(reversal, 'captures'), reversal, 'link to its capture');
  return [{ kind: 'capture-reversed', ...fact, captureReference }];
}
