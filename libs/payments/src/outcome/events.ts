import type { Operation } from '#provider-port';
import type { EventShape, Instant } from '../payment/vocabulary.js';

/** The provider did not say what became of an operation; the resumer will find out. */
export type ProviderOutcomeUnknown = EventShape<
  'ProviderOutcomeUnknown',
  {
    paymentId: string;
    operation: Operation;
    operationId: string;
    reason: string;
    observedAt: Instant;
  }
>;

/** The outcome stayed unknown for too long: a person has to look. */
export type OutcomeEscalated = EventShape<
  'OutcomeEscalated',
  {
    paymentId: string;
    operation: Operation;
    operationId: string;
    /** When it was promised. */
    since: Instant;
    escalatedAt: Instant;
  }
>;

export type OutcomeEvent = ProviderOutcomeUnknown | OutcomeEscalated;
