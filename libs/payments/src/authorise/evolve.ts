import { refusedWith } from '../decline/refused.js';
import { NO_ACTION, withAuthorisation } from '../payment/fold.js';
import type { Authorisation, Payment } from '../payment/payment.js';
import type {
  AuthorisationDeclined,
  AuthorisationRequested,
  PayerActionRequired,
  PaymentAuthorised,
} from './events.js';

const REQUESTED: Omit<Authorisation, 'authorisationId' | 'amount'> = {
  status: 'requested',
  reference: null,
  pastReferences: [],
  orderReference: null,
  expiresAt: null,
  refused: null,
  unsupported: false,
  doubtful: false,
  requestedAt: null,
  ...NO_ACTION,
};

export function requested(
  payment: Payment,
  { authorisationId, amount, requestedAt }: AuthorisationRequested['data'],
): Payment {
  return { ...payment, authorisation: { ...REQUESTED, authorisationId, amount, requestedAt } };
}

export function actionRequired(
  payment: Payment,
  { orderReference, url: actionUrl, deadline }: PayerActionRequired['data'],
): Payment {
  const status = 'payer-action-required' as const;
  return withAuthorisation(payment, { status, orderReference, actionUrl, deadline });
}

export function actionCompleted(payment: Payment): Payment {
  return withAuthorisation(payment, { status: 'requested', ...NO_ACTION });
}

export function authorised(
  payment: Payment,
  { amount, reference, expiresAt, authorisationId }: PaymentAuthorised['data'],
): Payment {
  const known = payment.authorisation ?? { ...REQUESTED, authorisationId, amount };
  const held = { amount, reference, expiresAt, refused: null, unsupported: false, ...NO_ACTION };
  return { ...payment, authorisation: { ...known, status: 'authorised', ...held } };
}

export function declined(
  payment: Payment,
  { unsupported, declinedAt, ...refusal }: AuthorisationDeclined['data'],
): Payment {
  const isUnsupported = unsupported === true;
  return withAuthorisation(payment, {
    status: 'declined',
    refused: refusedWith(refusal, declinedAt),
    unsupported: isUnsupported,
    ...NO_ACTION,
  });
}

export function expired(payment: Payment): Payment {
  return withAuthorisation(payment, { status: 'expired', ...NO_ACTION });
}
