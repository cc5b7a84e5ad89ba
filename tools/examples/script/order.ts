/** Clients of a standalone system. */
export const SHOP = 'local';
export const ANALYST = 'local-analyst';
export const SECOND_ANALYST = 'local-analyst-2';
export const AUDITOR = 'local-auditor';
export const OPERATOR = 'local-operator';
export const ADMIN = 'local-admin';
export const SECOND_OPERATOR = 'local-operator-2';

/** Payments of this customer are held, by the fraud policy that the script activates. */
export const HELD_CUSTOMER = 'customer-watched';

export function eur(amount: string): { readonly amount: string; readonly currency: string } {
  return { amount, currency: 'EUR' };
}

/** An order that no rule holds back. */
export function order(orderId: string, changes: object = {}): object {
  return {
    orderId,
    merchantId: 'merchant-1',
    customerId: `customer-of-${orderId}`,
    amount: eur('2000'),
    provider: 'stripe',
    method: { kind: 'card', token: 'pm_card_visa' },
    card: { fingerprint: `card-of-${orderId}`, country: 'DE' },
    ipCountry: 'DE',
    shippingCountry: 'DE',
    ...changes,
  };
}
