import { note, unnote } from '../../ledger/due.js';
import type { StripeDesk } from '../desk.js';
import { invalid, missing } from '../errors.js';
import type { BalanceTransaction, Metadata } from '../records.js';
import { availableOn } from '../render.js';
import type { StripePayout } from './records.js';

const DAY_SECONDS = 86_400;

/**
 * Pays out what has become available since the last time, one payout per currency. A currency that
 * owes money instead waits until it no longer does.
 */
export function runPayouts(desk: StripeDesk): readonly StripePayout[] {
  const sums = new Map<string, { net: number; upTo: string }>();
  for (const line of unpaid(desk)) {
    const { net } = sums.get(line.currency) ?? { net: 0 };
    sums.set(line.currency, { net: net + line.amount - line.fee, upTo: line.id });
  }
  const payouts: StripePayout[] = [];
  for (const [currency, { net, upTo }] of sums) {
    if (net <= 0) continue;
    const after = desk.draft.get('stripe-paid-up-to', currency) ?? '';
    desk.draft.put('stripe-paid-up-to', currency, upTo);
    const covers = { after, upTo };
    payouts.push(sendPayout(desk, { amount: net, currency, covers, description: 'STRIPE PAYOUT' }));
  }
  return payouts;
}

/** Pays out every day at the same time, as long as the settings say so. */
export function runDaily(desk: StripeDesk): void {
  if (desk.parts.settings.all.stripePayouts !== 'daily') return;
  runPayouts(desk);
  planDaily(desk);
}

export function planDaily(desk: StripeDesk): void {
  const days = Math.floor(desk.now / DAY_SECONDS) + 1;
  note(desk.draft, { kind: 'stripe-payouts-run', id: 'daily' }, days * DAY_SECONDS * 1000);
}

/** Sends money to the bank, where it arrives a day later. */
export function sendPayout(
  desk: StripeDesk,
  given: Pick<StripePayout, 'amount' | 'currency' | 'covers' | 'description'> & {
    readonly metadata?: Metadata;
  },
): StripePayout {
  const { amount, currency } = given;
  const id = desk.parts.ids.stripe('po');
  const line = desk.move({
    type: 'payout',
    reportingCategory: 'payout',
    amount: -amount,
    fee: 0,
    currency,
    source: id,
  });
  desk.book({ id: line.id, kind: 'payout', reference: id, amount, of: bookedBy(currency) });
  const payout: StripePayout = {
    ...given,
    id,
    status: 'in_transit',
    created: desk.now,
    arrivalDate: desk.now + DAY_SECONDS,
    automatic: given.covers !== null,
    metadata: given.metadata ?? {},
    balanceTransaction: line.id,
    failureBalanceTransaction: null,
  };
  desk.save({ kind: 'payout', record: payout });
  note(desk.draft, { kind: 'stripe-payout-arrives', id }, payout.arrivalDate * 1000);
  desk.tell('payout.created', { kind: 'payout', record: payout });
  if (payout.automatic)
    desk.tell('payout.reconciliation_completed', { kind: 'payout', record: payout });
  return payout;
}

/** The bank has the money. */
export function arrive(desk: StripeDesk, id: string): void {
  const payout = desk.draft.get('stripe-payout', id);
  if (payout?.status !== 'in_transit') return;
  const paid: StripePayout = { ...payout, status: 'paid' };
  desk.save({ kind: 'payout', record: paid });
  desk.tell('payout.updated', { kind: 'payout', record: paid }, { status: 'in_transit' });
  desk.tell('payout.paid', { kind: 'payout', record: paid });
}

/**
 * The bank sends the money back, even after it had arrived.
 *
 * @throws StripeRefusal when there is no such payout, or it has failed already.
 */
export function failPayout(desk: StripeDesk, id: string): StripePayout {
  const payout = desk.draft.get('stripe-payout', id);
  if (payout === undefined) throw missing('payout', id, 'payout');
  if (payout.status === 'failed') throw invalid(`Payout ${id} has failed already.`);
  const { amount, currency } = payout;
  unnote(desk.draft, { kind: 'stripe-payout-arrives', id }, payout.arrivalDate * 1000);
  const line = desk.move({
    type: 'payout_failure',
    reportingCategory: 'payout_reversal',
    amount,
    fee: 0,
    currency,
    source: id,
  });
  desk.book({ id: line.id, kind: 'payout-failure', reference: id, amount, of: bookedBy(currency) });
  const failed: StripePayout = {
    ...payout,
    status: 'failed',
    failureBalanceTransaction: line.id,
  };
  desk.save({ kind: 'payout', record: failed });
  desk.tell('payout.failed', { kind: 'payout', record: failed }, { status: payout.status });
  return failed;
}

/** Whether a payout pays out this line, or is it. */
export function isCovered(payout: StripePayout, line: BalanceTransaction): boolean {
  if (line.id === payout.balanceTransaction) return true;
  if (payout.covers === null || line.currency !== payout.currency) return false;
  const { after, upTo } = payout.covers;
  return line.type !== 'payout' && line.id > after && line.id <= upTo;
}

/** Ids sort by age, and all lines wait equally long: what is available comes first. */
function* unpaid(desk: StripeDesk): Generator<BalanceTransaction> {
  for (const [id, line] of desk.parts.shelf.range('stripe-balance-transaction')) {
    if (availableOn(line) > desk.now) return;
    const paidUpTo = desk.draft.get('stripe-paid-up-to', line.currency) ?? '';
    if (line.type !== 'payout' && id > paidUpTo) yield line;
  }
}

/** No payment of anybody's. */
function bookedBy(currency: string): { readonly currency: string; readonly metadata: Metadata } {
  return { currency: currency.toUpperCase(), metadata: {} };
}
