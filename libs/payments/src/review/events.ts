import type { EventShape, Instant } from '../payment/vocabulary.js';

export type PaymentHeldForReview = EventShape<
  'PaymentHeldForReview',
  {
    paymentId: string;
    reason: 'score' | 'rule' | 'degraded';
    /** The rules that held it; absent where none did. */
    ruleIds?: readonly string[];
    heldAt: Instant;
    /** By when a person is to decide; absent in what was held before that was said. */
    dueAt?: Instant;
  }
>;

/** What a decision teaches the fraud model: a choice of its own, as not all we refuse is fraud. */
export const REVIEW_LABELS = ['fraud', 'not-fraud', 'none'] as const;

export type ReviewLabel = (typeof REVIEW_LABELS)[number];

/** Why an analyst rejected a payment. */
export const REJECTION_REASONS = [
  'stolen-card',
  'account-takeover',
  'false-identity',
  'first-party-abuse',
  'not-verifiable',
  'outside-policy',
  'payer-asked',
  'other',
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];

type Review = {
  paymentId: string;
  analyst: string;
  note: string;
  /** Absent in what was decided before labels were chosen: as the decision says. */
  label?: ReviewLabel;
  decidedAt: Instant;
};

export type ReviewApproved = EventShape<'ReviewApproved', Review>;

export type ReviewRejected = EventShape<
  'ReviewRejected',
  Review & {
    /** Absent where the caller gave none. */
    reason?: RejectionReason;
  }
>;

export type ReviewEvent = PaymentHeldForReview | ReviewApproved | ReviewRejected;
