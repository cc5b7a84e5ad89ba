import type { PaymentEvent } from './events.js';
import type { Instant } from './payment/vocabulary.js';

/** The events after which a payment goes no further: what waits for a decision waits for none. */
export const ENDING_EVENTS = [
  'CancellationPlanned',
  'PaymentCancelled',
  'PaymentVoided',
  'AuthorisationExpired',
] as const satisfies readonly PaymentEvent['type'][];

/** When a payment ended by an event; null for every other event. */
export function endedAtBy(event: PaymentEvent): Instant | null {
  switch (event.type) {
    case 'CancellationPlanned':
      return event.data.plannedAt;
    case 'PaymentCancelled':
      return event.data.cancelledAt;
    case 'PaymentVoided':
      return event.data.voidedAt;
    case 'AuthorisationExpired':
      return event.data.expiredAt;
    default:
      return null;
  }
}
