import type { Money } from '#money';
import type { Operation, OutcomeOf, Refusal, RequestOf } from '#provider-port';
import { recordAuthorisation } from './authorise/decide.js';
import { recordCancellation } from './cancel/decide.js';
import { recordCapture } from './capture/decide.js';
import type { PaymentEvent } from './catalogue/events.js';
import { recordIncrement } from './increment/decide.js';
import { authorisedOf, initiatedOf } from './payment/guards.js';
import type { OpenPromise } from './payment/open-promises.js';
import type { Payment } from './payment/payment.js';
import { capturedOf } from './payment/sums.js';
import type { Instant } from './payment/vocabulary.js';
import { recordReauthorisation } from './reauthorise/decide.js';
import { recordRefund } from './refund/decide.js';
import { recordVoid } from './void/decide.js';

type PromiseOf<O extends Operation> = OpenPromise & { readonly operation: O };

/** What every request names. */
type Named = { readonly paymentId: string; readonly promisedAt: Instant };

/** One operation at the provider: how it is asked for, and how its outcome is recorded. */
type Performed<O extends Operation> = {
  /** Everything beside what every request names. */
  readonly ask: (
    operationId: string,
    payment: Payment,
    returnUrl: string | null,
  ) => Omit<RequestOf<O>, keyof Named>;
  /** Recording an outcome twice decides nothing the second time. */
  readonly record: (
    operationId: string,
    outcome: OutcomeOf<O>,
    payment: Payment,
  ) => readonly PaymentEvent[];
};

const OPERATIONS: { readonly [O in Operation]: Performed<O> } = {
  authorise: {
    ask: (authorisationId, payment, returnUrl) => {
      const { amount, method } = initiatedOf(payment);
      const token = method.kind === 'card' ? method.token : null;
      const orderReference = payment.authorisation?.orderReference ?? null;
      return { authorisationId, amount, token, orderReference, returnUrl };
    },
    record: recordAuthorisation,
  },
  increment: {
    ask: (incrementId, payment) => ({ incrementId, ...newHoldOf(incrementId, payment) }),
    record: recordIncrement,
  },
  reauthorise: {
    ask: (reauthorisationId, payment) => ({
      reauthorisationId,
      ...newHoldOf(reauthorisationId, payment),
    }),
    record: recordReauthorisation,
  },
  cancel: {
    ask: (cancellationId, { authorisation }) => {
      return { cancellationId, orderReference: authorisation?.orderReference ?? '' };
    },
    record: recordCancellation,
  },
  capture: {
    ask: (captureId, payment) => {
      const { amount, final } = entry(payment.captures, captureId);
      return { captureId, amount, final, reference: authorisedOf(payment).reference };
    },
    record: recordCapture,
  },
  void: {
    ask: (voidId, payment) => {
      const rest = !capturedOf(payment, initiatedOf(payment).amount).isZero;
      return { voidId, reference: heldReferenceOf(payment), rest };
    },
    record: recordVoid,
  },
  refund: {
    ask: (refundId, payment) => {
      const { amount, captureId } = entry(payment.refunds, refundId);
      const reference = entry(payment.captures, captureId).reference ?? '';
      return { refundId, captureId, amount, reference };
    },
    record: recordRefund,
  },
};

/** What the provider is asked, to keep a promise. */
export function requestOf<O extends Operation>(
  { operation, operationId, since }: PromiseOf<O>,
  payment: Payment,
  returnUrl: string | null,
): RequestOf<O> {
  const { paymentId, initiatedAt } = initiatedOf(payment);
  const asked = OPERATIONS[operation].ask(operationId, payment, returnUrl);
  // TypeScript cannot see that what is left out above is put back here.
  return { ...asked, paymentId, promisedAt: since ?? initiatedAt } as RequestOf<O>;
}

/**
 * What an answer of the provider means for the payment as it stands by then.
 *
 * @param deadline until when the payer has to act, where the provider asks for it.
 */
export function recordOutcome<O extends Operation>(
  { operation, operationId }: PromiseOf<O>,
  outcome: OutcomeOf<O>,
  { payment, deadline }: { readonly payment: Payment; readonly deadline: Instant },
): readonly PaymentEvent[] {
  const waits = outcome.status === 'payer-action-required';
  return OPERATIONS[operation].record(
    operationId,
    waits ? { ...outcome, deadline } : outcome,
    payment,
  );
}

/** What a no means for the payment, from the provider or from who looked at its desk. */
export function recordRefusal(
  { operation, operationId }: OpenPromise,
  refusal: Refusal,
  payment: Payment,
): readonly PaymentEvent[] {
  return OPERATIONS[operation].record(operationId, refusal, payment);
}

function newHoldOf(
  operationId: string,
  payment: Payment,
): { readonly amount: Money; readonly reference: string } {
  const { holdChange } = payment;
  if (holdChange?.operationId !== operationId) {
    throw new TypeError(`no operation ${operationId} in this payment`);
  }
  return { amount: holdChange.amount, reference: heldReferenceOf(payment) };
}

function heldReferenceOf(payment: Payment): string {
  const reference = payment.authorisation?.reference;
  if (!reference) throw new TypeError(`payment ${initiatedOf(payment).paymentId} holds nothing`);
  return reference;
}

function entry<Value>(entries: ReadonlyMap<string, Value>, id: string): Value {
  const value = entries.get(id);
  if (value === undefined) throw new TypeError(`no operation ${id} in this payment`);
  return value;
}
