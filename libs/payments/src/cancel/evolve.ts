import { clearUnknown, NO_ACTION, withAuthorisation } from '../payment/fold.js';
import type { Payment } from '../payment/payment.js';
import type { CancellationPlanned, CancellationRequested, PaymentCancelled } from './events.js';

export function planned(payment: Payment, { reason }: CancellationPlanned['data']): Payment {
  return { ...payment, unwanted: reason };
}

export function requested(
  payment: Payment,
  { cancellationId, reason, requestedAt }: CancellationRequested['data'],
): Payment {
  const cancellation = { cancellationId, reason, status: 'requested', requestedAt } as const;
  return { ...payment, cancellation };
}

/** It also answers what became of an authorisation that waited for the payer. */
export function cancelled(
  payment: Payment,
  { cancellationId, reason, cancelledAt }: PaymentCancelled['data'],
): Payment {
  const requestedAt = payment.cancellation?.requestedAt ?? cancelledAt;
  const cancellation = { cancellationId, reason, status: 'done', requestedAt } as const;
  const ended = { status: 'cancelled', ...NO_ACTION } as const;
  const after = withAuthorisation({ ...payment, cancellation }, ended);
  const { authorisation } = after;
  return authorisation ? clearUnknown(after, authorisation.authorisationId) : after;
}

export function failed(payment: Payment): Payment {
  const { cancellation } = payment;
  return { ...payment, cancellation: cancellation && { ...cancellation, status: 'failed' } };
}
