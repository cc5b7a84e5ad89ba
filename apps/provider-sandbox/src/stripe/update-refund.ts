import type { StripeDesk } from './desk.js';
import { missing } from './errors.js';
import type { Metadata, StripeRefund } from './records.js';
import { merged } from './update-payment.js';

/** @throws StripeRefusal when there is no such refund. */
export function updateRefund(
  desk: StripeDesk,
  id: string,
  metadata: Metadata | '' | undefined,
): StripeRefund {
  const refund = desk.draft.get('stripe-refund', id);
  if (refund === undefined) throw missing('refund', id, 'refund');
  const record = { ...refund, metadata: merged(refund.metadata, metadata) };
  desk.save({ kind: 'refund', record });
  desk.tell('refund.updated', { kind: 'refund', record }, { metadata: refund.metadata });
  return record;
}
