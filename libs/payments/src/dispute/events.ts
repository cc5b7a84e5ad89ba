import type { Money } from '#money';
import type { DisputeStage } from '#provider-port';
import type { EventShape, Instant } from '../payment/vocabulary.js';

/** `disputeId` is the provider's own; it is unique per payment. */
type OfDispute = { paymentId: string; disputeId: string };

export type DisputeOpened = EventShape<
  'DisputeOpened',
  OfDispute & {
    captureId: string;
    amount: Money;
    /** The provider's own word, as in `fraudulent`. */
    reason: string;
    stage: DisputeStage;
    dueBy: Instant | null;
    openedAt: Instant;
  }
>;

export type DisputeAdvanced = EventShape<
  'DisputeAdvanced',
  OfDispute & { stage: DisputeStage; dueBy: Instant | null; advancedAt: Instant }
>;

type Movement = OfDispute & {
  /** The provider's id of this movement. */
  movementReference: string;
  amount: Money;
  /** What the provider charged with it; zero when nothing. */
  fee: Money;
};

export type DisputeFundsWithdrawn = EventShape<
  'DisputeFundsWithdrawn',
  Movement & { withdrawnAt: Instant }
>;

export type DisputeFundsReinstated = EventShape<
  'DisputeFundsReinstated',
  Movement & { reinstatedAt: Instant }
>;

type Closing = OfDispute & { closedAt: Instant };

export type DisputeWon = EventShape<'DisputeWon', Closing>;

export type DisputeLost = EventShape<'DisputeLost', Closing>;

/** Neither won nor lost, as an inquiry that came to nothing. */
export type DisputeClosed = EventShape<'DisputeClosed', Closing>;

/** A network or issuer calls the payment fraud. */
export type FraudReported = EventShape<
  'FraudReported',
  {
    paymentId: string;
    reportId: string;
    captureId: string | null;
    fraudType: string;
    actionable: boolean;
    reportedAt: Instant;
  }
>;

/** The provider reviews the payment itself; money waits for the end of it. */
export type ProviderReviewOpened = EventShape<
  'ProviderReviewOpened',
  { paymentId: string; reviewId: string; reason: string; openedAt: Instant }
>;

export type ProviderReviewClosed = EventShape<
  'ProviderReviewClosed',
  { paymentId: string; reviewId: string; reason: string; closedAt: Instant }
>;

export type DisputeEvent =
  | DisputeOpened
  | DisputeAdvanced
  | DisputeFundsWithdrawn
  | DisputeFundsReinstated
  | DisputeWon
  | DisputeLost
  | DisputeClosed
  | FraudReported
  | ProviderReviewOpened
  | ProviderReviewClosed;
