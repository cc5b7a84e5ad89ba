import {
  capturedOf,
  PAYMENT_EVENT_TYPES,
  PAYMENT_EVENTS,
  refundedOf,
  statusOf,
  type Payment,
  type PaymentEvent,
  type PaymentEventType,
} from '#payments';
import type { Money } from '#money';

/** What clients are told of, as the catalogue of events names it. Names are API. */
export type MessageType = {
  [Type in PaymentEventType]: (typeof PAYMENT_EVENTS)[Type] extends { announced: infer Name }
    ? Name
    : never;
}[PaymentEventType];

const TYPES = new Map<PaymentEventType, MessageType>();
for (const type of PAYMENT_EVENT_TYPES) {
  const entry = PAYMENT_EVENTS[type];
  if ('announced' in entry) TYPES.set(type, entry.announced);
}

export const MESSAGE_TYPES: readonly MessageType[] = [...TYPES.values()];

/** The type of the message that an event makes; null for what stays inside. */
export function messageTypeOf(event: PaymentEvent): MessageType | null {
  if (event.type === 'RiskAssessed') {
    const { stage, verdict } = event.data;
    return stage === 'inline' && verdict === 'decline' ? 'payment.declined' : null;
  }
  return TYPES.get(event.type) ?? null;
}

/** What happened to the payment, and where it stands right after. */
export type Happening = {
  readonly type: MessageType;
  readonly event: PaymentEvent;
  readonly payment: Payment;
  readonly position: string;
  readonly recordedAt: string;
};

/**
 * The body of a message, the same text however often it is made. It holds what was agreed as the
 * public form and nothing of the event's own, so that events may change without a new version.
 *
 * @throws TypeError for a payment that was never initiated.
 */
export function messageOf({ type, event, payment, position, recordedAt }: Happening): string {
  const { initiated } = payment;
  if (!initiated) throw new TypeError('a message needs an initiated payment');
  return JSON.stringify({
    type,
    timestamp: recordedAt,
    version: 1,
    data: {
      paymentId: event.data.paymentId,
      orderId: initiated.orderId,
      status: statusOf(payment),
      amount: initiated.amount,
      captured: capturedOf(payment, initiated.amount),
      refunded: refundedOf(payment, initiated.amount),
      change: changeOf(event),
      position,
    },
  });
}

type Change = {
  readonly amount: Money | null;
  readonly refundId: string | null;
  readonly disputeId: string | null;
  readonly code: string | null;
  readonly url: string | null;
};

/** What this one event moved or why it did not; null where it says nothing of the kind. */
function changeOf({ type, data }: PaymentEvent): Change {
  const code = type === 'RiskAssessed' ? 'risk' : 'code' in data ? data.code : null;
  return {
    amount: 'amount' in data ? data.amount : null,
    refundId: 'refundId' in data ? data.refundId : null,
    disputeId: 'disputeId' in data ? data.disputeId : null,
    code,
    url: type === 'PayerActionRequired' ? data.url : null,
  };
}
