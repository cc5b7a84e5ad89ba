export type PayPalEventType =
  | 'CHECKOUT.ORDER.APPROVED'
  | 'CHECKOUT.ORDER.COMPLETED'
  | 'PAYMENT.AUTHORIZATION.CREATED'
  | 'PAYMENT.AUTHORIZATION.VOIDED'
  | 'PAYMENT.CAPTURE.COMPLETED'
  | 'PAYMENT.CAPTURE.DENIED'
  | 'PAYMENT.CAPTURE.PENDING'
  | 'PAYMENT.CAPTURE.REFUNDED'
  | 'PAYMENT.CAPTURE.REVERSED'
  | 'PAYMENT.REFUND.PENDING'
  | 'PAYMENT.REFUND.FAILED'
  | 'CHECKOUT.PAYMENT-APPROVAL.REVERSED'
  | 'CUSTOMER.DISPUTE.CREATED'
  | 'CUSTOMER.DISPUTE.UPDATED'
  | 'CUSTOMER.DISPUTE.RESOLVED'
  | 'CUSTOMER.ACCOUNT-LIMITATION.ADDED'
  | 'CUSTOMER.ACCOUNT-LIMITATION.LIFTED';

export type PayPalEvent = {
  readonly id: string;
  readonly type: PayPalEventType;
  readonly resourceType:
    'checkout-order' | 'authorization' | 'capture' | 'refund' | 'dispute' | 'account';
  /** As it stood then. */
  readonly resource: object;
  readonly summary: string;
  readonly createdAt: string;
  /** The order that it belongs to: events of one order are delivered in order. */
  readonly orderId: string;
};

export function renderEvent(event: PayPalEvent, baseUrl: string): object {
  const self = `${baseUrl}/v1/notifications/webhooks-events/${event.id}`;
  return {
    id: event.id,
    event_version: '1.0',
    create_time: event.createdAt.replace('Z', '.000Z'),
    resource_type: event.resourceType,
    resource_version: '2.0',
    event_type: event.type,
    summary: event.summary,
    resource: event.resource,
    links: [
      { href: self, rel: 'self', method: 'GET' },
      { href: `${self}/resend`, rel: 'resend', method: 'POST' },
    ],
  };
}
