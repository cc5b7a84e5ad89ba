import type { StripeDesk } from './desk.js';
import type { StripeCharge } from './records.js';

/**
 * Ids of what belongs to the charge that a list is asked about, so that no list has to search all
 * there is; undefined when it is asked about none.
 */
export function idsOfCharge(
  desk: StripeDesk,
  asked: { readonly charge?: string; readonly payment_intent?: string },
  idsIn: (charge: StripeCharge) => readonly string[],
): readonly string[] | undefined {
  const { charge: id, payment_intent: payment } = asked;
  if (id !== undefined) return idsOf(desk, id, idsIn);
  if (payment === undefined) return undefined;
  const latest = desk.draft.get('stripe-payment', payment)?.latestCharge;
  return typeof latest === 'string' ? idsOf(desk, latest, idsIn) : [];
}

/** Ids of the balance transactions of an object; undefined when only a search can tell. */
export function movementsOf(desk: StripeDesk, source: string): readonly string[] | undefined {
  const { draft } = desk;
  if (source.startsWith('ch_')) return draft.get('stripe-charge', source)?.movements;
  if (source.startsWith('du_')) {
    return draft.get('stripe-dispute', source)?.movements.map(({ id }) => id);
  }
  const pair = source.startsWith('re_')
    ? draft.get('stripe-refund', source)
    : draft.get('stripe-payout', source);
  if (pair === undefined) return undefined;
  const { balanceTransaction, failureBalanceTransaction } = pair;
  return [balanceTransaction, failureBalanceTransaction].filter((id) => id !== null);
}

function idsOf(
  desk: StripeDesk,
  charge: string,
  idsIn: (charge: StripeCharge) => readonly string[],
): readonly string[] {
  const found = desk.draft.get('stripe-charge', charge);
  return found === undefined ? [] : idsIn(found);
}
