import { recordAuthorisation } from './authorise/decide.js';
import { recordCancellation } from './cancel/decide.js';
import { recordCapture } from './capture/decide.js';
import type { PaymentEvent } from './catalogue/events.js';
import { settleContradiction } from './contradiction/decide.js';
import { recordIncrement } from './increment/decide.js';
import { recordRefusal } from './operations.js';
import { PaymentError } from './payment/errors.js';
import { assertNotContradicted, initiatedOf } from './payment/guards.js';
import { type OpenPromise, openPromises } from './payment/open-promises.js';
import type { Payment } from './payment/payment.js';
import { recordedAs } from './payment/recorded-as.js';
import type { Instant } from './payment/vocabulary.js';
import { recordReauthorisation } from './reauthorise/decide.js';
import { recordRefund } from './refund/decide.js';
import { recordVoid } from './void/decide.js';

export type ResolveOutcome = {
  readonly operationId: string;
  readonly happened: boolean;
  /** The provider's id of what happened, where the operation makes one. */
  readonly reference: string | null;
  readonly note: string;
  readonly now: Instant;
};

/**
 * A person looked at the provider's desk and says what became of an open promise.
 *
 * @throws PaymentError `operation-not-open`, `outcome-incomplete`, or `reference-taken` for an
 * object that settled something else.
 */
export function resolveOutcome(command: ResolveOutcome, payment: Payment): readonly PaymentEvent[] {
  const { paymentId } = initiatedOf(payment);
  const { operationId, happened } = command;
  if (payment.contradictions.has(operationId)) return leaveOut(command, payment);
  const promise = openPromises(payment).find((open) => open.operationId === operationId);
  if (!promise) throw new PaymentError('operation-not-open', { paymentId, operationId });
  return happened ? recordDone(promise, command, payment) : recordNot(promise, command, payment);
}

/**
 * A person looked at a fact that contradicts the record, and leaves it out of the ledger. That it
 * is true after all no person says: then what is missing has to be told too.
 */
function leaveOut(
  { operationId: contradictionId, happened, note, now }: ResolveOutcome,
  payment: Payment,
): PaymentEvent[] {
  if (happened) assertNotContradicted(payment);
  const settled = settleContradiction({ contradictionId, by: 'person', note, now }, payment);
  if (settled.length > 0) return settled;
  const { paymentId } = initiatedOf(payment);
  throw new PaymentError('operation-not-open', { paymentId, operationId: contradictionId });
}

function recordDone(
  { operation, operationId }: OpenPromise,
  { reference, now: at }: ResolveOutcome,
  payment: Payment,
): PaymentEvent[] {
  const expiresAt = null;
  switch (operation) {
    case 'void':
      return recordVoid(operationId, { status: 'voided', at }, payment);
    case 'cancel':
      return recordCancellation(operationId, { status: 'cancelled', at }, payment);
    case 'increment':
      return recordIncrement(operationId, { status: 'incremented', expiresAt, at }, payment);
    default:
  }
  if (reference === null) throw new PaymentError('outcome-incomplete', { operationId });
  const as = recordedAs(reference, operation, payment);
  if (as !== null) throw new PaymentError('reference-taken', { operationId, reference, is: as });
  switch (operation) {
    case 'authorise': {
      const held = { status: 'authorised', reference, expiresAt, at } as const;
      return recordAuthorisation(operationId, held, payment);
    }
    case 'reauthorise': {
      const held = { status: 'reauthorised', reference, expiresAt, at } as const;
      return recordReauthorisation(operationId, held, payment);
    }
    case 'capture': {
      const taken = { status: 'captured', reference, fee: null, at } as const;
      return recordCapture(operationId, taken, payment);
    }
    case 'refund':
      return recordRefund(operationId, { status: 'refunded', reference, fee: null, at }, payment);
  }
}

function recordNot(
  promise: OpenPromise,
  { note: reason, now: at }: ResolveOutcome,
  payment: Payment,
): readonly PaymentEvent[] {
  return recordRefusal(
    promise,
    { status: 'refused', code: 'resolved-by-operator', reason, at },
    payment,
  );
}
