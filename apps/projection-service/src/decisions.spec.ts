import { readdirSync, readFileSync } from 'node:fs';
import type { RecordedEvent } from '#event-store';
import { PAYMENT_EVENT_TYPES, type PaymentEventType } from '#payments';
import { PROJECTIONS } from './catalogue.js';
import { VIEW_NAMES } from './views/names.js';

/** The views that show each type of event. A new type is decided here, for every view at once. */
const SHOWN = {
  PaymentInitiated: 'orders journal reconciliation cases',
  PaymentRerouted: 'orders journal reconciliation cases',
  RiskAssessed: 'orders cases',
  PaymentHeldForReview: 'orders cases',
  ReviewApproved: 'orders cases',
  ReviewRejected: 'orders cases',
  AuthorisationRequested: 'orders',
  PayerActionRequired: 'orders',
  PayerActionCompleted: 'orders',
  PaymentAuthorised: 'orders journal',
  AuthorisationDeclined: 'orders',
  AuthorisationExpired: 'orders journal cases',
  IncrementRequested: 'orders',
  AuthorisationIncremented: 'orders journal',
  IncrementDeclined: 'orders',
  ReauthorisationRequested: 'orders',
  PaymentReauthorised: 'orders journal',
  ReauthorisationFailed: 'orders',
  CancellationPlanned: 'orders cases',
  CancellationRequested: 'orders',
  PaymentCancelled: 'orders cases',
  CancellationFailed: 'orders',
  VoidRequested: 'orders',
  PaymentVoided: 'orders journal cases',
  VoidFailed: 'orders',
  CaptureRequested: 'orders',
  PaymentCaptured: 'orders journal reconciliation',
  CaptureFailed: 'orders',
  CaptureReversed: 'orders journal reconciliation',
  ProviderFeeRecorded: 'orders journal reconciliation',
  RefundRequested: 'orders',
  PaymentRefunded: 'orders journal reconciliation',
  RefundFailed: 'orders',
  RefundReversed: 'orders journal reconciliation',
  DisputeOpened: 'orders journal reconciliation cases',
  DisputeAdvanced: 'orders',
  DisputeFundsWithdrawn: 'orders journal reconciliation',
  DisputeFundsReinstated: 'orders journal reconciliation',
  DisputeWon: 'orders cases',
  DisputeLost: 'orders',
  DisputeClosed: 'orders cases',
  FraudReported: 'orders cases',
  ProviderReviewOpened: 'orders',
  ProviderReviewClosed: 'orders',
  ProviderOutcomeUnknown: 'orders',
  OutcomeEscalated: 'orders',
  ContradictionFound: 'orders',
  ContradictionSettled: 'orders',
} as const satisfies Readonly<Record<PaymentEventType, string>>;

const FOLDER = 'test/fixtures/events';

const STORED = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Pick<RecordedEvent, 'type'>,
);

describe('every view decides about', () => {
  it.each(PAYMENT_EVENT_TYPES)('%s', (type) => {
    expect(VIEW_NAMES.filter((name) => shows(name, type)).join(' ')).toBe(SHOWN[type]);
  });
});

function shows(name: (typeof VIEW_NAMES)[number], type: PaymentEventType): boolean {
  const stored = STORED.find((event) => event.type === type);
  if (!stored) throw new Error(`${FOLDER} has no ${type}; add a file of its first shape`);
  const recorded = { stream: 'payment-p1', ...stored } as RecordedEvent;
  return PROJECTIONS[name].step(recorded) !== null;
}
