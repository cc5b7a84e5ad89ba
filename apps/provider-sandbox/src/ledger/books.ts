import type { Line, LineKind, Totals } from './line.js';
import type { Currency } from '#money';
import { PROVIDERS, type ProviderName } from '#provider-port';
import type { Draft, Shelf } from './shelf.js';

const NOTHING: Totals = {
  authorised: 0n,
  voided: 0n,
  captured: 0n,
  refunded: 0n,
  fees: 0n,
  disputed: 0n,
  paidOut: 0n,
  other: 0n,
  balance: 0n,
  counts: {
    authorisation: 0,
    void: 0,
    capture: 0,
    refund: 0,
    'refund-failure': 0,
    reversal: 0,
    dispute: 0,
    'dispute-reversal': 0,
    payout: 0,
    'payout-failure': 0,
    fee: 0,
    credit: 0,
    debit: 0,
  },
};

/** Writes a line, and the totals with it, so that both reach the disk together. */
export function book(draft: Draft, line: Line): void {
  // PayPal reports its lines by time; Stripe has balance transactions for that.
  if (line.provider === 'paypal') draft.put('paypal-line', line.id, line);
  for (const paymentId of new Set(line.paymentIds)) {
    draft.put('line-of', `${paymentId}/${line.id}`, line);
  }
  const { status, wire } = line.paypal ?? {};
  if (status !== undefined || wire !== undefined) return;
  for (const currency of new Set([line.currency, line.settled?.currency ?? line.currency])) {
    const account = `${line.provider}/${currency}`;
    draft.put('total', account, added(completed(draft.get('total', account)), line, currency));
  }
}

type Books = Record<ProviderName, Record<string, Totals>>;

export function totalsOf(shelf: Shelf): Books {
  const books = Object.fromEntries(PROVIDERS.map((name) => [name, {}])) as Books;
  for (const [account, totals] of shelf.range('total')) {
    const [provider, currency] = account.split('/') as [ProviderName, Currency];
    books[provider][currency] = completed(totals);
  }
  return books;
}

/** All lines of one payment, and what they add up to per currency. */
export function paymentBooks(
  shelf: Shelf,
  paymentId: string,
): { readonly lines: readonly Line[]; readonly totals: Record<string, Totals> } {
  const lines = [...shelf.range('line-of', { prefix: `${paymentId}/` })].map(([, line]) => line);
  const totals: Record<string, Totals> = {};
  for (const line of lines) {
    if (line.paypal?.status !== undefined) continue;
    for (const currency of new Set([line.currency, line.settled?.currency ?? line.currency])) {
      totals[currency] = added(totals[currency] ?? NOTHING, line, currency);
    }
  }
  return { lines, totals };
}

/** Books on disk may be older than the latest kinds of lines. */
function completed(totals: Totals | undefined): Totals {
  if (totals === undefined) return NOTHING;
  return { ...NOTHING, ...totals, counts: { ...NOTHING.counts, ...totals.counts } };
}

/** Which sum a kind of line counts in, and what it does to it and to the balance. */
const EFFECTS: Readonly<
  Record<LineKind, readonly [sum: Sum, onSum: 1n | 0n | -1n, onBalance: 1n | 0n | -1n]>
> = {
  authorisation: ['authorised', 1n, 0n],
  void: ['voided', 1n, 0n],
  capture: ['captured', 1n, 1n],
  refund: ['refunded', 1n, -1n],
  'refund-failure': ['refunded', -1n, 1n],
  reversal: ['disputed', 1n, -1n],
  dispute: ['disputed', 1n, -1n],
  'dispute-reversal': ['disputed', -1n, 1n],
  payout: ['paidOut', 1n, -1n],
  'payout-failure': ['paidOut', -1n, 1n],
  fee: ['other', 0n, 0n],
  credit: ['other', 1n, 1n],
  debit: ['other', -1n, -1n],
};

/** What a kind of line does to the balance, by its amount alone. */
export function effectOf(kind: LineKind): bigint {
  return EFFECTS[kind][2];
}

type Sum = Exclude<keyof Totals, 'balance' | 'counts' | 'fees'>;

/** What the payer saw counts in its own currency, what moved the balance in that of settlement. */
function added(totals: Totals, line: Line, currency: Currency): Totals {
  const { kind } = line;
  const [sum, onSum, onBalance] = EFFECTS[kind];
  const seen = line.currency === currency;
  const elsewhere = line.settled !== undefined && line.settled.currency !== currency;
  const { amount, fee } = elsewhere ? { amount: 0n, fee: 0n } : (line.settled ?? line);
  const exchanged =
    line.settled === undefined ? 0n : onBalance * (amount - (seen ? line.amount : 0n));
  return {
    ...totals,
    counts: { ...totals.counts, [kind]: totals.counts[kind] + (seen ? 1 : 0) },
    [sum]: totals[sum] + onSum * (seen ? line.amount : 0n),
    fees: totals.fees + fee,
    other: (sum === 'other' ? totals.other + onSum * line.amount : totals.other) + exchanged,
    balance: totals.balance + onBalance * amount - fee,
  };
}
