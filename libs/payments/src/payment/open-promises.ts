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
  const open: OpenPromise[] = [];
  for (const operation of OPERATIONS) {
    for (const { operationId, status, requestedAt: since } of ATTEMPTS[operation](payment)) {
      if (status === 'requested') open.push({ operation, operationId, since });
    }
  }
  return open;
}

/** What the state keeps of an attempt at an operation. */
type Attempt = {
  readonly operationId: string;
  readonly status: string;
  readonly requestedAt: Instant | null;
};

const NONE: readonly Attempt[] = [];

/** Where the state keeps the attempts at each operation; the type demands every operation. */
const ATTEMPTS: { readonly [O in Operation]: (payment: Payment) => readonly Attempt[] } = {
  authorise: ({ authorisation }) =>
    authorisation ? [{ operationId: authorisation.authorisationId, ...authorisation }] : NONE,
  increment: (payment) => holdChanges('increment', payment),
  reauthorise: (payment) => holdChanges('reauthorise', payment),
  cancel: ({ cancellation }) =>
    cancellation ? [{ operationId: cancellation.cancellationId, ...cancellation }] : NONE,
  capture: ({ captures }) => listed(captures),
  void: ({ void: voiding }) => (voiding ? [{ operationId: voiding.voidId, ...voiding }] : NONE),
  refund: ({ refunds }) => listed(refunds),
};

const OPERATIONS = Object.keys(ATTEMPTS) as Operation[];

/** A change of a hold that is gone has no outcome any more. */
function holdChanges(
  kind: 'increment' | 'reauthorise',
  { holdChange, authorisation }: Payment,
): readonly Attempt[] {
  if (holdChange?.kind !== kind || authorisation?.status !== 'authorised') return NONE;
  return [holdChange];
}

function listed(attempts: ReadonlyMap<string, Omit<Attempt, 'operationId'>>): readonly Attempt[] {
  if (attempts.size === 0) return NONE;
  return [...attempts].map(([operationId, attempt]) => ({ operationId, ...attempt }));
}
