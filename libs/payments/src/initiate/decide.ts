import { PaymentError } from '../payment/errors.js';
import { assertPositive } from '../payment/guards.js';
import type { Initiation } from '../payment/initiation.js';
import type { Payment } from '../payment/payment.js';
import type { Instant } from '../payment/vocabulary.js';
import type { PaymentInitiated } from './events.js';

export type InitiatePayment = Omit<Initiation, 'initiatedAt'> & {
  readonly now: Instant;
  readonly clockBounds: ClockBounds;
};

/** How far a sender's clock may be from ours, in milliseconds. */
export type ClockBounds = { readonly behindMs: number; readonly aheadMs: number };

/** A payment is initiated once; a repeat decides nothing. */
export function initiatePayment(command: InitiatePayment, payment: Payment): PaymentInitiated[] {
  if (payment.initiated) return [];
  assertPositive(command.amount);
  assertOccurrence(command);
  return [{ type: 'PaymentInitiated', data: initiated(command) }];
}

/** Field by field: a spread of so many makes an object that every payment is slower with. */
function initiated(command: InitiatePayment): PaymentInitiated['data'] {
  const { paymentId, orderId, merchantId, customerId, amount, intent, card } = command;
  const { deviceId, ipCountry, shippingCountry, metadata, occurredAt, now } = command;
  const { provider, method, routing, imported, returnUrl } = command;
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
    ...(imported && { imported }),
    ...(returnUrl !== undefined && { returnUrl }),
  };
}

/** Whether a payment may be said to have been made then; an imported one at any past time. */
export function isOccurrence({
  occurredAt,
  imported,
  now,
  clockBounds: { behindMs, aheadMs },
}: Pick<InitiatePayment, 'occurredAt' | 'imported' | 'now' | 'clockBounds'>): boolean {
  const aheadOfNowMs = Date.parse(occurredAt) - Date.parse(now);
  return aheadOfNowMs <= aheadMs && (imported === true || aheadOfNowMs >= -behindMs);
}

function assertOccurrence(command: InitiatePayment): void {
  if (isOccurrence(command)) return;
  const { occurredAt, now, clockBounds } = command;
  const at = (awayMs: number): Instant => new Date(Date.parse(now) + awayMs).toISOString();
  throw new PaymentError('occurrence-out-of-bounds', {
    occurredAt,
    earliest: at(-clockBounds.behindMs),
    latest: at(clockBounds.aheadMs),
  });
}
