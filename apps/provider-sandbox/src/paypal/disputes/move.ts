import { Money } from '#money';
import { stepOf } from '../money.js';
import type { PayPalDesk } from '../desk.js';
import { capturesOf, type DisputeMovement, type PayPalDispute } from './records.js';

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
  bookShares(desk, dispute, { id: taken.id, kind: 'dispute', amount });
  const cost = movement(desk, { type: 'DEBIT', reason, amount: fee });
  bookShares(desk, dispute, { id: cost.id, kind: 'fee', amount: fee });
  return { ...dispute, movements: [...dispute.movements, taken, cost] };
}

/** The money, but not the fee, goes back to the seller. */
export function giveBack(desk: PayPalDesk, dispute: PayPalDispute): PayPalDispute {
  const { amount } = dispute;
  const given = movement(desk, { type: 'CREDIT', reason: 'DISPUTE_SETTLEMENT', amount });
  bookShares(desk, dispute, { id: given.id, kind: 'dispute-reversal', amount });
  return { ...dispute, movements: [...dispute.movements, given] };
}

/** One line for each disputed transaction, which it names; together they are the amount. */
function bookShares(
  desk: PayPalDesk,
  dispute: PayPalDispute,
  { id, kind, amount }: { readonly id: string; readonly kind: Kind; readonly amount: bigint },
): void {
  const captures = capturesOf(dispute).map((each) => desk.capture(each));
  const total = captures.reduce((sum, capture) => sum + capture.amount, 0n);
  let before = 0n;
  for (const [index, of] of captures.entries()) {
    const share = (amount * (before + of.amount)) / total - (amount * before) / total;
    before += of.amount;
    const isFee = kind === 'fee';
    desk.book({
      id: index === 0 ? id : desk.parts.ids.paypal(),
      kind,
      reference: dispute.id,
      amount: Money.of(isFee ? 0n : share, dispute.currency),
      fee: isFee ? share : 0n,
      paypal: { ...(isFee ? { code: PROCESSING_FEE } : {}), related: of.id },
      of,
    });
  }
}

type Kind = 'dispute' | 'dispute-reversal' | 'fee';

function movement(
  desk: PayPalDesk,
  given: Pick<DisputeMovement, 'type' | 'reason' | 'amount'>,
): DisputeMovement {
  return { ...given, id: desk.parts.ids.paypal(), at: desk.nowIso };
}
