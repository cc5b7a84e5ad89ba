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
