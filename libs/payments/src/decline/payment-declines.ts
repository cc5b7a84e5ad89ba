import type { Operation } from '#provider-port';
import type { EventOf, PaymentEvent } from '../catalogue/events.js';
import type { TypesWith } from '../catalogue/kinds.js';
import type { Payment } from '../payment/payment.js';
import { statusOf } from '../payment/status.js';
import { timelineEntryOf } from '../resource/timeline.js';
import { type Decline, declineOf, fraudBlock } from './decline.js';
import { type Refused, refusedWith } from './refused.js';

/** Why a payment stands as declined or rejected; null for every other. */
export function declineOfPayment(payment: Payment): Decline | null {
  const { initiated, authorisation, risk } = payment;
  if (!initiated) return null;
  const status = statusOf(payment);
  if (status !== 'declined' && status !== 'rejected') return null;
  // When an analyst rejected it, its timeline tells.
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

type RefusalEvent = EventOf<TypesWith<{ refusal: true }>>;

/** Which refusals are declines, and of what. A void or cancellation that fails declines nothing. */
const DECLINED: Readonly<Record<RefusalEvent['type'], Operation | null>> = {
  AuthorisationDeclined: 'authorise',
  IncrementDeclined: 'increment',
  ReauthorisationFailed: 'reauthorise',
  CancellationFailed: null,
  CaptureFailed: 'capture',
  VoidFailed: null,
  RefundFailed: 'refund',
};

/** Why, where an event says that something was declined; null for every other event. */
export function declineOfEvent(event: PaymentEvent, payment: Payment): Decline | null {
  if (isRefusalEvent(event)) return declineBy(event, DECLINED[event.type], payment);
  switch (event.type) {
    case 'RiskAssessed': {
      const { stage, verdict, assessedAt } = event.data;
      return stage === 'inline' && verdict === 'decline' ? fraudBlock(assessedAt) : null;
    }
    case 'ReviewRejected':
      return fraudBlock(event.data.decidedAt);
    case 'RefundReversed':
      return declineBy(event, 'refund', payment);
    default:
      return null;
  }
}

function isRefusalEvent(event: PaymentEvent): event is RefusalEvent {
  return Object.hasOwn(DECLINED, event.type);
}

function declineBy(
  event: RefusalEvent | EventOf<'RefundReversed'>,
  operation: Operation | null,
  payment: Payment,
): Decline | null {
  if (operation === null) return null;
  const refused = refusedWith(event.data, timelineEntryOf(event).at);
  return declineOfOperation(operation, { refused }, payment);
}
