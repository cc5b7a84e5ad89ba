import {
  capturedOf,
  type Decline,
  declineOfEvent,
  PAYMENT_EVENT_TYPES,
  PAYMENT_EVENTS,
  refundedOf,
  statusOf,
  type Payment,
  type PaymentEvent,
  type PaymentEventType,
  type PaymentStatus,
} from '#payments';

/** What clients are told of, as the catalogue of events names it. Names are API. */
export type MessageType = Extract<
  (typeof PAYMENT_EVENTS)[PaymentEventType]['announced'],
  `${string}.${string}`
>;

/** The events that clients get a message about. */
export type AnnouncedEventType = {
  [Type in PaymentEventType]: (typeof PAYMENT_EVENTS)[Type] extends { announced: MessageType }
    ? Type
    : never;
}[PaymentEventType];

const TYPES = new Map<PaymentEventType, MessageType>();
for (const type of PAYMENT_EVENT_TYPES) {
  const { announced } = PAYMENT_EVENTS[type];
  if (typeof announced === 'string') TYPES.set(type, announced);
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
export type PaymentChange = {
  readonly type: MessageType;
  readonly event: PaymentEvent;
  readonly payment: Payment;
  readonly position: string;
  readonly recordedAt: string;
};

type MoneyText = { readonly amount: string; readonly currency: string };

/** What a receiver gets, as JSON. A field may be added to it; none is taken away or changed. */
export type WebhookMessage = {
  readonly type: MessageType;
  /** When the event was recorded. */
  readonly timestamp: string;
  readonly version: 1;
  readonly data: {
    readonly paymentId: string;
    readonly orderId: string;
    readonly status: PaymentStatus;
    readonly amount: MoneyText;
    readonly captured: MoneyText;
    readonly refunded: MoneyText;
    readonly change: Change;
    /** Of the event in the store. */
    readonly position: string;
  };
};

/**
 * The body of a message, the same however often it is made. It holds what was agreed as the public
 * form and nothing of the event's own, so that events may change without a new version.
 *
 * @throws TypeError for a payment that was never initiated.
 */
export function messageOf(happening: PaymentChange): WebhookMessage {
  const { type, event, payment, position, recordedAt } = happening;
  const { initiated } = payment;
  if (!initiated) throw new TypeError('a message needs an initiated payment');
  return {
    type,
    timestamp: recordedAt,
    version: 1,
    data: {
      paymentId: event.data.paymentId,
      orderId: initiated.orderId,
      status: statusOf(payment),
      amount: initiated.amount.toJSON(),
      captured: capturedOf(payment, initiated.amount).toJSON(),
      refunded: refundedOf(payment, initiated.amount).toJSON(),
      change: changeOf(event, payment),
      position,
    },
  };
}

type Change = {
  readonly amount: MoneyText | null;
  readonly captureId: string | null;
  readonly refundId: string | null;
  readonly disputeId: string | null;
  readonly code: string | null;
  /** Why it was declined or failed, as in the payment's answers. */
  readonly decline: Decline | null;
  readonly url: string | null;
};

/** What this one event moved or why it did not; null where it says nothing of the kind. */
function changeOf(event: PaymentEvent, payment: Payment): Change {
  const { type, data } = event;
  const code = type === 'RiskAssessed' ? 'risk' : 'code' in data ? data.code : null;
  return {
    amount: 'amount' in data ? data.amount.toJSON() : null,
    captureId: captureIdOf(event, payment),
    refundId: 'refundId' in data ? data.refundId : null,
    disputeId: 'disputeId' in data ? data.disputeId : null,
    code,
    decline: declineOfEvent(event, payment),
    url: type === 'PayerActionRequired' ? data.url : null,
  };
}

/** The capture that an event is about, named by the event or by what it changes. */
function captureIdOf({ data }: PaymentEvent, { refunds, disputes }: Payment): string | null {
  if ('captureId' in data) return data.captureId;
  if ('refundId' in data) return refunds.get(data.refundId)?.captureId || null;
  return 'disputeId' in data ? (disputes.get(data.disputeId)?.captureId ?? null) : null;
}
