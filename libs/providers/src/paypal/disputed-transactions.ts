import { Money, sum } from '#money';
import { listAt, textAt } from '../json.js';
import { ourId } from '../our-id.js';
import { moneyAt, needed } from './resources.js';

/** One of the transactions that a dispute is over. */
export type DisputedTransaction = {
  readonly paymentId: string | null;
  /** The dispute's id; of a payment's further transactions that id and their own. */
  readonly disputeReference: string;
  readonly captureReference: string;
  /** Its part of an amount of the dispute. The parts of all add up to exactly that amount. */
  readonly share: (amount: Money) => Money;
};

/**
 * The transactions of a dispute, in PayPal's order. PayPal tells the amount and the movements of
 * money for the dispute as a whole; they are divided as the contested items are, or as the
 * transactions' own amounts.
 *
 * @throws RangeError when one of several tells no amount to divide by.
 */
export function transactionsOf(dispute: unknown, disputed: Money): readonly DisputedTransaction[] {
  const listed = listAt(dispute, 'disputed_transactions').map((transaction) => {
    const id = textAt(transaction, 'seller_transaction_id');
    return { transaction, captureReference: needed(id, dispute, 'seller_transaction_id') };
  });
  needed(listed[0] ?? null, dispute, 'disputed_transactions');
  const only = listed.length === 1;
  const weights = only ? [1n] : listed.map(({ transaction }) => weightOf(transaction, disputed));
  const id = textAt(dispute, 'dispute_id') ?? '';
  const seen = new Set<string>();
  return listed.map(({ transaction, captureReference }, index) => {
    const paymentId = ourId(textAt(transaction, 'custom'));
    const again = seen.has(paymentId ?? '');
    seen.add(paymentId ?? '');
    const disputeReference = again ? `${id}:${captureReference}` : id;
    const share = (amount: Money) => shareOf(amount, weights, index);
    return { paymentId, disputeReference, captureReference, share };
  });
}

function weightOf(transaction: unknown, { currency }: Money): bigint {
  const items = listAt(transaction, 'items').flatMap(
    (item) => moneyAt(item, 'dispute_amount') ?? [],
  );
  const amount = items.length > 0 ? sum(items, currency) : moneyAt(transaction, 'gross_amount');
  if (amount === null || amount.currency !== currency || !amount.isPositive) {
    const id = textAt(transaction, 'seller_transaction_id') ?? '';
    throw new RangeError(`the dispute tells no ${currency} amount of transaction ${id}`);
  }
  return amount.minorUnits;
}

/** What is left by rounding down goes to the later ones, so nothing is lost or made up. */
function shareOf({ minorUnits, currency }: Money, weights: readonly bigint[], index: number) {
  const total = weights.reduce((added, weight) => added + weight, 0n);
  const before = weights.slice(0, index).reduce((added, weight) => added + weight, 0n);
  const upTo = (weight: bigint) => (minorUnits * weight) / total;
  return Money.of(upTo(before + (weights[index] ?? 0n)) - upTo(before), currency);
}
