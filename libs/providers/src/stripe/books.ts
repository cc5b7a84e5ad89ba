import type { Stripe } from 'stripe';
import type { BookLine } from '../payment-provider.js';
import type { Instant } from '../instant.js';
import type { StripeAccount } from './account.js';
import { fromStripeAmount } from './amount.js';
import { idOfObject, instantOf, paymentIdIn } from './objects.js';
import { createdIn, oldestFirst } from './windows.js';

export async function* stripeBooks(
  { stripe, attempts, now }: StripeAccount,
  from: Instant,
): AsyncGenerator<BookLine> {
  const list = (startS: number, endS: number | null) =>
    attempts.ask(() => listed(stripe, { created: createdIn(startS, endS) }));
  for await (const found of oldestFirst({ from, now, list })) yield* linesOf(found);
}

/**
 * What one charge was booked as, capture by capture, oldest first.
 *
 * @param releases bookings of what partial captures released, where they are not under the charge.
 */
export async function bookedOf(
  { stripe, attempts }: StripeAccount,
  charge: string,
  releases: readonly Stripe.BalanceTransaction[],
): Promise<BookLine[]> {
  const found = await attempts.ask(() => listed(stripe, { source: charge }));
  const known = new Set(found.map(({ id }) => id));
  const elsewhere = releases.filter(({ id }) => !known.has(id));
  return linesOf([...found.reverse(), ...elsewhere.map((each) => ({ ...each, source: charge }))]);
}

export function isRelease(transaction: Stripe.BalanceTransaction): boolean {
  return transaction.reporting_category === 'partial_capture_reversal';
}

/** Newest first. */
async function listed(
  stripe: Stripe,
  which: Pick<Stripe.BalanceTransactionListParams, 'created' | 'source'>,
): Promise<Stripe.BalanceTransaction[]> {
  const found = [];
  const pages = stripe.balanceTransactions.list({ ...which, limit: 100, expand: ['data.source'] });
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
    if (!isRelease(transaction)) continue;
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
    } else if (!isRelease(transaction)) {
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
  return paymentIdIn(source);
}
