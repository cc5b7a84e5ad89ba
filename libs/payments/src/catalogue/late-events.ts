import * as contradiction from '../contradiction/evolve.js';
import * as dispute from '../dispute/evolve.js';
import * as outcome from '../outcome/evolve.js';
import type { EventEntry } from './entry.js';
import type { PaymentEventType } from './events.js';

const PROVIDERS_REVIEW = {
  untold:
    'a review at the provider moves nothing; a refund or dispute that it ends in is announced',
} as const;
const OPERATORS = { untold: 'operators act on it; what they make of it is announced' } as const;

/** The part of the catalogue about what comes afterwards: disputes, reports of fraud, doubts. */
export const LATE_EVENTS = {
  DisputeOpened: {
    settles: null,
    fields: { amount: 'money' },
    personal: {},
    moves: 'nothing',
    announced: 'dispute.opened',
    evolve: dispute.opened,
  },
  DisputeAdvanced: {
    fields: {},
    personal: {},
    moves: 'nothing',
    announced: 'dispute.advanced',
    evolve: dispute.advanced,
  },
  DisputeFundsWithdrawn: {
    fields: { amount: 'money', fee: 'money' },
    personal: {},
    moves: 'money',
    announced: 'dispute.funds_withdrawn',
    evolve: dispute.withdrawn,
  },
  DisputeFundsReinstated: {
    fields: { amount: 'money', fee: 'money' },
    personal: {},
    moves: 'money',
    announced: 'dispute.funds_reinstated',
    evolve: dispute.reinstated,
  },
  DisputeWon: {
    fields: {},
    personal: {},
    moves: 'nothing',
    announced: 'dispute.won',
    evolve: dispute.ended('won'),
  },
  DisputeLost: {
    fields: {},
    personal: {},
    moves: 'nothing',
    announced: 'dispute.lost',
    evolve: dispute.ended('lost'),
  },
  DisputeClosed: {
    fields: {},
    personal: {},
    moves: 'nothing',
    announced: 'dispute.closed',
    evolve: dispute.ended('closed'),
  },
  FraudReported: {
    settles: null,
    fields: {},
    personal: {},
    moves: 'nothing',
    nextStep: 'unchanged',
    announced: 'payment.fraud_reported',
    evolve: dispute.fraudReported,
  },
  ProviderReviewOpened: {
    fields: {},
    personal: {},
    moves: 'nothing',
    nextStep: 'unchanged',
    announced: PROVIDERS_REVIEW,
    evolve: dispute.reviewOpened,
  },
  ProviderReviewClosed: {
    fields: {},
    personal: {},
    moves: 'nothing',
    nextStep: 'due-when-capturing',
    announced: PROVIDERS_REVIEW,
    evolve: dispute.reviewClosed,
  },

  ProviderOutcomeUnknown: {
    fields: {},
    personal: {},
    moves: 'nothing',
    nextStep: 'unchanged',
    announced: { untold: 'it is no outcome; that is announced once it is known' },
    evolve: outcome.unknown,
  },
  OutcomeEscalated: {
    fields: {},
    personal: {},
    moves: 'nothing',
    nextStep: 'unchanged',
    announced: OPERATORS,
    evolve: outcome.escalated,
  },
  // Its fact stays as the provider told it, with amounts as JSON.
  ContradictionFound: {
    opens: 'contradictionId',
    fields: {},
    personal: {},
    announced: OPERATORS,
    evolve: contradiction.found,
  },
  ContradictionSettled: {
    settles: 'contradictionId',
    fields: {},
    personal: { note: 'sealed' },
    moves: 'nothing',
    nextStep: 'due',
    announced: OPERATORS,
    evolve: contradiction.settled,
  },
} as const satisfies { readonly [Type in PaymentEventType]?: EventEntry<Type> };
