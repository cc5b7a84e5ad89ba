import type { Currency } from '#money';
import type { Draft, Shelf } from './shelf.js';

export type Provider = 'stripe' | 'paypal';

/** Authorisations and voids move no money; they are kept so that each can be counted. */
export type LineKind = 'authorisation' | 'void' | 'capture' | 'refund' | 'refund-failure';

/** One line of the sandbox's own books, in minor units of ISO 4217. */
export type Line = {
  readonly id: string;
  readonly provider: Provider;
  readonly kind: LineKind;
  readonly currency: Currency;
  /** Positive, whatever the kind. */
  readonly amount: bigint;
  readonly fee: bigint;
  /** The object at the provider: charge, capture, refund, authorisation. */
  readonly reference: string;
  /** The caller's ids of the payment: Stripe's metadata, PayPal's custom and invoice id. */
  readonly paymentIds: readonly string[];
  readonly at: string;
};

export type Totals = {
  readonly authorised: bigint;
  readonly voided: bigint;
  readonly captured: bigint;
  readonly refunded: bigint;
  readonly fees: bigint;
  /** What the provider owes the merchant: captured - refunded - fees. */
  readonly balance: bigint;
  readonly counts: Readonly<Record<LineKind, number>>;
};

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
  draft.put('line', `${line.provider}/${line.id}`, line);
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
