import type { Refused } from '../decline/refused.js';
import type { Authorisation, HoldChange, Payment } from './payment.js';

/** An outcome arrived: the operation is no longer unknown, and no person has to look. */
export function clearUnknown(payment: Payment, operationId: string): Payment {
  if (!payment.unknown.has(operationId) && !payment.escalated.has(operationId)) return payment;
  return {
    ...payment,
    unknown: without(payment.unknown, operationId),
    escalated: without(payment.escalated, operationId),
  };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const rest = new Set(ids);
  rest.delete(id);
  return rest;
}

/** The payer has nothing to do. */
export const NO_ACTION = { actionUrl: null, deadline: null } as const;

export function withAuthorisation(payment: Payment, change: Partial<Authorisation>): Payment {
  if (!payment.authorisation) return payment;
  return { ...payment, authorisation: { ...payment.authorisation, ...change } };
}

export function requestHoldChange(
  payment: Payment,
  change: Omit<HoldChange, 'status' | 'refused'>,
): Payment {
  return { ...payment, holdChange: { ...change, status: 'requested', refused: null } };
}

/** A change made at the provider's desk leaves a promise of ours as it is. */
export function endHoldChange(
  payment: Payment,
  operationId: string,
  refused: Refused | null,
): Payment {
  const { holdChange } = payment;
  if (holdChange?.operationId !== operationId) return payment;
  const status = refused === null ? 'done' : 'failed';
  return { ...payment, holdChange: { ...holdChange, status, refused } };
}
