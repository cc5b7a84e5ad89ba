import { isCurrency, Money, type Currency } from '#money';
import { book } from '../ledger/books.js';
import type { LineKind, PayPalTraits } from '../ledger/line.js';
import type { PayPalDesk } from './desk.js';
import { refused } from './errors.js';
import type { PayPalOrder } from './records.js';
import { PAYER, renderOrder } from './render.js';

/**
 * The approval of an order falls through before anybody acted on it.
 *
 * @throws PayPalRefusal unless it is approved.
 */
export function undoApproval(desk: PayPalDesk, id: string): PayPalOrder {
  const order = desk.order(id);
  if (order.status !== 'APPROVED') throw refused('ORDER_NOT_APPROVED');
  const status = order.namedWallet ? 'PAYER_ACTION_REQUIRED' : 'CREATED';
  const undone: PayPalOrder = { ...order, status, updatedAt: desk.nowIso };
  desk.draft.put('paypal-order', id, undone);
  desk.tell({
    type: 'CHECKOUT.PAYMENT-APPROVAL.REVERSED',
    resourceType: 'checkout-order',
    resource: renderOrder(desk, undone),
    summary: 'A payment approval has been reversed.',
    orderId: id,
  });
  return undone;
}

/** PayPal limits the merchant's account, or no longer does. */
export function limitAccount(desk: PayPalDesk, status: 'added' | 'lifted'): void {
  const type =
    status === 'added' ? 'CUSTOMER.ACCOUNT-LIMITATION.ADDED' : 'CUSTOMER.ACCOUNT-LIMITATION.LIFTED';
  desk.tell({
    type,
    resourceType: 'account',
    resource: { account_id: PAYER.account_id, limitation_status: status.toUpperCase() },
    summary: `A limitation was ${status}.`,
    orderId: 'account',
  });
}

export type OwnTransaction = {
  /** T-code, as in T0101. */
  readonly code: string;
  /** Signed, in hundredths where the currency is none that is known here. */
  readonly amount: number;
  /** Any three letters. */
  readonly currency: string;
  readonly related?: string;
  readonly status?: 'P' | 'S';
  /** How far in the future it is dated; negative: in the past. */
  readonly aheadMs?: number;
};

/** PayPal books what belongs to no payment, as a monthly fee. @returns its id. */
export function bookByItself(desk: PayPalDesk, given: OwnTransaction): { readonly id: string } {
  const { code, amount, currency, related, status, aheadMs = 0 } = given;
  const id = desk.parts.ids.paypal();
  const of = { customId: null, invoiceId: null };
  const traits: PayPalTraits = {
    code,
    ...(related === undefined ? {} : { related }),
    ...(status === 'P' ? { status } : {}),
  };
  const at = desk.parts.clock.iso(desk.nowMs + aheadMs);
  const size = BigInt(Math.abs(amount));
  const kind: LineKind = /^T(01|1108|1109)/.test(code) ? 'fee' : amount < 0 ? 'debit' : 'credit';
  if (!isCurrency(currency)) {
    const value = (amount / 100).toFixed(2);
    const paypal = { ...traits, wire: { currency_code: currency, value } };
    const line = { id, provider: 'paypal', kind, amount: size, fee: 0n, reference: id } as const;
    book(desk.draft, { ...line, currency: currency as Currency, paymentIds: [], at, paypal });
    return { id };
  }
  const money =
    kind === 'fee'
      ? { amount: Money.of(0n, currency), fee: BigInt(-amount) }
      : { amount: Money.of(size, currency) };
  desk.book({ id, kind, reference: id, ...money, paypal: traits, at, of });
  return { id };
}

/**
 * A transaction that PayPal booked by itself has moved its money at last.
 *
 * @throws PayPalRefusal unless it is pending.
 */
export function settleTransaction(desk: PayPalDesk, id: string): { readonly id: string } {
  const line = desk.draft.get('paypal-line', id);
  if (line?.paypal?.status !== 'P') {
    throw refused('INVALID_RESOURCE_ID', { field: 'transaction_id', value: id, location: 'path' });
  }
  const { status: _pending, ...paypal } = line.paypal;
  book(desk.draft, { ...line, paypal });
  return { id };
}
