import type { OutcomeOf } from '#provider-port';
import { refusalFields } from '../decline/refusal-fields.js';
import { PaymentError } from '../payment/errors.js';
import { assertNotContradicted, initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import { capturedOrPromised } from '../payment/sums.js';
import type { CancellationReason, Instant } from '../payment/vocabulary.js';
import { requestVoid } from '../void/decide.js';
import type { VoidRequested } from '../void/events.js';
import type { CancellationFailed, CancellationRequested, PaymentCancelled } from './events.js';

export type RequestCancellation = {
  readonly cancellationId: string;
  readonly reason: CancellationReason;
  readonly now: Instant;
};

/**
 * Ends a payment that took no money, wherever it stands: nothing held is a fact at once, what waits
 * for the payer is taken back at the provider, what is held is voided. Repeats change nothing.
 */
export function requestCancellation(
  { cancellationId, reason, now }: RequestCancellation,
  payment: Payment,
): (CancellationRequested | PaymentCancelled | VoidRequested)[] {
  const { paymentId, amount } = initiatedOf(payment);
  const { authorisation, cancellation } = payment;
  if (cancellation && cancellation.status !== 'failed') return [];
  assertNotContradicted(payment);
  if (!capturedOrPromised(payment, amount).isZero) {
    throw new PaymentError('payment-captured', { paymentId });
  }
  switch (authorisation?.status) {
    case undefined:
    case 'declined': {
      const data = { paymentId, cancellationId, reason, cancelledAt: now };
      return [{ type: 'PaymentCancelled', data }];
    }
    case 'payer-action-required': {
      const data = { paymentId, cancellationId, reason, requestedAt: now };
      return [{ type: 'CancellationRequested', data }];
    }
    case 'requested':
      throw new PaymentError('operation-in-progress', { paymentId, operation: 'authorise' });
    case 'authorised':
      if (payment.void?.status === 'requested') return [];
      return requestVoid({ voidId: cancellationId, now }, payment);
    case 'voided':
    case 'expired':
    case 'cancelled':
      return [];
  }
}

export function recordCancellation(
  cancellationId: string,
  outcome: OutcomeOf<'cancel'>,
  payment: Payment,
): (PaymentCancelled | CancellationFailed)[] {
  const { paymentId } = initiatedOf(payment);
  const { cancellation } = payment;
  const open =
    cancellation?.cancellationId === cancellationId && cancellation.status === 'requested';
  if (!open) return [];
  const ids = { paymentId, cancellationId };
  if (outcome.status === 'refused') {
    const { code, reason } = refusalFields(outcome);
    const data = { ...ids, code, reason, failedAt: outcome.at };
    return [{ type: 'CancellationFailed', data }];
  }
  const data = { ...ids, reason: cancellation.reason, cancelledAt: outcome.at };
  return [{ type: 'PaymentCancelled', data }];
}

/**
 * What waited for the payer is gone at the provider: without any command of ours, or by one whose
 * answer was lost. It is then that command's outcome, so that its repeat is answered with it.
 */
export function recordAbandonment(
  fact: { readonly cancellationId: string; readonly orderReference: string; readonly at: Instant },
  payment: Payment,
): PaymentCancelled[] {
  const { paymentId } = initiatedOf(payment);
  const { authorisation } = payment;
  const waits = authorisation?.status === 'payer-action-required';
  if (!waits || authorisation.orderReference !== fact.orderReference) return [];
  const { cancellation } = payment;
  const isAsked = cancellation?.status === 'requested';
  const cancellationId = isAsked ? cancellation.cancellationId : fact.cancellationId;
  const reason = cancellation?.reason ?? 'approval-reversed';
  return [
    { type: 'PaymentCancelled', data: { paymentId, cancellationId, reason, cancelledAt: fact.at } },
  ];
}
