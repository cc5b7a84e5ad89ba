import type { Money } from '#money';
import { PaymentError } from './errors.js';
import type { EventOf, PaymentInitiated } from './events.js';
import type { Instant } from './vocabulary.js';
import type { Payment } from './payment.js';

export type InitiatePayment = Omit<EventOf<'PaymentInitiated'>['data'], 'initiatedAt'> & {
  readonly now: Instant;
};

/** A payment is initiated once; a repeat decides nothing. */
export function initiatePayment(command: InitiatePayment, payment: Payment): PaymentInitiated[] {
  const { now, ...facts } = command;
  if (payment.initiated) return [];
  assertPositive(facts.amount);
  return [{ type: 'PaymentInitiated', data: { ...facts, initiatedAt: now } }];
}

/** @throws PaymentError `amount-not-positive` */
export function assertPositive(amount: Money): void {
  if (!amount.isPositive) {
    throw new PaymentError('amount-not-positive', { amount: amount.toString() });
  }
}

/** The facts of a payment that exists. @throws PaymentError `payment-not-found` */
export function initiatedOf(payment: Payment): EventOf<'PaymentInitiated'>['data'] {
  if (!payment.initiated) throw new PaymentError('payment-not-found');
  return payment.initiated;
}
