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
  if (payment.initiated) return [];
  assertPositive(command.amount);
  return [{ type: 'PaymentInitiated', data: initiated(command) }];
}

/** Field by field: a spread of so many makes an object that every payment is slower with. */
function initiated(command: InitiatePayment): PaymentInitiated['data'] {
  const { paymentId, orderId, merchantId, customerId, amount, intent, card } = command;
  const { deviceId, ipCountry, shippingCountry, metadata, occurredAt, now } = command;
  const { provider, method, routing } = command;
  return {
    paymentId,
    orderId,
    merchantId,
    customerId,
    amount,
    intent,
    card,
    deviceId,
    ipCountry,
    shippingCountry,
    metadata,
    occurredAt,
    provider,
    method,
    ...(routing && { routing }),
    initiatedAt: now,
  };
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
