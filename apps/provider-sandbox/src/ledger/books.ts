import type { Line, Provider, Totals } from './line.js';
import type { Currency } from '#money';
import type { Draft, Shelf } from './shelf.js';

const NOTHING: Totals = {
  authorised: 0n,
  voided: 0n,
  captured: 0n,
  refunded: 0n,
  fees: 0n,
  balance: 0n,
  counts: { authorisation: 0, void: 0, capture: 0, refund: 0, 'refund-failure': 0 },
};

/** Writes a line, and the totals with it, so that both reach the disk together. */
export function book(draft: Draft, line: Line): void {
  // PayPal reports its lines by time; Stripe has balance transactions for that.
  if (line.provider === 'paypal') draft.put('paypal-line', line.id, line);
  for (const paymentId of new Set(line.paymentIds)) {
    draft.put('line-of', `${paymentId}/${line.id}`, line);
  }
  const account = `${line.provider}/${line.currency}`;
  draft.put('total', account, added(draft.get('total', account) ?? NOTHING, line));
}

export function totalsOf(shelf: Shelf): Record<Provider, Record<string, Totals>> {
  const books: Record<Provider, Record<string, Totals>> = { stripe: {}, paypal: {} };
  for (const [account, totals] of shelf.range('total')) {
    const [provider, currency] = account.split('/') as [Provider, Currency];
    books[provider][currency] = totals;
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
  for (const line of lines) totals[line.currency] = added(totals[line.currency] ?? NOTHING, line);
  return { lines, totals };
}

function added(totals: Totals, { kind, amount, fee }: Line): Totals {
  const counts = { ...totals.counts, [kind]: totals.counts[kind] + 1 };
  switch (kind) {
    case 'authorisation':
      return { ...totals, counts, authorised: totals.authorised + amount };
    case 'void':
      return { ...totals, counts, voided: totals.voided + amount };
    case 'capture': {
      const fees = totals.fees + fee;
      const balance = totals.balance + amount - fee;
      return { ...totals, counts, captured: totals.captured + amount, fees, balance };
    }
    case 'refund':
      return withRefund(totals, counts, amount);
    case 'refund-failure':
      return withRefund(totals, counts, -amount);
  }
}

function withRefund(totals: Totals, counts: Totals['counts'], amount: bigint): Totals {
  const refunded = totals.refunded + amount;
  return { ...totals, counts, refunded, balance: totals.balance - amount };
}
