import type { Operation } from '#provider-port';
import type { Payment } from './payment.js';
import type { Instant } from './vocabulary.js';

/** A promise whose outcome is not recorded: it may or may not have moved money. */
export type OpenPromise = {
  readonly operation: Operation;
  readonly operationId: string;
  /** When it was promised; null in payments stored before that was kept. */
  readonly since: Instant | null;
};

/** Promises to call the provider that have no outcome yet, oldest kind first. */
export function openPromises(payment: Payment): OpenPromise[] {
  const { captures, refunds, void: voiding } = payment;
  const open = promisesOfHold(payment);
  for (const [operationId, { status, requestedAt: since }] of captures) {
    if (status === 'requested') open.push({ operation: 'capture', operationId, since });
  }
  if (voiding?.status === 'requested') {
    open.push({ operation: 'void', operationId: voiding.voidId, since: voiding.requestedAt });
  }
  for (const [operationId, { status, requestedAt: since }] of refunds) {
    if (status === 'requested') open.push({ operation: 'refund', operationId, since });
  }
  return open;
}

function promisesOfHold({ authorisation, holdChange, cancellation }: Payment): OpenPromise[] {
  const open: OpenPromise[] = [];
  if (authorisation?.status === 'requested') {
    const { authorisationId: operationId, requestedAt: since } = authorisation;
    open.push({ operation: 'authorise', operationId, since });
  }
  if (holdChange?.status === 'requested' && authorisation?.status === 'authorised') {
    const { kind: operation, operationId, requestedAt: since } = holdChange;
    open.push({ operation, operationId, since });
  }
  if (cancellation?.status === 'requested') {
    const { cancellationId: operationId, requestedAt: since } = cancellation;
    open.push({ operation: 'cancel', operationId, since });
  }
  return open;
}
