import { textAt } from '../json.js';
import { ourId } from '../our-id.js';
import type { PayPalAccount } from './account.js';

/** PayPal's ids do not tell what they are of, so each kind is tried, the likeliest first. */
const KINDS = ['/v2/payments/captures/', '/v2/payments/authorizations/', '/v2/payments/refunds/'];

const ORDERS = '/v2/checkout/orders/';

/** Reads whose payment an object belongs to. */
export async function paymentOf(account: PayPalAccount, reference: string): Promise<string | null> {
  const { kind, object } = await read(account, reference);
  const path = kind === ORDERS ? ['purchase_units', 0, 'custom_id'] : ['custom_id'];
  return ourId(textAt(object, ...path));
}

/** Whether there is an object of this id, of ours or not. */
export async function knows(account: PayPalAccount, reference: string): Promise<boolean> {
  return (await read(account, reference)).object !== null;
}

async function read(
  account: PayPalAccount,
  reference: string,
): Promise<{ readonly kind: string; readonly object: unknown }> {
  const id = encodeURIComponent(reference);
  for (const kind of KINDS) {
    const object = await account.read(`${kind}${id}`);
    if (object !== null) return { kind, object };
  }
  return { kind: ORDERS, object: await account.read(`${ORDERS}${id}`) };
}
