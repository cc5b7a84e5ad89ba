import { refusedWith } from '../decline/refused.js';
import { endHoldChange, requestHoldChange, withAuthorisation } from '../payment/fold.js';
import type { Payment } from '../payment/payment.js';
import type { AuthorisationIncremented, IncrementDeclined, IncrementRequested } from './events.js';

export function requested(
  payment: Payment,
  { incrementId: operationId, amount, requestedAt }: IncrementRequested['data'],
): Payment {
  return requestHoldChange(payment, { kind: 'increment', operationId, amount, requestedAt });
}

export function incremented(
  payment: Payment,
  { incrementId, amount, expiresAt: told }: AuthorisationIncremented['data'],
): Payment {
  const expiresAt = told ?? payment.authorisation?.expiresAt ?? null;
  return endHoldChange(withAuthorisation(payment, { amount, expiresAt }), incrementId, null);
}

export function declined(
  payment: Payment,
  { incrementId, declinedAt, ...refusal }: IncrementDeclined['data'],
): Payment {
  return endHoldChange(payment, incrementId, refusedWith(refusal, declinedAt));
}
