import type { Operation } from './events.js';
import type { Payment } from './payment.js';

/** A promise whose outcome is not recorded: it may or may not have moved money. */
export type OpenPromise = { readonly operation: Operation; readonly operationId: string };

/** Promises to call the provider that have no outcome yet, oldest kind first. */
export function openPromises(payment: Payment): OpenPromise[] {
  const { authorisation, captures, refunds } = payment;
  const open: OpenPromise[] = [];
  if (authorisation?.status === 'requested') {
    open.push({ operation: 'authorise', operationId: authorisation.authorisationId });
  }
  for (const [operationId, { status }] of captures) {
    if (status === 'requested') open.push({ operation: 'capture', operationId });
  }
  if (payment.void?.status === 'requested') {
    open.push({ operation: 'void', operationId: payment.void.voidId });
  }
  for (const [operationId, { status }] of refunds) {
    if (status === 'requested') open.push({ operation: 'refund', operationId });
  }
  return open;
}

/** The step a payment takes by itself because of its intent; null when it waits or is done. */
export function nextStep(payment: Payment): 'assess' | 'authorise' | 'capture' | 'void' | null {
  const { initiated, risk, review } = payment;
  if (!initiated || openPromises(payment).length > 0) return null;
  if (review === 'rejected') return holdsUntouched(payment) ? 'void' : null;
  if (initiated.intent === 'initiate' || review === 'held') return null;
  if (!risk) return 'assess';
  return isCleared(payment) ? stepOfMoney(payment) : null;
}

function stepOfMoney(payment: Payment): 'authorise' | 'capture' | null {
  if (!payment.authorisation) return 'authorise';
  const captures = payment.initiated?.intent === 'capture';
  return captures && holdsUntouched(payment) ? 'capture' : null;
}

/** A late verdict came after the money moved; it may hold the payment, it does not stop it here. */
function isCleared({ risk, review }: Payment): boolean {
  return risk?.verdict === 'approve' || review === 'approved' || risk?.stage === 'late';
}

/** Authorised, and neither captured nor voided, not even in vain. */
function holdsUntouched({ authorisation, captures, void: voiding }: Payment): boolean {
  return authorisation?.status === 'authorised' && captures.size === 0 && voiding === null;
}
