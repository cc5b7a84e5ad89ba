import * as initiate from '../initiate/evolve.js';
import * as review from '../review/evolve.js';
import * as risk from '../risk/evolve.js';
import * as routing from '../routing/evolve.js';
import type { EventEntry } from './entry.js';
import type { PaymentEventType } from './events.js';

/** The part of the catalogue about what comes first: the way of a payment, its risk, its review. */
export const FIRST_EVENTS = {
  PaymentInitiated: {
    fields: { amount: 'money' },
    personal: {
      orderId: 'pseudonym',
      customerId: 'pseudonym',
      // The provider's token of a card says nothing outside the provider's account.
      method: 'pseudonym',
      routing: 'pseudonym',
      card: { fingerprint: 'linked', country: 'pseudonym' },
      deviceId: 'linked',
      // A country fits millions; features compare it.
      ipCountry: 'pseudonym',
      shippingCountry: 'pseudonym',
      metadata: 'linked',
      returnUrl: 'sealed',
    },
    moves: 'nothing',
    nextStep: ({ intent }) => intent !== 'initiate',
    announced: 'payment.initiated',
    evolve: initiate.initiated,
  },
  PaymentRerouted: {
    fields: {},
    personal: { method: 'pseudonym' },
    moves: 'nothing',
    nextStep: 'due',
    announced: { untold: 'the payment goes on as before; its resource names the provider' },
    evolve: routing.rerouted,
  },

  RiskAssessed: {
    fields: {},
    personal: { features: 'pseudonym', reasons: 'pseudonym' },
    moves: 'nothing',
    nextStep: ({ verdict }, intent) => verdict === 'approve' && intent !== 'initiate',
    announced: { untold: 'scores stay inside; a verdict to decline makes payment.declined' },
    evolve: risk.assessed,
  },
  PaymentHeldForReview: {
    fields: {},
    personal: {},
    moves: 'nothing',
    announced: 'payment.held',
    evolve: review.held,
  },
  ReviewApproved: {
    fields: {},
    personal: { analyst: 'staff', note: 'sealed' },
    moves: 'nothing',
    nextStep: 'due',
    announced: 'payment.approved',
    evolve: review.approved,
  },
  ReviewRejected: {
    fields: {},
    personal: { analyst: 'staff', note: 'sealed' },
    moves: 'nothing',
    nextStep: 'due',
    announced: 'payment.rejected',
    evolve: review.rejected,
  },
} as const satisfies { readonly [Type in PaymentEventType]?: EventEntry<Type> };
