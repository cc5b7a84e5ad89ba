import { Money } from '#money';
import { stepOf } from '../money.js';
import type { PayPalDesk } from '../desk.js';
import type { DisputeMovement, PayPalDispute } from './records.js';

/** What a dispute costs the seller, won or lost, in hundreds of the smallest amounts. */
const FEE_STEPS = 1500n;

/** "Chargeback processing fee", a transaction of its own. */
const PROCESSING_FEE = 'T0106';

/** PayPal takes the contested money, and its fee, until the case is decided. */
export function withdraw(desk: PayPalDesk, dispute: PayPalDispute): PayPalDispute {
  const { amount, currency, channel } = dispute;
  const fee = FEE_STEPS * stepOf(currency);
  const reason = channel === 'EXTERNAL' ? 'CHARGEBACK_FEE' : 'DISPUTE_FEE';
  const taken = movement(desk, { type: 'DEBIT', reason: 'DISPUTE_SETTLEMENT', amount });
  const of = desk.capture(dispute.captureId);
  desk.book({
    id: taken.id,
    kind: 'dispute',
    reference: dispute.id,
    amount: Money.of(amount, currency),
    of,
  });
  const cost = movement(desk, { type: 'DEBIT', reason, amount: fee });
  desk.book({
    id: cost.id,
    kind: 'fee',
    reference: dispute.id,
    amount: Money.of(0n, currency),
    fee,
    paypal: { code: PROCESSING_FEE },
    of,
  });
  return { ...dispute, movements: [...dispute.movements, taken, cost] };
}

/** The money, but not the fee, goes back to the seller. */
export function giveBack(desk: PayPalDesk, dispute: PayPalDispute): PayPalDispute {
  const { amount, currency } = dispute;
  const given = movement(desk, { type: 'CREDIT', reason: 'DISPUTE_SETTLEMENT', amount });
  desk.book({
    id: given.id,
    kind: 'dispute-reversal',
    reference: dispute.id,
    amount: Money.of(amount, currency),
    of: desk.capture(dispute.captureId),
  });
  return { ...dispute, movements: [...dispute.movements, given] };
}

function movement(
  desk: PayPalDesk,
  given: Pick<DisputeMovement, 'type' | 'reason' | 'amount'>,
): DisputeMovement {
  return { ...given, id: desk.parts.ids.paypal(), at: desk.nowIso };
}
