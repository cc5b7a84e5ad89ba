import * as authorise from '../authorise/evolve.js';
import * as cancel from '../cancel/evolve.js';
import * as increment from '../increment/evolve.js';
import * as reauthorise from '../reauthorise/evolve.js';
import * as voiding from '../void/evolve.js';
import type { EventEntry } from './entry.js';
import type { PaymentEventType } from './events.js';
import { PROMISE } from './untold.js';

/** The part of the catalogue about what a payment holds, and how it is given up. */
export const HOLD_EVENTS = {
  AuthorisationRequested: {
    opens: 'authorisationId',
    fields: { amount: 'money' },
    personal: {},
    announced: PROMISE,
    evolve: authorise.requested,
  },
  // While the payer acts, the promise is parked: it is over until the payer came back.
  PayerActionRequired: {
    settles: 'authorisationId',
    fields: {},
    personal: { url: 'sealed', orderReference: 'pseudonym' },
    added: { deadline: null },
    moves: 'nothing',
    announced: 'payment.payer_action_required',
    evolve: authorise.actionRequired,
  },
  PayerActionCompleted: {
    opens: 'authorisationId',
    fields: {},
    personal: {},
    announced: PROMISE,
    evolve: authorise.actionCompleted,
  },
  PaymentAuthorised: {
    settles: 'authorisationId',
    fields: { amount: 'money' },
    personal: {},
    moves: 'hold',
    nextStep: 'due-when-capturing',
    announced: 'payment.authorised',
    evolve: authorise.authorised,
  },
  AuthorisationDeclined: {
    settles: 'authorisationId',
    refusal: true,
    fields: {},
    personal: { reason: 'pseudonym' },
    nextStep: ({ unsupported }) => unsupported === true,
    announced: 'payment.declined',
    evolve: authorise.declined,
  },
  AuthorisationExpired: {
    fields: {},
    personal: {},
    moves: 'hold',
    ends: 'expiredAt',
    announced: 'payment.expired',
    evolve: authorise.expired,
  },

  IncrementRequested: {
    opens: 'incrementId',
    fields: { amount: 'money' },
    personal: {},
    announced: PROMISE,
    evolve: increment.requested,
  },
  AuthorisationIncremented: {
    settles: 'incrementId',
    fields: { amount: 'money', increase: 'money' },
    personal: {},
    moves: 'hold',
    nextStep: 'due-when-capturing',
    announced: 'payment.incremented',
    evolve: increment.incremented,
  },
  IncrementDeclined: {
    settles: 'incrementId',
    refusal: true,
    fields: { amount: 'money' },
    personal: { reason: 'pseudonym' },
    nextStep: 'due-when-capturing',
    announced: 'payment.increment_declined',
    evolve: increment.declined,
  },

  ReauthorisationRequested: {
    opens: 'reauthorisationId',
    fields: { amount: 'money' },
    personal: {},
    announced: PROMISE,
    evolve: reauthorise.requested,
  },
  PaymentReauthorised: {
    settles: 'reauthorisationId',
    fields: { amount: 'money', increase: 'money' },
    personal: {},
    moves: 'hold',
    nextStep: 'due-when-capturing',
    announced: 'payment.reauthorised',
    evolve: reauthorise.reauthorised,
  },
  ReauthorisationFailed: {
    settles: 'reauthorisationId',
    refusal: true,
    fields: { amount: 'money' },
    personal: { reason: 'pseudonym' },
    nextStep: 'due-when-capturing',
    announced: 'payment.reauthorisation_failed',
    evolve: reauthorise.failed,
  },

  CancellationPlanned: {
    settles: null,
    fields: {},
    personal: {},
    moves: 'nothing',
    ends: 'plannedAt',
    nextStep: 'due',
    announced: { untold: 'its cancellation is announced when it is made' },
    evolve: cancel.planned,
  },
  CancellationRequested: {
    opens: 'cancellationId',
    fields: {},
    personal: {},
    announced: PROMISE,
    evolve: cancel.requested,
  },
  PaymentCancelled: {
    settles: 'cancellationId',
    fields: {},
    personal: {},
    moves: 'nothing',
    ends: 'cancelledAt',
    announced: 'payment.cancelled',
    evolve: cancel.cancelled,
  },
  CancellationFailed: {
    settles: 'cancellationId',
    refusal: true,
    fields: {},
    personal: { reason: 'pseudonym' },
    nextStep: 'due',
    announced: 'payment.cancellation_failed',
    evolve: cancel.failed,
  },

  VoidRequested: {
    opens: 'voidId',
    fields: {},
    personal: {},
    announced: PROMISE,
    evolve: voiding.requested,
  },
  PaymentVoided: {
    settles: 'voidId',
    fields: { amount: 'money' },
    personal: {},
    moves: 'hold',
    ends: 'voidedAt',
    announced: 'payment.voided',
    evolve: voiding.voided,
  },
  VoidFailed: {
    settles: 'voidId',
    refusal: true,
    fields: {},
    personal: { reason: 'pseudonym' },
    announced: 'payment.void_failed',
    evolve: voiding.failed,
  },
} as const satisfies { readonly [Type in PaymentEventType]?: EventEntry<Type> };
