import { textAt } from '../json.js';
import { ourId } from '../our-id.js';
import type { PayPalAccount } from './account.js';

/** PayPal's ids do not tell what they are of, so each kind is tried, the likeliest first. */
const KINDS = ['/v2/payments/captures/', '/v2/payments/authorizations/', '/v2/payments/refunds/'];

/** Reads whose payment an object belongs to. */
export async function paymentOf(account: PayPalAccount, reference: string): Promise<string | null> {
  const id = encodeURIComponent(reference);
  for (const kind of KINDS) {
    const found = await account.read(`${kind}${id}`);
    if (found !== null) return ourId(textAt(found, 'custom_id'));
  }
  const order = await account.read(`/v2/checkout/orders/${id}`);
  return ourId(textAt(order, 'purchase_units', 0, 'custom_id'));
}
