import type { Payment } from './payment.js';

/** An outcome arrived: the operation is no longer unknown, and nobody has to look. */
export function settle(payment: Payment, operationId: string): Payment {
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
