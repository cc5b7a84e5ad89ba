import type { PayPalDesk } from '../desk.js';
import { wireMoney } from '../money.js';
import { capturesOf, type DisputeMovement, type PayPalDispute } from './records.js';

export function renderDispute(desk: PayPalDesk, dispute: PayPalDispute): object {
  const { movements, outcome } = dispute;
  return {
    ...summary(desk, dispute),
    disputed_transactions: capturesOf(dispute).map((id) => renderTransaction(desk, id)),
    ...(outcome === null ? {} : { dispute_outcome: { outcome_code: outcome } }),
    ...(movements.length === 0
      ? {}
      : { money_movements: movements.map((each) => renderMovement(dispute, each)) }),
  };
}

function renderTransaction(desk: PayPalDesk, captureId: string): object {
  const { createdAt, amount, currency, invoiceId, customId } = desk.capture(captureId);
  return {
    buyer_transaction_id: captureId,
    seller_transaction_id: captureId,
    reference_id: captureId,
    create_time: millis(createdAt),
    transaction_status: 'COMPLETED',
    gross_amount: wireMoney(amount, currency),
    ...(invoiceId === null ? {} : { invoice_number: invoiceId }),
    ...(customId === null ? {} : { custom: customId }),
    buyer: { name: 'Pat Payer' },
    seller: { merchant_id: 'SANDBOXMERCHANT', name: 'Sandbox Merchant' },
  };
}

/** What the list shows of a dispute. */
export function renderDisputeInfo(desk: PayPalDesk, dispute: PayPalDispute): object {
  return { ...summary(desk, dispute), dispute_state: stateOf(dispute) };
}

export function stateOf({ status, stage }: PayPalDispute): string {
  if (status === 'RESOLVED') return 'RESOLVED';
  if (status === 'UNDER_REVIEW') return 'UNDER_PAYPAL_REVIEW';
  if (status === 'WAITING_FOR_BUYER_RESPONSE') return 'REQUIRED_OTHER_PARTY_ACTION';
  return stage === 'INQUIRY' ? 'OPEN_INQUIRIES' : 'REQUIRED_ACTION';
}

function summary(desk: PayPalDesk, dispute: PayPalDispute): object {
  const self = `${desk.baseUrl}/v1/customer/disputes/${dispute.id}`;
  const open = dispute.status !== 'RESOLVED';
  return {
    dispute_id: dispute.id,
    create_time: millis(dispute.createdAt),
    update_time: millis(dispute.updatedAt),
    reason: dispute.reason,
    status: dispute.status,
    dispute_amount: wireMoney(dispute.amount, dispute.currency),
    dispute_life_cycle_stage: dispute.stage,
    dispute_channel: dispute.channel,
    ...(open ? { seller_response_due_date: millis(desk.parts.clock.iso(dispute.dueMs)) } : {}),
    links: [
      { href: self, rel: 'self', method: 'GET' },
      ...(open
        ? ['accept-claim', 'provide-evidence'].map((rel) => {
            return { href: `${self}/${rel}`, rel, method: 'POST' };
          })
        : []),
    ],
  };
}

function renderMovement(
  { currency }: PayPalDispute,
  { type, reason, amount, at }: DisputeMovement,
): object {
  return {
    affected_party: 'SELLER',
    amount: wireMoney(amount, currency),
    initiated_time: millis(at),
    type,
    reason,
  };
}

/** Disputes tell the time to the millisecond. */
function millis(iso: string): string {
  return iso.replace('Z', '.000Z');
}
