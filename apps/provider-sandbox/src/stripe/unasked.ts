import { isCurrency } from '#money';
import { book } from '../ledger/books.js';
import { toIso } from './currencies.js';
import type { StripeDesk } from './desk.js';
import type { BalanceTransaction } from './records.js';

/** What Stripe may book by itself, by its reporting category, and the type of it. */
export const OWN_CATEGORIES = {
  fee: 'stripe_fee',
  tax: 'tax_fee',
  other_adjustment: 'adjustment',
  topup: 'topup',
  risk_reserved_funds: 'reserved_funds',
} as const;

export type OwnBooking = {
  readonly category: keyof typeof OWN_CATEGORIES;
  /** Signed, in Stripe's minor units. */
  readonly amount: number;
  readonly fee?: number;
  /** Any three letters. */
  readonly currency: string;
  /** How far in the future it is dated. */
  readonly aheadMs?: number;
};

/** Books what belongs to no payment, as a monthly fee; currencies unknown here are in no sum. */
export function bookByItself(desk: StripeDesk, booking: OwnBooking): BalanceTransaction {
  const { category, amount, fee = 0, aheadMs = 0 } = booking;
  const currency = booking.currency.toUpperCase();
  const line = desk.write({
    type: OWN_CATEGORIES[category],
    reportingCategory: category,
    amount,
    fee,
    currency: currency.toLowerCase(),
    source: null,
    created: desk.now + Math.round(aheadMs / 1000),
  });
  if (!isCurrency(currency)) return line;
  const isFee = category === 'fee' || category === 'tax';
  const taken = toIso(fee, currency);
  book(desk.draft, {
    id: line.id,
    provider: 'stripe',
    kind: isFee ? 'fee' : amount < 0 ? 'debit' : 'credit',
    currency,
    amount: isFee ? 0n : toIso(Math.abs(amount), currency),
    fee: isFee ? taken - toIso(amount, currency) : taken,
    reference: line.id,
    paymentIds: [],
    at: desk.parts.clock.iso(line.created * 1000),
  });
  return line;
}
