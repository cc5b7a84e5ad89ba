import * as initiate from '../initiate/evolve.js';
import * as review from '../review/evolve.js';
import * as risk from '../risk/evolve.js';
import * as routing from '../routing/evolve.js';
import type { EventEntry } from './entry.js';
import type { PaymentEventType } from './events.js';

/** The part of the catalogue about what comes first: the way of a payment, its risk, its review. */
export const FIRST_EVENTS = {
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
} as const satisfies { readonly [Type in PaymentEventType]?: EventEntry<Type> };
