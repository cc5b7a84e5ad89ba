import { unnote } from '../../ledger/due.js';
import type { PayPalDesk } from '../desk.js';
import { announce } from './announce.js';
import { giveBack, withdraw } from './move.js';
import { refusedDispute } from './open.js';
import type { DisputeOutcome, PayPalDispute } from './records.js';

/**
 * The seller answers; PayPal or the bank reads it.
 *
 * @throws PayPalRefusal when the dispute is over.
 */
export function provideEvidence(desk: PayPalDesk, id: string): PayPalDispute {
  const dispute = desk.dispute(id);
  if (dispute.status === 'RESOLVED') throw refusedDispute('The dispute is resolved.');
  unnote(desk.draft, { kind: 'paypal-dispute-runs-out', id }, dispute.dueMs);
  const answered: PayPalDispute = { ...dispute, status: 'UNDER_REVIEW', updatedAt: desk.nowIso };
  announce(desk, 'CUSTOMER.DISPUTE.UPDATED', answered);
  return answered;
}

/** No answer came in time. */
export function runOut(desk: PayPalDesk, id: string): void {
  const dispute = desk.draft.get('paypal-dispute', id);
  if (dispute === undefined || dispute.status === 'RESOLVED') return;
  if (dispute.status === 'UNDER_REVIEW') return;
  resolveDispute(desk, id, 'RESOLVED_BUYER_FAVOUR');
}

/**
 * Ends a dispute: the money stays with the one or goes to the other.
 *
 * @throws PayPalRefusal when it has ended already.
 */
export function resolveDispute(
  desk: PayPalDesk,
  id: string,
  outcome: DisputeOutcome,
): PayPalDispute {
  const dispute = desk.dispute(id);
  if (dispute.status === 'RESOLVED') throw refusedDispute('The dispute is resolved.');
  unnote(desk.draft, { kind: 'paypal-dispute-runs-out', id }, dispute.dueMs);
  const taken = dispute.movements.length > 0;
  const decided: PayPalDispute = {
    ...dispute,
    status: 'RESOLVED',
    outcome,
    updatedAt: desk.nowIso,
  };
  const resolved = settled(desk, decided, taken);
  announce(desk, 'CUSTOMER.DISPUTE.RESOLVED', resolved);
  return resolved;
}

function settled(desk: PayPalDesk, dispute: PayPalDispute, taken: boolean): PayPalDispute {
  if (dispute.outcome === 'RESOLVED_BUYER_FAVOUR') return taken ? dispute : withdraw(desk, dispute);
  return taken ? giveBack(desk, dispute) : dispute;
}
