import {
  authorisedOf,
  capturedOf,
  initiatedOf,
  recordAuthorisation,
  recordCancellation,
  recordCapture,
  recordIncrement,
  recordReauthorisation,
  recordRefund,
  recordVoid,
  type Authorisation,
  type OpenPromise,
  type Payment,
  type PaymentEvent,
} from '#payments';
import type { AuthoriseRequest, PaymentProvider } from '#provider-port';

/** What an answer of the provider means for the payment as it stands by then. */
export type Recorder = (payment: Payment) => readonly PaymentEvent[];

/** What a call needs to know beside the payment. */
export type CallTerms = {
  readonly returnUrlOf: (paymentId: string) => string;
  /** Until when the payer may act, counted from our receipt of the provider's answer. */
  readonly payerDeadline: () => string;
};

type Call = (
  promise: OpenPromise & { readonly promisedAt: string },
  payment: Payment,
  provider: PaymentProvider,
) => Promise<Recorder>;

/**
 * Calls the provider as a promise says.
 *
 * @throws ProviderUnavailable or ProviderMisuse, see PaymentProvider.
 */
export function callFor(
  promise: OpenPromise,
  payment: Payment,
  provider: PaymentProvider,
  terms: CallTerms,
): Promise<Recorder> {
  const promisedAt = promise.since ?? initiatedOf(payment).initiatedAt;
  const dated = { ...promise, promisedAt };
  switch (promise.operation) {
    case 'authorise':
      return authorise(dated, payment, provider, terms);
    default:
      return CALLS[promise.operation](dated, payment, provider);
  }
}

async function authorise(
  { operationId, promisedAt }: Parameters<Call>[0],
  payment: Payment,
  provider: PaymentProvider,
  { returnUrlOf, payerDeadline }: CallTerms,
): Promise<Recorder> {
  const { paymentId, amount, method } = initiatedOf(payment);
  const request: AuthoriseRequest = {
    paymentId,
    authorisationId: operationId,
    amount,
    token: method.kind === 'card' ? method.token : null,
    orderReference: payment.authorisation?.orderReference ?? null,
    returnUrl: returnUrlOf(paymentId),
    promisedAt,
  };
  const outcome = await provider.authorise(request);
  if (outcome.status !== 'payer-action-required') {
    return (current) => recordAuthorisation(operationId, outcome, current);
  }
  // By our own clock, which also says when it is over.
  const outcomeUntil = { ...outcome, deadline: payerDeadline() };
  return (current) => recordAuthorisation(operationId, outcomeUntil, current);
}

const CALLS: Readonly<Record<Exclude<OpenPromise['operation'], 'authorise'>, Call>> = {
  increment: async ({ operationId, promisedAt }, payment, provider) => {
    const { paymentId, reference } = held(payment);
    const amount = changeOf(operationId, payment);
    const request = { paymentId, incrementId: operationId, amount, reference, promisedAt };
    const outcome = await provider.increment(request);
    return (current) => recordIncrement(operationId, outcome, current);
  },

  reauthorise: async ({ operationId, promisedAt }, payment, provider) => {
    const { paymentId, reference } = held(payment);
    const amount = changeOf(operationId, payment);
    const request = { paymentId, reauthorisationId: operationId, amount, reference, promisedAt };
    const outcome = await provider.reauthorise(request);
    return (current) => recordReauthorisation(operationId, outcome, current);
  },

  cancel: async ({ operationId, promisedAt }, payment, provider) => {
    const { paymentId } = initiatedOf(payment);
    const orderReference = payment.authorisation?.orderReference ?? '';
    const request = { paymentId, cancelId: operationId, orderReference, promisedAt };
    const outcome = await provider.cancel(request);
    return (current) => recordCancellation(operationId, outcome, current);
  },

  capture: async ({ operationId, promisedAt }, payment, provider) => {
    const { paymentId } = initiatedOf(payment);
    const { reference } = authorisedOf(payment);
    const { amount, final } = entry(payment.captures, operationId);
    const request = { paymentId, captureId: operationId, amount, final, reference, promisedAt };
    const outcome = await provider.capture(request);
    return (current) => recordCapture(operationId, outcome, current);
  },

  void: async ({ operationId, promisedAt }, payment, provider) => {
    const { paymentId, reference } = held(payment);
    const rest = !capturedOf(payment, initiatedOf(payment).amount).isZero;
    const request = { paymentId, voidId: operationId, reference, rest, promisedAt };
    const outcome = await provider.void(request);
    return (current) => recordVoid(operationId, outcome, current);
  },

  refund: async ({ operationId, promisedAt }, payment, provider) => {
    const { paymentId } = initiatedOf(payment);
    const { amount, captureId } = entry(payment.refunds, operationId);
    const reference = entry(payment.captures, captureId).reference ?? '';
    const ids = { paymentId, refundId: operationId, captureId };
    const outcome = await provider.refund({ ...ids, amount, reference, promisedAt });
    return (current) => recordRefund(operationId, outcome, current);
  },
};

function held(payment: Payment): { readonly paymentId: string; readonly reference: string } {
  const { paymentId } = initiatedOf(payment);
  const authorisation: Authorisation | null = payment.authorisation;
  if (!authorisation?.reference) throw new TypeError(`payment ${paymentId} holds nothing`);
  return { paymentId, reference: authorisation.reference };
}

function changeOf(operationId: string, { holdChange }: Payment) {
  if (holdChange?.operationId !== operationId) {
    throw new TypeError(`no operation ${operationId} in this payment`);
  }
  return holdChange.amount;
}

function entry<Value>(entries: ReadonlyMap<string, Value>, id: string): Value {
  const value = entries.get(id);
  if (value === undefined) throw new TypeError(`no operation ${id} in this payment`);
  return value;
}
