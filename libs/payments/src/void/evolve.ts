import { withAuthorisation } from '../payment/fold.js';
import type { Payment } from '../payment/payment.js';
import type { VoidFailed, VoidRequested } from './events.js';

export function requested(
  payment: Payment,
  { voidId, requestedAt }: VoidRequested['data'],
): Payment {
  return { ...payment, void: { voidId, status: 'requested', requestedAt } };
}

export function voided(payment: Payment): Payment {
  return withAuthorisation({ ...payment, void: null }, { status: 'voided' });
}

export function failed(payment: Payment, { voidId }: VoidFailed['data']): Payment {
  const requestedAt = payment.void?.requestedAt ?? null;
  return { ...payment, void: { voidId, status: 'failed', requestedAt } };
}
