import * as authorise from '../authorise/evolve.js';
import * as cancel from '../cancel/evolve.js';
import * as capture from '../capture/evolve.js';
import * as fee from '../fee/evolve.js';
import * as increment from '../increment/evolve.js';
import * as initiate from '../initiate/evolve.js';
import * as reauthorise from '../reauthorise/evolve.js';
import * as refund from '../refund/evolve.js';
import * as review from '../review/evolve.js';
import * as risk from '../risk/evolve.js';
import * as routing from '../routing/evolve.js';
import * as voiding from '../void/evolve.js';
import { LATE_EVENTS } from './late-events.js';
import type { EventEntry } from './entry.js';
import type { PaymentEventType } from './events.js';

const PROMISE = { untold: 'a promise; its outcome is announced' } as const;

/** Every type of event that a payment's stream may hold, and all that is to be known of it. */
export const PAYMENT_EVENTS = {
  PaymentInitiated: {
    fields: {
      amount: 'money',
      customerId: 'personal',
      method: 'personal',
      card: 'personal',
      deviceId: 'personal',
      ipCountry: 'personal',
      shippingCountry: 'personal',
      metadata: 'personal',
      returnUrl: 'personal',
    },
    moves: 'nothing',
    nextStep: ({ intent }) => intent !== 'initiate',
    announced: 'payment.initiated',
    evolve: initiate.initiated,
  },
  PaymentRerouted: {
    fields: { method: 'personal' },
    moves: 'nothing',
    nextStep: 'due',
    announced: { untold: 'the payment goes on as before; its resource names the provider' },
    evolve: routing.rerouted,
  },

  RiskAssessed: {
    fields: { features: 'personal', reasons: 'personal' },
    moves: 'nothing',
    nextStep: ({ verdict }, intent) => verdict === 'approve' && intent !== 'initiate',
    announced: { untold: 'scores stay inside; a verdict to decline makes payment.declined' },
    evolve: risk.assessed,
  },
  PaymentHeldForReview: {
    fields: {},
    moves: 'nothing',
    announced: 'payment.held',
    evolve: review.held,
  },
  ReviewApproved: {
    fields: { analyst: 'personal', note: 'personal' },
    moves: 'nothing',
    nextStep: 'due',
    announced: 'payment.approved',
    evolve: review.approved,
  },
  ReviewRejected: {
    fields: { analyst: 'personal', note: 'personal' },
    moves: 'nothing',
    nextStep: 'due',
    announced: 'payment.rejected',
    evolve: review.rejected,
  },

  AuthorisationRequested: {
    opens: 'authorisationId',
    fields: { amount: 'money' },
    announced: PROMISE,
    evolve: authorise.requested,
  },
  // While the payer acts, the promise is parked: it is over until the payer came back.
  PayerActionRequired: {
    settles: 'authorisationId',
    fields: { url: 'personal' },
    added: { deadline: null },
    moves: 'nothing',
    announced: 'payment.payer_action_required',
    evolve: authorise.actionRequired,
  },
  PayerActionCompleted: {
    opens: 'authorisationId',
    fields: {},
    announced: PROMISE,
    evolve: authorise.actionCompleted,
  },
  PaymentAuthorised: {
    settles: 'authorisationId',
    fields: { amount: 'money' },
    moves: 'hold',
    nextStep: 'due-when-capturing',
    announced: 'payment.authorised',
    evolve: authorise.authorised,
  },
  AuthorisationDeclined: {
    settles: 'authorisationId',
    refusal: true,
    fields: { reason: 'personal' },
    nextStep: ({ unsupported }) => unsupported === true,
    announced: 'payment.declined',
    evolve: authorise.declined,
  },
  AuthorisationExpired: {
    fields: {},
    moves: 'hold',
    ends: 'expiredAt',
    announced: 'payment.expired',
    evolve: authorise.expired,
  },

  IncrementRequested: {
    opens: 'incrementId',
    fields: { amount: 'money' },
    announced: PROMISE,
    evolve: increment.requested,
  },
  AuthorisationIncremented: {
    settles: 'incrementId',
    fields: { amount: 'money', increase: 'money' },
    moves: 'hold',
    nextStep: 'due-when-capturing',
    announced: 'payment.incremented',
    evolve: increment.incremented,
  },
  IncrementDeclined: {
    settles: 'incrementId',
    refusal: true,
    fields: { amount: 'money', reason: 'personal' },
    nextStep: 'due-when-capturing',
    announced: 'payment.increment_declined',
    evolve: increment.declined,
  },

  ReauthorisationRequested: {
    opens: 'reauthorisationId',
    fields: { amount: 'money' },
    announced: PROMISE,
    evolve: reauthorise.requested,
  },
  PaymentReauthorised: {
    settles: 'reauthorisationId',
    fields: { amount: 'money', increase: 'money' },
    moves: 'hold',
    nextStep: 'due-when-capturing',
    announced: 'payment.reauthorised',
    evolve: reauthorise.reauthorised,
  },
  ReauthorisationFailed: {
    settles: 'reauthorisationId',
    refusal: true,
    fields: { amount: 'money', reason: 'personal' },
    nextStep: 'due-when-capturing',
    announced: 'payment.reauthorisation_failed',
    evolve: reauthorise.failed,
  },

  CancellationPlanned: {
    settles: null,
    fields: {},
    moves: 'nothing',
    ends: 'plannedAt',
    nextStep: 'due',
    announced: { untold: 'its cancellation is announced when it is made' },
    evolve: cancel.planned,
  },
  CancellationRequested: {
    opens: 'cancellationId',
    fields: {},
    announced: PROMISE,
    evolve: cancel.requested,
  },
  PaymentCancelled: {
    settles: 'cancellationId',
    fields: {},
    moves: 'nothing',
    ends: 'cancelledAt',
    announced: 'payment.cancelled',
    evolve: cancel.cancelled,
  },
  CancellationFailed: {
    settles: 'cancellationId',
    refusal: true,
    fields: { reason: 'personal' },
    nextStep: 'due',
    announced: 'payment.cancellation_failed',
    evolve: cancel.failed,
  },

  VoidRequested: { opens: 'voidId', fields: {}, announced: PROMISE, evolve: voiding.requested },
  PaymentVoided: {
    settles: 'voidId',
    fields: { amount: 'money' },
    moves: 'hold',
    ends: 'voidedAt',
    announced: 'payment.voided',
    evolve: voiding.voided,
  },
  VoidFailed: {
    settles: 'voidId',
    refusal: true,
    fields: { reason: 'personal' },
    announced: 'payment.void_failed',
    evolve: voiding.failed,
  },

  CaptureRequested: {
    opens: 'captureId',
    fields: { amount: 'money' },
    announced: PROMISE,
    evolve: capture.requested,
  },
  PaymentCaptured: {
    settles: 'captureId',
    fields: { amount: 'money' },
    moves: 'money',
    announced: 'payment.captured',
    evolve: capture.captured,
  },
  CaptureFailed: {
    settles: 'captureId',
    refusal: true,
    fields: { amount: 'money', reason: 'personal' },
    announced: 'payment.capture_failed',
    evolve: capture.failed,
  },
  CaptureReversed: {
    settles: null,
    fields: { amount: 'money' },
    moves: 'money',
    announced: 'payment.capture_reversed',
    evolve: capture.reversed,
  },
  ProviderFeeRecorded: {
    settles: null,
    fields: { fee: 'money' },
    moves: 'money',
    nextStep: 'unchanged',
    announced: { untold: 'fees are shown by the journal; the payment is as it was' },
    evolve: fee.feeRecorded,
  },

  RefundRequested: {
    opens: 'refundId',
    fields: { amount: 'money', reason: 'personal' },
    announced: 'payment.refund_requested',
    evolve: refund.requested,
  },
  PaymentRefunded: {
    settles: 'refundId',
    fields: { amount: 'money' },
    moves: 'money',
    announced: 'payment.refunded',
    evolve: refund.refunded,
  },
  RefundFailed: {
    settles: 'refundId',
    refusal: true,
    fields: { amount: 'money', reason: 'personal' },
    announced: 'payment.refund_failed',
    evolve: refund.failed,
  },
  RefundReversed: {
    settles: 'refundId',
    fields: { amount: 'money' },
    moves: 'money',
    announced: 'payment.refund_reversed',
    evolve: refund.reversed,
  },

  ...LATE_EVENTS,
} as const satisfies { readonly [Type in PaymentEventType]: EventEntry<Type> };
