import { textAt } from '../json.js';
import type { OutcomeOf, RequestOf } from '#provider-port';
import type { PayPalAccount } from './account.js';
import { paymentsIn } from './resources.js';

/**
 * PayPal has no call that ends an order before it is authorised: unapproved it expires, approved it
 * holds nothing until we ask. So it is only made sure that nothing is held already.
 */
export async function cancel(
  account: PayPalAccount,
  { orderReference }: RequestOf<'cancel'>,
): Promise<OutcomeOf<'cancel'>> {
  const order = await account.read(`/v2/checkout/orders/${orderReference}`);
  const held = paymentsIn(order, 'authorizations').filter(isLive);
  if (held.length > 0 || paymentsIn(order, 'captures').length > 0) {
    const reason = `${orderReference} is authorised already`;
    return account.attempts.refuse('ORDER_ALREADY_AUTHORIZED', reason);
  }
  return { status: 'cancelled', at: account.instant() };
}

function isLive(authorisation: unknown): boolean {
  const status = textAt(authorisation, 'status');
  return status !== 'VOIDED' && status !== 'DENIED';
}
