import type { EventShape, Instant } from '../payment/vocabulary.js';

export type PaymentHeldForReview = EventShape<
  'PaymentHeldForReview',
  {
    paymentId: string;
    reason: 'score' | 'rule' | 'degraded';
    /** The rules that held it; absent where none did. */
    ruleIds?: readonly string[];
    heldAt: Instant;
  }
>;

type Review = { paymentId: string; analyst: string; note: string; decidedAt: Instant };

export type ReviewApproved = EventShape<'ReviewApproved', Review>;

export type ReviewRejected = EventShape<'ReviewRejected', Review>;

export type ReviewEvent = PaymentHeldForReview | ReviewApproved | ReviewRejected;
