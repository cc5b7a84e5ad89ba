import type { Stripe } from 'stripe';
import type { BookLine, Instant } from '../payment-provider.js';
import type { StripeAccount } from './account.js';
import { fromStripeAmount } from './amount.js';
import { idOfObject, instantOf } from './objects.js';

const DAY_S = 86_400;
const WINDOW_MAX_S = 64 * DAY_S;

/**
 * Stripe lists newest first; read in windows of time, the lines come oldest first without the
 * whole history in memory. Windows grow while nothing is found; the last one has no end.
 */
export async function* stripeBooks(
  { stripe, attempts, now }: StripeAccount,
  from: Instant,
): AsyncGenerator<BookLine> {
  let start = Math.floor(Date.parse(from) / 1000);
  for (let window = DAY_S; ;) {
    const end = start + window;
    const last = end > now().getTime() / 1000;
    const found = await attempts.ask(() => listed(stripe, start, last ? null : end));
    yield* linesOf(found.reverse());
    if (last) return;
    start = end;
    window = found.length === 0 ? Math.min(window * 2, WINDOW_MAX_S) : DAY_S;
  }
}

/** Newest first. */
async function listed(
  stripe: Stripe,
  start: number,
  end: number | null,
): Promise<Stripe.BalanceTransaction[]> {
  const created = { gte: start, ...(end === null ? {} : { lt: end }) };
  const found = [];
  const pages = stripe.balanceTransactions.list({ created, limit: 100, expand: ['data.source'] });
  for await (const transaction of pages) found.push(transaction);
  return found;
}

/**
 * A partial capture is booked twice, in full and what of it was released. Together they are one
 * capture, so the lines' sums equal what was taken.
 */
function linesOf(transactions: readonly Stripe.BalanceTransaction[]): BookLine[] {
  const reversals = new Map<string, Stripe.BalanceTransaction>();
  for (const transaction of transactions) {
    if (transaction.reporting_category !== 'partial_capture_reversal') continue;
    const charge = chargeOfReversal(transaction);
    if (charge !== null) reversals.set(charge, transaction);
  }
  const lines = [];
  for (const transaction of transactions) {
    const source = idOfObject(transaction.source);
    if (transaction.reporting_category === 'charge' && source !== null) {
      const reversal = reversals.get(source);
      reversals.delete(source);
      lines.push(lineOf(transaction, reversal));
    } else if (transaction.reporting_category !== 'partial_capture_reversal') {
      lines.push(lineOf(transaction));
    }
  }
  // A release whose capture was in another window: shown by itself, so nothing is lost.
  return [...lines, ...[...reversals.values()].map((reversal) => lineOf(reversal))];
}

function lineOf(
  transaction: Stripe.BalanceTransaction,
  reversal?: Stripe.BalanceTransaction,
): BookLine {
  const { id, amount, fee, currency, created, source, reporting_category } = transaction;
  return {
    lineId: id,
    kind: KINDS[reporting_category] ?? 'adjustment',
    reference: idOfObject(source) ?? id,
    paymentId: paymentIdOf(source),
    amount: fromStripeAmount(amount + (reversal?.amount ?? 0), currency),
    fee: fromStripeAmount(fee + (reversal?.fee ?? 0), currency),
    at: instantOf(created),
  };
}

/** Stripe's categories say what a line is; its `type` lumps disputes and failures together. */
const KINDS: Readonly<Record<string, BookLine['kind']>> = {
  charge: 'capture',
  refund: 'refund',
  dispute: 'dispute',
  dispute_reversal: 'dispute',
  fee: 'fee',
  network_cost: 'fee',
  tax: 'fee',
  payout: 'payout',
  payout_reversal: 'payout',
};

function chargeOfReversal({ source }: Stripe.BalanceTransaction): string | null {
  if (source === null || typeof source === 'string') return source;
  return source.object === 'refund' ? idOfObject(source.charge) : source.id;
}

function paymentIdOf(source: Stripe.BalanceTransaction['source']): string | null {
  if (source === null || typeof source === 'string' || !('metadata' in source)) return null;
  return source.metadata?.['payment_id'] ?? null;
}
