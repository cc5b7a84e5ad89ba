import {
  messageOf,
  messageTypeOf,
  type AnnouncedEventType,
  type WebhookMessage,
} from '#outgoing-webhooks';
import { evolve, NO_PAYMENT, upcast, type PaymentEvent, type PaymentEventType } from '#payments';
import { FIXTURES, newestShapes, type Shapes } from './stored-shapes.js';

const AUTHORISED = ['PaymentInitiated', 'AuthorisationRequested', 'PaymentAuthorised'] as const;
const CAPTURED = [...AUTHORISED, 'CaptureRequested', 'PaymentCaptured'] as const;
const REFUNDED = [...CAPTURED, 'RefundRequested', 'PaymentRefunded'] as const;
const DISPUTED = [...CAPTURED, 'DisputeOpened'] as const;
const HELD = ['PaymentInitiated', 'PaymentHeldForReview'] as const;

/** What happened before each event that clients are told of, in its example. */
const BEFORE: { readonly [Type in AnnouncedEventType]: readonly PaymentEventType[] } = {
  PaymentInitiated: [],
  PaymentHeldForReview: ['PaymentInitiated'],
  ReviewApproved: HELD,
  ReviewRejected: HELD,
  AuthorisationDeclined: ['PaymentInitiated', 'AuthorisationRequested'],
  PayerActionRequired: ['PaymentInitiated', 'AuthorisationRequested'],
  PaymentAuthorised: ['PaymentInitiated', 'AuthorisationRequested'],
  AuthorisationExpired: AUTHORISED,
  AuthorisationIncremented: [...AUTHORISED, 'IncrementRequested'],
  IncrementDeclined: [...AUTHORISED, 'IncrementRequested'],
  PaymentReauthorised: [...AUTHORISED, 'ReauthorisationRequested'],
  ReauthorisationFailed: [...AUTHORISED, 'ReauthorisationRequested'],
  PaymentCancelled: ['PaymentInitiated', 'CancellationRequested'],
  CancellationFailed: ['PaymentInitiated', 'CancellationRequested'],
  PaymentVoided: [...AUTHORISED, 'VoidRequested'],
  VoidFailed: [...AUTHORISED, 'VoidRequested'],
  PaymentCaptured: [...AUTHORISED, 'CaptureRequested'],
  CaptureFailed: [...AUTHORISED, 'CaptureRequested'],
  CaptureReversed: CAPTURED,
  RefundRequested: CAPTURED,
  PaymentRefunded: [...CAPTURED, 'RefundRequested'],
  RefundFailed: [...CAPTURED, 'RefundRequested'],
  RefundReversed: REFUNDED,
  FraudReported: CAPTURED,
  DisputeOpened: CAPTURED,
  DisputeAdvanced: DISPUTED,
  DisputeFundsWithdrawn: DISPUTED,
  DisputeFundsReinstated: [...DISPUTED, 'DisputeFundsWithdrawn'],
  DisputeWon: DISPUTED,
  DisputeLost: DISPUTED,
  DisputeClosed: DISPUTED,
};

const FULL = { amount: '1050', currency: 'EUR' };
const PART = { amount: '400', currency: 'EUR' };
const ID = '7c9e6679-7425-50de-944b-e07fc1f9000';

/** The stored shapes are of several payments; an example is of one. */
const SAME = {
  paymentId: '0f5e2f7a-52a7-5c55-9d0e-6a1c0b7f4d21',
  authorisationId: `${ID}2`,
  captureId: `${ID}3`,
  voidId: `${ID}4`,
  refundId: `${ID}5`,
  incrementId: `${ID}6`,
  reauthorisationId: `${ID}7`,
  cancellationId: `${ID}8`,
  amount: FULL,
};

const RAISED = { amount: { amount: '1450', currency: 'EUR' }, increase: PART };

/** Where an amount is not that of the payment. */
const OTHER: { readonly [Type in PaymentEventType]?: object } = {
  IncrementRequested: { amount: RAISED.amount },
  AuthorisationIncremented: RAISED,
  IncrementDeclined: { amount: RAISED.amount },
  RefundRequested: { amount: PART },
  PaymentRefunded: { amount: PART },
  RefundFailed: { amount: PART },
  RefundReversed: { amount: PART },
};

/** One message of each type, made as those that are sent, from the stored shapes of the events. */
export function webhookExamples(): ReadonlyMap<AnnouncedEventType, WebhookMessage> {
  const shapes = newestShapes();
  const types = Object.keys(BEFORE) as AnnouncedEventType[];
  return new Map(types.map((type) => [type, exampleOf(type, shapes)]));
}

function exampleOf(last: AnnouncedEventType, shapes: Shapes): WebhookMessage {
  const events = [...BEFORE[last], last].map((type) => eventOf(type, shapes));
  const payment = events.reduce(evolve, NO_PAYMENT);
  const event = events.at(-1) as PaymentEvent;
  const type = messageTypeOf(event);
  if (type === null) throw new TypeError(`${last} makes no message`);
  const commit = 1_040 + events.length;
  const position = `${commit}/${commit}`;
  return messageOf({ type, event, payment, position, recordedAt: '2026-11-21T10:00:00.000Z' });
}

function eventOf(type: PaymentEventType, shapes: Shapes): PaymentEvent {
  const shape = shapes.get(type);
  if (!shape) throw new TypeError(`${FIXTURES} has no ${type}`);
  const own = Object.entries({ ...SAME, ...OTHER[type] }).filter(([field]) => field in shape);
  return upcast(type, { ...shape, ...Object.fromEntries(own) });
}
