import { Money } from '#money';
import { note } from '../../ledger/due.js';
import { randomText } from '../../ledger/ids.js';
import type { PayPalDesk } from '../desk.js';
import { PayPalRefusal } from '../errors.js';
import type { PayPalCapture } from '../records.js';
import { withdraw } from './move.js';
import type { DisputeStage, PayPalDispute } from './records.js';
import { DISPUTE_STAGES } from './records.js';
import { announce } from './announce.js';

/** How long the seller has to answer. */
const RESPONSE_MS = 10 * 86_400_000;

export const DISPUTE_REASONS = [
  'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
  'MERCHANDISE_OR_SERVICE_NOT_AS_DESCRIBED',
  'UNAUTHORISED',
  'CREDIT_NOT_PROCESSED',
  'DUPLICATE_TRANSACTION',
  'INCORRECT_AMOUNT',
] as const;

export type DisputeRequest = {
  /** In minor units of ISO 4217; default: all that was not refunded. */
  readonly amount?: number;
  readonly reason?: (typeof DISPUTE_REASONS)[number];
  readonly stage?: DisputeStage;
  readonly channel?: PayPalDispute['channel'];
};

/**
 * The payer contests a capture. As an inquiry it moves no money yet.
 *
 * @throws PayPalRefusal when it is contested already, or nothing is left of it.
 */
export function openDispute(
  desk: PayPalDesk,
  captureId: string,
  { amount, reason = 'UNAUTHORISED', stage = 'INQUIRY', channel = 'INTERNAL' }: DisputeRequest,
): PayPalDispute {
  const capture = desk.capture(captureId);
  const contested = contestable(capture, amount);
  const opened: PayPalDispute = {
    id: `PP-R-${randomText(3, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}-${desk.parts.ids.paypal()}`,
    captureId,
    orderId: capture.orderId,
    currency: capture.currency,
    amount: contested,
    reason,
    status: stage === 'INQUIRY' ? 'OPEN' : 'WAITING_FOR_SELLER_RESPONSE',
    stage,
    channel,
    movements: [],
    outcome: null,
    createdAt: desk.nowIso,
    updatedAt: desk.nowIso,
    dueMs: desk.nowMs + RESPONSE_MS,
  };
  const dispute = stage === 'INQUIRY' ? opened : withdraw(desk, opened);
  desk.draft.put('paypal-capture', captureId, { ...capture, dispute: dispute.id });
  note(desk.draft, { kind: 'paypal-dispute-runs-out', id: dispute.id }, dispute.dueMs);
  announce(desk, 'CUSTOMER.DISPUTE.CREATED', dispute);
  return dispute;
}

/**
 * The dispute goes on to its next stage, or the one named; beyond the inquiry the money goes.
 *
 * @throws PayPalRefusal when it is over, or was there before.
 */
export function advanceDispute(desk: PayPalDesk, id: string, to?: DisputeStage): PayPalDispute {
  const dispute = desk.dispute(id);
  const at = DISPUTE_STAGES.indexOf(dispute.stage);
  const stage = to ?? DISPUTE_STAGES[at + 1];
  if (dispute.status === 'RESOLVED' || stage === undefined || DISPUTE_STAGES.indexOf(stage) <= at) {
    throw refusedDispute(`The dispute is ${dispute.status} at ${dispute.stage}.`);
  }
  const moved: PayPalDispute = {
    ...dispute,
    stage,
    status: 'WAITING_FOR_SELLER_RESPONSE',
    updatedAt: desk.nowIso,
  };
  const advanced = moved.movements.length === 0 ? withdraw(desk, moved) : moved;
  announce(desk, 'CUSTOMER.DISPUTE.UPDATED', advanced);
  return advanced;
}

/** The documents of disputes name no issues: what PayPal says is free text. */
export function refusedDispute(description: string): PayPalRefusal {
  return new PayPalRefusal(400, [{ issue: 'INVALID_DISPUTE_STATE', description }]);
}

function contestable(capture: PayPalCapture, asked: number | undefined): bigint {
  const left = capture.amount - capture.refunded;
  const amount = asked === undefined ? left : BigInt(asked);
  const taken = capture.status !== 'PENDING' && capture.status !== 'DECLINED';
  if (taken && capture.dispute === undefined && amount > 0n && amount <= capture.amount) {
    return amount;
  }
  const shown = Money.of(amount, capture.currency).toString();
  throw refusedDispute(`Capture ${capture.id} cannot be disputed over ${shown}.`);
}
