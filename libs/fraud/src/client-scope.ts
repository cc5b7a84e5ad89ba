import { isSealed, linkOf } from '#event-shapes';
import type { PaymentEvent } from '#payments';
import type { InitiatedPayment } from './feature-state.js';

/**
 * The payment with customer and merchant as this client's own: two clients may use one id for two
 * of them, and neither may change the other's scores. Cards and devices stay as they are, since
 * those of a thief turn up at several clients.
 *
 * @param client as in the event's metadata; undefined for events of before clients were recorded.
 */
export function scopedToClient(payment: InitiatedPayment, client: unknown): InitiatedPayment {
  const facts = byLinks(payment);
  if (typeof client !== 'string') return facts;
  const { customerId, merchantId } = facts;
  return { ...facts, customerId: `${client}/${customerId}`, merchantId: `${client}/${merchantId}` };
}

/** Sealed cards and devices by what equal ones have in common, which outlives their keys. */
function byLinks(facts: InitiatedPayment): InitiatedPayment {
  const { card, deviceId } = facts;
  const fingerprint = card?.fingerprint ?? null;
  const isSealedAny = [fingerprint, deviceId].some((text) => text !== null && isSealed(text));
  if (!isSealedAny) return facts;
  return {
    ...facts,
    card: card && { ...card, fingerprint: fingerprint && linkOf(fingerprint) },
    deviceId: deviceId && linkOf(deviceId),
  };
}

/** The same for an event: only the one that initiates a payment names customer and merchant. */
export function eventScopedToClient(event: PaymentEvent, client: unknown): PaymentEvent {
  if (event.type !== 'PaymentInitiated') return event;
  return { ...event, data: scopedToClient(event.data, client) };
}
