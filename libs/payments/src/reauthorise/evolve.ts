import { refusedWith } from '../decline/refused.js';
import { endHoldChange, requestHoldChange, withAuthorisation } from '../payment/fold.js';
import type { Payment } from '../payment/payment.js';
import type {
  PaymentReauthorised,
  ReauthorisationFailed,
  ReauthorisationRequested,
} from './events.js';

export function requested(
  payment: Payment,
  { reauthorisationId: operationId, amount, requestedAt }: ReauthorisationRequested['data'],
): Payment {
  return requestHoldChange(payment, { kind: 'reauthorise', operationId, amount, requestedAt });
}

export function reauthorised(
  payment: Payment,
  { reauthorisationId, amount, reference, expiresAt }: PaymentReauthorised['data'],
): Payment {
  const { reference: before = null, pastReferences: past = [] } = payment.authorisation ?? {};
  const pastReferences = before === null ? past : [...past, before];
  const renewed = withAuthorisation(payment, { amount, reference, pastReferences, expiresAt });
  return endHoldChange(renewed, reauthorisationId, null);
}

export function failed(
  payment: Payment,
  { reauthorisationId, failedAt, ...refusal }: ReauthorisationFailed['data'],
): Payment {
  return endHoldChange(payment, reauthorisationId, refusedWith(refusal, failedAt));
}
