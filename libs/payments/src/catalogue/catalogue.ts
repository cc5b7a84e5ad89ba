import { LATE_EVENTS } from './late-events.js';
import { CAPTURE_EVENTS } from './capture-events.js';
import type { EventEntry } from './entry.js';
import type { PaymentEventType } from './events.js';
import { FIRST_EVENTS } from './first-events.js';
import { HOLD_EVENTS } from './hold-events.js';

/**
 * Every type of event that a payment's stream may hold, and all that is to be known of it. Its
 * order is that of documents.
 */
export const PAYMENT_EVENTS = {
  ...FIRST_EVENTS,
  ...HOLD_EVENTS,
  ...CAPTURE_EVENTS,
  ...LATE_EVENTS,
} as const satisfies { readonly [Type in PaymentEventType]: EventEntry<Type> };
