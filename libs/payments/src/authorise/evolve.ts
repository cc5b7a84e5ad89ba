import type { EventOf } from '../events.js';
import { settle } from '../payment/clear-unknown.js';
import type { Authorisation, HoldChange, Payment } from '../payment/payment.js';

type AuthorisationEvent = EventOf<
  | 'AuthorisationRequested'
  | 'PayerActionRequired'
  | 'PayerActionCompleted'
  | 'PaymentAuthorised'
  | 'AuthorisationDeclined'
  | 'AuthorisationExpired'
>;
type ChangeEvent = EventOf<
  | 'IncrementRequested'
  | 'AuthorisationIncremented'
  | 'IncrementDeclined'
  | 'ReauthorisationRequested'
  | 'PaymentReauthorised'
  | 'ReauthorisationFailed'
>;
type ReleaseEvent = EventOf<
  | 'VoidRequested'
  | 'PaymentVoided'
  | 'VoidFailed'
  | 'CancellationPlanned'
  | 'CancellationRequested'
  | 'PaymentCancelled'
  | 'CancellationFailed'
>;

/** Folds what the issuer holds for us: from the first request until it is given up. */
export function evolveHold(
  payment: Payment,
  event: AuthorisationEvent | ChangeEvent | ReleaseEvent,
): Payment {
  switch (event.type) {
    case 'IncrementRequested':
    case 'AuthorisationIncremented':
    case 'IncrementDeclined':
      return evolveIncrement(payment, event);
    case 'ReauthorisationRequested':
    case 'PaymentReauthorised':
    case 'ReauthorisationFailed':
      return evolveReauthorisation(payment, event);
    case 'VoidRequested':
    case 'PaymentVoided':
    case 'VoidFailed':
      return evolveVoid(payment, event);
    case 'CancellationPlanned':
      return { ...payment, unwanted: event.data.reason };
    case 'CancellationRequested':
    case 'PaymentCancelled':
    case 'CancellationFailed':
      return evolveCancellation(payment, event);
    default:
      return evolveAuthorisation(payment, event);
  }
}

function evolveAuthorisation(payment: Payment, event: AuthorisationEvent): Payment {
  switch (event.type) {
    case 'AuthorisationRequested': {
      const { authorisationId, amount, requestedAt } = event.data;
      return { ...payment, authorisation: { ...OPEN, authorisationId, amount, requestedAt } };
    }
    case 'PayerActionRequired': {
      const { orderReference, url, authorisationId, deadline } = event.data;
      const status = 'payer-action-required' as const;
      const change = { status, orderReference, actionUrl: url, deadline };
      return settle(withAuthorisation(payment, change), authorisationId);
    }
    case 'PayerActionCompleted':
      return withAuthorisation(payment, { status: 'requested', ...NO_ACTION });
    case 'PaymentAuthorised': {
      const { amount, reference, expiresAt, authorisationId } = event.data;
      const known = payment.authorisation ?? { ...OPEN, authorisationId, amount };
      const held = { amount, reference, expiresAt, unsupported: false, ...NO_ACTION };
      const change = { status: 'authorised', ...held } as const;
      return settle({ ...payment, authorisation: { ...known, ...change } }, authorisationId);
    }
    case 'AuthorisationDeclined': {
      const { authorisationId, unsupported = false } = event.data;
      const change = { status: 'declined', unsupported, ...NO_ACTION } as const;
      return settle(withAuthorisation(payment, change), authorisationId);
    }
    case 'AuthorisationExpired':
      return withAuthorisation(payment, { status: 'expired', ...NO_ACTION });
  }
}

const NO_ACTION = { actionUrl: null, deadline: null } as const;

const OPEN: Omit<Authorisation, 'authorisationId' | 'amount'> = {
  status: 'requested',
  reference: null,
  pastReferences: [],
  orderReference: null,
  expiresAt: null,
  unsupported: false,
  doubtful: false,
  requestedAt: null,
  ...NO_ACTION,
};

function withAuthorisation(payment: Payment, change: Partial<Authorisation>): Payment {
  if (!payment.authorisation) return payment;
  return { ...payment, authorisation: { ...payment.authorisation, ...change } };
}

function evolveIncrement(
  payment: Payment,
  event: EventOf<'IncrementRequested' | 'AuthorisationIncremented' | 'IncrementDeclined'>,
): Payment {
  const { incrementId: operationId, amount } = event.data;
  if (event.type === 'IncrementRequested') {
    const { requestedAt } = event.data;
    return withChange(payment, { kind: 'increment', operationId, amount, requestedAt });
  }
  if (event.type === 'IncrementDeclined') return settleChange(payment, operationId, 'failed');
  const expiresAt = event.data.expiresAt ?? payment.authorisation?.expiresAt ?? null;
  const raised = withAuthorisation(payment, { amount, expiresAt });
  return settleChange(raised, operationId, 'done');
}

function evolveReauthorisation(
  payment: Payment,
  event: EventOf<'ReauthorisationRequested' | 'PaymentReauthorised' | 'ReauthorisationFailed'>,
): Payment {
  const { reauthorisationId: operationId, amount } = event.data;
  if (event.type === 'ReauthorisationRequested') {
    const { requestedAt } = event.data;
    return withChange(payment, { kind: 'reauthorise', operationId, amount, requestedAt });
  }
  if (event.type === 'ReauthorisationFailed') return settleChange(payment, operationId, 'failed');
  const { reference, expiresAt } = event.data;
  const { reference: before = null, pastReferences = [] } = payment.authorisation ?? {};
  const past = before === null ? pastReferences : [...pastReferences, before];
  const hold = { amount, reference, pastReferences: past, expiresAt };
  const renewed = withAuthorisation(payment, hold);
  return settleChange(renewed, operationId, 'done');
}

function withChange(payment: Payment, change: Omit<HoldChange, 'status'>): Payment {
  return { ...payment, holdChange: { ...change, status: 'requested' } };
}

/** A change made at the provider's desk leaves a promise of ours as it is. */
function settleChange(payment: Payment, operationId: string, status: 'done' | 'failed'): Payment {
  const { holdChange } = payment;
  const mine = holdChange?.operationId === operationId;
  const settled = mine ? { ...payment, holdChange: { ...holdChange, status } } : payment;
  return settle(settled, operationId);
}

function evolveVoid(
  payment: Payment,
  event: EventOf<'VoidRequested' | 'PaymentVoided' | 'VoidFailed'>,
): Payment {
  const { voidId } = event.data;
  switch (event.type) {
    case 'VoidRequested': {
      const { requestedAt } = event.data;
      return { ...payment, void: { voidId, status: 'requested', requestedAt } };
    }
    case 'VoidFailed': {
      const requestedAt = payment.void?.requestedAt ?? null;
      return settle({ ...payment, void: { voidId, status: 'failed', requestedAt } }, voidId);
    }
    case 'PaymentVoided':
      return settle(withAuthorisation({ ...payment, void: null }, { status: 'voided' }), voidId);
  }
}

function evolveCancellation(
  payment: Payment,
  event: EventOf<'CancellationRequested' | 'PaymentCancelled' | 'CancellationFailed'>,
): Payment {
  const { cancellationId } = event.data;
  if (event.type === 'CancellationRequested') {
    const { reason, requestedAt } = event.data;
    const cancellation = { cancellationId, reason, status: 'requested', requestedAt } as const;
    return { ...payment, cancellation };
  }
  if (event.type === 'CancellationFailed') {
    const { cancellation } = payment;
    const failed = cancellation && { ...cancellation, status: 'failed' as const };
    return settle({ ...payment, cancellation: failed }, cancellationId);
  }
  const { reason, cancelledAt } = event.data;
  const requestedAt = payment.cancellation?.requestedAt ?? cancelledAt;
  const cancellation = { cancellationId, reason, status: 'done', requestedAt } as const;
  const ended = withAuthorisation({ ...payment, cancellation }, ENDED);
  const open = payment.authorisation?.authorisationId;
  return settle(open === undefined ? ended : settle(ended, open), cancellationId);
}

const ENDED = { status: 'cancelled', ...NO_ACTION } as const;
