import type { Payment } from '../payment/payment.js';
import type { PaymentInitiated } from './events.js';

export function initiated(payment: Payment, data: PaymentInitiated['data']): Payment {
  return { ...payment, initiated: data };
}
