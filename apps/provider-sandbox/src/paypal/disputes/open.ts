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
  /** Further captures of the same payer that this one dispute is over. */
  readonly with?: readonly string[];
};

/**
 * The payer contests a capture. As an inquiry it moves no money yet.
 *
 * @throws PayPalRefusal when it is contested already, or nothing is left of it.
 */
export function openDispute(
  desk: PayPalDesk,
  captureId: string,
  request: DisputeRequest,
): PayPalDispute {
  const { reason = 'UNAUTHORISED', stage = 'INQUIRY', channel = 'INTERNAL' } = request;
  const further = request.with ?? [];
  const captures = [captureId, ...further].map((id) => desk.capture(id));
  const capture = desk.capture(captureId);
  const contested = contestable(captures, capture.currency, request.amount);
  const opened: PayPalDispute = {
    id: `PP-R-${randomText(3, 'ABCDEFGHJKLMNPQRSTUVWXYZ')}-${desk.parts.ids.paypal()}`,
    captureId,
    ...(further.length === 0 ? {} : { furtherCaptureIds: further }),
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
  for (const each of captures) {
    desk.draft.put('paypal-capture', each.id, { ...each, dispute: dispute.id });
  }
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

function contestable(
  captures: readonly PayPalCapture[],
  currency: Money['currency'],
  asked: number | undefined,
): bigint {
  const left = captures.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0n);
  const taken = captures.reduce((sum, { amount }) => sum + amount, 0n);
  const amount = asked === undefined ? left : BigInt(asked);
  const free = captures.every(
    ({ status, dispute, currency: own }) =>
      status !== 'PENDING' && status !== 'DECLINED' && dispute === undefined && own === currency,
  );
  if (free && amount > 0n && amount <= taken) return amount;
  const shown = Money.of(amount, currency).toString();
  const ids = captures.map(({ id }) => id).join(', ');
  throw refusedDispute(`Capture ${ids} cannot be disputed over ${shown}.`);
}
