import type { Payment } from '../payment/payment.js';
import type { PaymentRerouted } from './events.js';

/** From here on the payment is one of its new provider, and the old one knows nothing of it. */
export function rerouted(payment: Payment, { provider, method }: PaymentRerouted['data']): Payment {
  const { initiated } = payment;
  if (!initiated?.routing) return payment;
  const alternatives = initiated.routing.alternatives.filter((way) => way.provider !== provider);
  const routing = { ...initiated.routing, alternatives };
  return {
    ...payment,
    initiated: { ...initiated, provider, method, routing },
    authorisation: null,
  };
}
