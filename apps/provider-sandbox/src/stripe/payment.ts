import { invalid } from './errors.js';
import type { PaymentStatus, StripePayment } from './records.js';
import { renderPayment } from './render.js';

/**
 * @param what the participle in Stripe's own words: captured, canceled, confirmed.
 * @throws StripeRefusal unless the payment is in one of these states.
 */
export function expectStatus(
  payment: StripePayment,
  what: string,
  statuses: readonly PaymentStatus[],
): void {
  if (statuses.includes(payment.status)) return;
  const message = `This PaymentIntent could not be ${what} because it has a status of ${payment.status}. Only a PaymentIntent with one of the following statuses may be ${what}: ${statuses.join(', ')}.`;
  throw invalid(message, {
    code: 'payment_intent_unexpected_state',
    payment_intent: renderPayment(payment),
  });
}
