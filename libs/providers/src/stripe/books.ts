import type { Stripe } from 'stripe';
import type { Money } from '#money';
import type { BookEntry, Instant, LineId, SettlementLine } from '#provider-port';
import { readLine } from '../unreadable-line.js';
import type { StripeAccount } from './account.js';
import { fromStripeAmount } from './amount.js';
import { stripeKindOf } from './book-kinds.js';
import { disputedBy } from './dispute-facts.js';
import { idOfObject, instantOf, paymentIdIn } from './objects.js';
import { isRelease, Releases } from './releases.js';
import { createdIn, oldestFirst } from './windows.js';

export async function* stripeBooks(
  { stripe, attempts, now }: StripeAccount,
  from: Instant,
): AsyncGenerator<BookEntry> {
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
): Promise<SettlementLine[]> {
  const found = await attempts.ask(() => listed(stripe, { source: charge }));
  const known = new Set(found.map(({ id }) => id));
  const elsewhere = releases.filter(({ id }) => !known.has(id));
  const all = [...found.reverse(), ...elsewhere.map((each) => ({ ...each, source: charge }))];
  return linesOf(all).filter((line) => line.kind !== 'pending' && line.kind !== 'unreadable');
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
function linesOf(transactions: readonly Stripe.BalanceTransaction[]): BookEntry[] {
  const releases = new Releases(transactions);
  const lines = [];
  for (const transaction of transactions) {
    if (isRelease(transaction)) continue;
    lines.push(...captureEntries(transaction, releases.takenFor(transaction)));
  }
  // A release whose capture was in another window: shown by itself, so nothing is lost.
  return [...lines, ...releases.left().map((release) => entryOf(release))];
}

/** One line; or each by itself when they cannot be read together. */
function captureEntries(
  transaction: Stripe.BalanceTransaction,
  releases: readonly Stripe.BalanceTransaction[],
): BookEntry[] {
  const entry = entryOf(transaction, releases);
  if (entry.kind !== 'unreadable') return [entry];
  return [transaction, ...releases].map((each) => entryOf(each));
}

function entryOf(
  transaction: Stripe.BalanceTransaction,
  releases: readonly Stripe.BalanceTransaction[] = [],
): BookEntry {
  const at = instantOf(transaction.created);
  const of: LineId = { provider: 'stripe', lineId: transaction.id, at };
  return readLine(transaction, of, () => lineOf(transaction, releases));
}

function lineOf(
  transaction: Stripe.BalanceTransaction,
  releases: readonly Stripe.BalanceTransaction[],
): SettlementLine {
  const { id, currency, created, source, reporting_category } = transaction;
  const booked = [transaction, ...releases];
  const settled = fromStripeAmount(sumOf(booked.map(({ amount }) => amount)), currency);
  const presented = presentedBy(transaction);
  return {
    provider: 'stripe',
    lineId: id,
    kind: stripeKindOf(reporting_category),
    reference: idOfObject(source) ?? id,
    paymentId: paymentIdOf(source),
    amount: settled,
    ...(presented === null || presented.currency === settled.currency ? {} : { presented }),
    fee: fromStripeAmount(sumOf(booked.map(({ fee }) => fee)), currency),
    at: instantOf(created),
  };
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, each) => sum + each, 0);
}

/**
 * What the payer saw of a movement that settles in another currency, by the object that caused it;
 * null where it does not say. Of a charge that may be captured in parts only the rate tells.
 */
function presentedBy({
  amount,
  currency,
  exchange_rate: rate,
  source,
}: Stripe.BalanceTransaction): Money | null {
  if (source === null || typeof source === 'string' || !('currency' in source)) return null;
  if (source.currency === currency) return null;
  const sign = amount < 0 ? -1 : 1;
  switch (source.object) {
    case 'charge':
      return fromStripeAmount(capturedBy(source, { amount, rate }), source.currency);
    case 'refund':
      return fromStripeAmount(sign * source.amount, source.currency);
    case 'dispute':
      return fromStripeAmount(sign * disputedBy({ amount, currency }, source), source.currency);
    default:
      return null;
  }
}

function capturedBy(
  charge: Stripe.Charge,
  { amount, rate }: { readonly amount: number; readonly rate: number | null },
): number {
  const { multicapture } = charge.payment_method_details?.card ?? {};
  if (multicapture?.status !== 'available' || rate === null) return charge.amount_captured;
  return Math.min(Math.round(amount / rate), charge.amount_captured);
}

function paymentIdOf(source: Stripe.BalanceTransaction['source']): string | null {
  if (source === null || typeof source === 'string' || !('metadata' in source)) return null;
  return paymentIdIn(source);
}
