import type { PaymentEvent } from '#payments';
import type { InitiatedPayment } from './feature-state.js';

/**
 * The payment with customer and merchant as this client's own: two clients may use one id for two
 * of them, and neither may change the other's scores. Cards and devices stay as they are, since
 * those of a thief turn up at several clients.
 *
 * @param client as in the event's metadata; undefined for events of before clients were recorded.
 */
export function scopedToClient(facts: InitiatedPayment, client: unknown): InitiatedPayment {
  if (typeof client !== 'string') return facts;
  const { customerId, merchantId } = facts;
  return { ...facts, customerId: `${client}/${customerId}`, merchantId: `${client}/${merchantId}` };
}

/** The same for an event: only the one that initiates a payment names customer and merchant. */
export function eventScopedToClient(event: PaymentEvent, client: unknown): PaymentEvent {
  if (event.type !== 'PaymentInitiated') return event;
  return { ...event, data: scopedToClient(event.data, client) };
}
