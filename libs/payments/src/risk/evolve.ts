import type { Payment } from '../payment/payment.js';
import type { RiskAssessed } from './events.js';

/** The first assessment decides; a later one stands beside it. */
export function assessed(payment: Payment, data: RiskAssessed['data']): Payment {
  return payment.risk ? { ...payment, lateRisk: data } : { ...payment, risk: data };
}
