import type { Operation } from '#provider-port';
import type { PaymentEvent } from '../catalogue/events.js';
import type { Payment } from '../payment/payment.js';
import { statusOf } from '../payment/status.js';
import { type Decline, declineOf, fraudBlock } from './decline.js';
import { type Refused, refusedWith } from './refused.js';

/** Why a payment stands as declined or rejected; null for every other. */
export function declineOfPayment(payment: Payment): Decline | null {
  const { initiated, authorisation, risk } = payment;
  if (!initiated) return null;
  const status = statusOf(payment);
  if (status !== 'declined' && status !== 'rejected') return null;
  // When an analyst rejected it, its history tells.
  if (authorisation?.status !== 'declined') {
    return fraudBlock(status === 'declined' ? (risk?.assessedAt ?? null) : null);
  }
  return declineOfOperation('authorise', authorisation, payment);
}

/** Why one operation of a payment came to nothing; null when it did not. */
export function declineOfOperation(
  operation: Operation,
  { refused }: { readonly refused: Refused | null },
  { initiated }: Payment,
): Decline | null {
  return initiated && refused ? declineOf(initiated.provider, operation, refused) : null;
}

/** Why, where an event says that something was declined; null for every other event. */
export function declineOfEvent(event: PaymentEvent, payment: Payment): Decline | null {
  const refused = (operation: Operation, at: string, said: Parameters<typeof refusedWith>[0]) =>
    declineOfOperation(operation, { refused: refusedWith(said, at) }, payment);
  switch (event.type) {
    case 'RiskAssessed': {
      const { stage, verdict, assessedAt } = event.data;
      return stage === 'inline' && verdict === 'decline' ? fraudBlock(assessedAt) : null;
    }
    case 'ReviewRejected':
      return fraudBlock(event.data.decidedAt);
    case 'AuthorisationDeclined':
      return refused('authorise', event.data.declinedAt, event.data);
    case 'IncrementDeclined':
      return refused('increment', event.data.declinedAt, event.data);
    case 'ReauthorisationFailed':
      return refused('reauthorise', event.data.failedAt, event.data);
    case 'CaptureFailed':
      return refused('capture', event.data.failedAt, event.data);
    case 'RefundFailed':
      return refused('refund', event.data.failedAt, event.data);
    case 'RefundReversed':
      return refused('refund', event.data.reversedAt, event.data);
    default:
      return null;
  }
}
