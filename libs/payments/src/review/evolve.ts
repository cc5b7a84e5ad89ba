import type { Payment } from '../payment/payment.js';

export function held(payment: Payment): Payment {
  return { ...payment, review: 'held' };
}

export function approved(payment: Payment): Payment {
  return { ...payment, review: 'approved' };
}

export function rejected(payment: Payment): Payment {
  return { ...payment, review: 'rejected' };
}
