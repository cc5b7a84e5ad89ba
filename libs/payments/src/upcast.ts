import { UnknownEvent } from '#event-shapes';
import { Money, type MoneyJson } from '#money';
import type { PaymentEvent, PaymentEventType } from './events.js';

/** Fields of each event that hold Money. The type demands every event, so none is forgotten. */
const MONEY_FIELDS: Readonly<Record<PaymentEventType, readonly string[]>> = {
  PaymentInitiated: ['amount'],
  PaymentRerouted: [],
  RiskAssessed: [],
  PaymentHeldForReview: [],
  ReviewApproved: [],
  ReviewRejected: [],
  AuthorisationRequested: ['amount'],
  PayerActionRequired: [],
  PayerActionCompleted: [],
  PaymentAuthorised: ['amount'],
  AuthorisationDeclined: [],
  AuthorisationExpired: [],
  CaptureRequested: ['amount'],
  PaymentCaptured: ['amount'],
  CaptureFailed: ['amount'],
  ProviderFeeRecorded: ['fee'],
  VoidRequested: [],
  PaymentVoided: ['amount'],
  VoidFailed: [],
  RefundRequested: ['amount'],
  PaymentRefunded: ['amount'],
  RefundFailed: ['amount'],
  RefundReversed: ['amount'],
  CaptureReversed: ['amount'],
  IncrementRequested: ['amount'],
  AuthorisationIncremented: ['amount', 'increase'],
  IncrementDeclined: ['amount'],
  ReauthorisationRequested: ['amount'],
  PaymentReauthorised: ['amount', 'increase'],
  ReauthorisationFailed: ['amount'],
  CancellationPlanned: [],
  CancellationRequested: [],
  PaymentCancelled: [],
  CancellationFailed: [],
  DisputeOpened: ['amount'],
  DisputeAdvanced: [],
  DisputeFundsWithdrawn: ['amount', 'fee'],
  DisputeFundsReinstated: ['amount', 'fee'],
  DisputeWon: [],
  DisputeLost: [],
  DisputeClosed: [],
  FraudReported: [],
  ProviderReviewOpened: [],
  ProviderReviewClosed: [],
  ProviderOutcomeUnknown: [],
  OutcomeEscalated: [],
  // Its fact stays as it was told.
  ContradictionFound: [],
  ContradictionSettled: [],
};

/** What fields that came later mean in events that were stored before them. */
const ADDED: Partial<Record<PaymentEventType, Readonly<Record<string, unknown>>>> = {
  PayerActionRequired: { deadline: null },
};

export const PAYMENT_EVENT_TYPES = Object.keys(MONEY_FIELDS) as PaymentEventType[];

export function isPaymentEventType(type: string): type is PaymentEventType {
  return Object.hasOwn(MONEY_FIELDS, type);
}

/**
 * Turns a stored event of any age into today's shape. No other code knows of old shapes.
 *
 * @throws UnknownEvent for a type that is not a payment's.
 * @throws InvalidMoney when a stored amount is not exact: the store was tampered with.
 */
export function upcast(type: string, data: unknown): PaymentEvent {
  if (!isPaymentEventType(type)) throw new UnknownEvent(`not a payment event: ${type}`);
  const shaped: Record<string, unknown> = { ...ADDED[type], ...(data as object) };
  for (const field of MONEY_FIELDS[type]) {
    shaped[field] = Money.fromJSON(shaped[field] as MoneyJson);
  }
  return { type, data: shaped } as unknown as PaymentEvent;
}
