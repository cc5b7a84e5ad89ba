import type { PayPalDesk } from '../desk.js';
import type { PayPalDispute } from './records.js';
import { renderDispute } from './render.js';

type DisputeEvent = `CUSTOMER.DISPUTE.${'CREATED' | 'UPDATED' | 'RESOLVED'}`;

/** Keeps the dispute as it is now, and tells of it. */
export function announce(desk: PayPalDesk, type: DisputeEvent, dispute: PayPalDispute): void {
  desk.draft.put('paypal-dispute', dispute.id, dispute);
  desk.tell({
    type,
    resourceType: 'dispute',
    resource: renderDispute(desk, dispute),
    summary: `Dispute ${dispute.id}: ${dispute.status} at ${dispute.stage}.`,
    orderId: dispute.orderId,
  });
}
