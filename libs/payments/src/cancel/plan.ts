import type { Money } from '#money';
import { givenBackOf } from '../payment/given-back.js';
import { initiatedOf } from '../payment/guards.js';
import { openPromises } from '../payment/open-promises.js';
import type { Payment } from '../payment/payment.js';
import { isOver } from '../payment/standing.js';
import { capturedOf, isSpent } from '../payment/sums.js';
import type { RequestCancellation } from './decide.js';
import type { CancellationPlanned } from './events.js';

/**
 * Plans the end of an unwanted payment, also with operations under way: it is taken back or what it
 * holds is given up by its next step, and nothing takes it further. Captured money stays: giving it
 * back is a refund, which needs a command.
 */
export function planCancellation(
  { cancellationId, reason, now }: RequestCancellation,
  payment: Payment,
): CancellationPlanned[] {
  const { paymentId } = initiatedOf(payment);
  if (payment.unwanted !== null || isOver(payment) || isSpent(payment)) return [];
  return [
    { type: 'CancellationPlanned', data: { paymentId, cancellationId, reason, plannedAt: now } },
  ];
}

export const CANCELLATION_RESULTS = [
  'cancelled',
  'cancelling',
  'not-cancelled',
  'captured',
  'refunded',
] as const;

/**
 * What became of a payment that was to be cancelled. `cancelling` waits for the provider;
 * `not-cancelled`: the provider refused, and what it holds lapses by itself; `captured`: it was too
 * late, and a refund is the way out.
 */
export type CancellationResult = (typeof CANCELLATION_RESULTS)[number];

export function cancellationResultOf(payment: Payment): CancellationResult {
  const { amount } = initiatedOf(payment);
  const captured = capturedOf(payment, amount);
  if (!captured.isZero) return resultOfCaptured(payment, captured);
  if (isOver(payment)) return 'cancelled';
  if (openPromises(payment).length > 0) return 'cancelling';
  const { cancellation, void: voiding } = payment;
  const refused = cancellation?.status === 'failed' || voiding?.status === 'failed';
  return refused ? 'not-cancelled' : 'cancelling';
}

function resultOfCaptured(payment: Payment, captured: Money): CancellationResult {
  if (payment.unwanted !== null && openPromises(payment).length > 0) return 'cancelling';
  return captured.isGreaterThan(givenBackOf(payment, captured)) ? 'captured' : 'refunded';
}
