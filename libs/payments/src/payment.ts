import { type Money, sum } from '#money';
import type { EventOf, PaymentEvent } from './events.js';

export type Authorisation = {
  readonly authorisationId: string;
  readonly status:
    'requested' | 'payer-action-required' | 'authorised' | 'declined' | 'voided' | 'expired';
  readonly amount: Money;
  /** The provider's id to capture or void; null until authorised. */
  readonly reference: string | null;
  /** The provider's object that waited for the payer, and where to send the payer. */
  readonly orderReference: string | null;
  readonly actionUrl: string | null;
  readonly expiresAt: string | null;
};

export type Capture = {
  readonly amount: Money;
  readonly final: boolean;
  readonly status: 'requested' | 'captured' | 'failed';
  readonly reference: string | null;
};

export type Refund = {
  readonly captureId: string;
  readonly amount: Money;
  readonly status: 'requested' | 'refunded' | 'failed';
  readonly reference: string | null;
};

/** What the deciders need to know about one payment, folded from its stream. */
export type Payment = {
  readonly initiated: EventOf<'PaymentInitiated'>['data'] | null;
  readonly risk: EventOf<'RiskAssessed'>['data'] | null;
  readonly review: 'none' | 'held' | 'approved' | 'rejected';
  readonly authorisation: Authorisation | null;
  readonly captures: ReadonlyMap<string, Capture>;
  readonly refunds: ReadonlyMap<string, Refund>;
  readonly void: { readonly voidId: string; readonly status: 'requested' | 'failed' } | null;
  /** Ids of operations whose outcome the provider did not tell. */
  readonly unknown: ReadonlySet<string>;
};

export const NO_PAYMENT: Payment = {
  initiated: null,
  risk: null,
  review: 'none',
  authorisation: null,
  captures: new Map(),
  refunds: new Map(),
  void: null,
  unknown: new Set(),
};

/** Folds one event; events of one payment, in stream order. */
export function evolve(payment: Payment, event: PaymentEvent): Payment {
  switch (event.type) {
    case 'PaymentInitiated':
      return { ...payment, initiated: event.data };
    case 'RiskAssessed':
      return { ...payment, risk: event.data };
    case 'PaymentHeldForReview':
      return { ...payment, review: 'held' };
    case 'ReviewApproved':
      return { ...payment, review: 'approved' };
    case 'ReviewRejected':
      return { ...payment, review: 'rejected' };
    case 'ProviderFeeRecorded':
      return payment;
    case 'ProviderOutcomeUnknown':
      return { ...payment, unknown: new Set(payment.unknown).add(event.data.operationId) };
    case 'CaptureRequested':
    case 'PaymentCaptured':
    case 'CaptureFailed':
      return evolveCapture(payment, event);
    case 'RefundRequested':
    case 'PaymentRefunded':
    case 'RefundFailed':
      return evolveRefund(payment, event);
    case 'VoidRequested':
    case 'PaymentVoided':
    case 'VoidFailed':
      return evolveVoid(payment, event);
    default:
      return evolveAuthorisation(payment, event);
  }
}

type AuthorisationEvent = EventOf<
  | 'AuthorisationRequested'
  | 'PayerActionRequired'
  | 'PayerActionCompleted'
  | 'PaymentAuthorised'
  | 'AuthorisationDeclined'
  | 'AuthorisationExpired'
>;

function evolveAuthorisation(payment: Payment, event: AuthorisationEvent): Payment {
  switch (event.type) {
    case 'AuthorisationRequested': {
      const { authorisationId, amount } = event.data;
      return { ...payment, authorisation: { ...OPEN, authorisationId, amount } };
    }
    case 'PayerActionRequired': {
      const { orderReference, url, authorisationId } = event.data;
      const change = { status: 'payer-action-required', orderReference, actionUrl: url } as const;
      return settle(withAuthorisation(payment, change), authorisationId);
    }
    case 'PayerActionCompleted':
      return withAuthorisation(payment, { status: 'requested', actionUrl: null });
    case 'PaymentAuthorised': {
      const { amount, reference, expiresAt, authorisationId } = event.data;
      const known = payment.authorisation ?? { ...OPEN, authorisationId, amount };
      const change = {
        status: 'authorised',
        amount,
        reference,
        expiresAt,
        actionUrl: null,
      } as const;
      return settle({ ...payment, authorisation: { ...known, ...change } }, authorisationId);
    }
    case 'AuthorisationDeclined':
      return settle(
        withAuthorisation(payment, { status: 'declined', actionUrl: null }),
        event.data.authorisationId,
      );
    case 'AuthorisationExpired':
      return withAuthorisation(payment, { status: 'expired', actionUrl: null });
  }
}

const OPEN: Omit<Authorisation, 'authorisationId' | 'amount'> = {
  status: 'requested',
  reference: null,
  orderReference: null,
  actionUrl: null,
  expiresAt: null,
};

function withAuthorisation(payment: Payment, change: Partial<Authorisation>): Payment {
  if (!payment.authorisation) return payment;
  return { ...payment, authorisation: { ...payment.authorisation, ...change } };
}

function evolveCapture(
  payment: Payment,
  event: EventOf<'CaptureRequested' | 'PaymentCaptured' | 'CaptureFailed'>,
): Payment {
  const { captureId, amount } = event.data;
  const known = payment.captures.get(captureId);
  const final = 'final' in event.data ? event.data.final : (known?.final ?? true);
  const status = (
    { CaptureRequested: 'requested', PaymentCaptured: 'captured', CaptureFailed: 'failed' } as const
  )[event.type];
  const reference = event.type === 'PaymentCaptured' ? event.data.reference : null;
  const captures = new Map(payment.captures).set(captureId, { amount, final, status, reference });
  return status === 'requested'
    ? { ...payment, captures }
    : settle({ ...payment, captures }, captureId);
}

function evolveRefund(
  payment: Payment,
  event: EventOf<'RefundRequested' | 'PaymentRefunded' | 'RefundFailed'>,
): Payment {
  const { refundId, amount } = event.data;
  const known = payment.refunds.get(refundId);
  const captureId = 'captureId' in event.data ? event.data.captureId : (known?.captureId ?? '');
  const status = (
    { RefundRequested: 'requested', PaymentRefunded: 'refunded', RefundFailed: 'failed' } as const
  )[event.type];
  const reference =
    event.type === 'PaymentRefunded' ? event.data.reference : (known?.reference ?? null);
  const refunds = new Map(payment.refunds).set(refundId, { captureId, amount, status, reference });
  return status === 'requested'
    ? { ...payment, refunds }
    : settle({ ...payment, refunds }, refundId);
}

function evolveVoid(
  payment: Payment,
  event: EventOf<'VoidRequested' | 'PaymentVoided' | 'VoidFailed'>,
): Payment {
  const { voidId } = event.data;
  switch (event.type) {
    case 'VoidRequested':
      return { ...payment, void: { voidId, status: 'requested' } };
    case 'VoidFailed':
      return settle({ ...payment, void: { voidId, status: 'failed' } }, voidId);
    case 'PaymentVoided':
      return settle(withAuthorisation({ ...payment, void: null }, { status: 'voided' }), voidId);
  }
}

/** An outcome arrived: the operation is no longer unknown. */
function settle(payment: Payment, operationId: string): Payment {
  if (!payment.unknown.has(operationId)) return payment;
  const unknown = new Set(payment.unknown);
  unknown.delete(operationId);
  return { ...payment, unknown };
}

/** Money taken or promised to be taken. */
export function capturedOrPromised(payment: Payment, amount: Money): Money {
  const live = [...payment.captures.values()].filter(({ status }) => status !== 'failed');
  return sum(
    live.map((capture) => capture.amount),
    amount.currency,
  );
}

/** Money the provider took. */
export function capturedOf(payment: Payment, amount: Money): Money {
  const taken = [...payment.captures.values()].filter(({ status }) => status === 'captured');
  return sum(
    taken.map((capture) => capture.amount),
    amount.currency,
  );
}

/** Money the provider gave back. */
export function refundedOf(payment: Payment, amount: Money): Money {
  const given = [...payment.refunds.values()].filter(({ status }) => status === 'refunded');
  return sum(
    given.map((refund) => refund.amount),
    amount.currency,
  );
}
