import { clearUnknown } from '../payment/fold.js';
import type { Payment } from '../payment/payment.js';
import type { PaymentEvent } from './events.js';
import { kindOf, settledBy } from './kinds.js';

/** Folds one event; events of one payment, in stream order. */
export function evolve(payment: Payment, event: PaymentEvent): Payment {
  const next = kindOf(event.type).evolve(payment, event.data as never);
  const settled = settledBy(event);
  return settled === null ? next : clearUnknown(next, settled);
}
