import { type Money } from '#money';
import type { DisputeStage } from '#provider-port';
import type { Refused } from '../decline/refused.js';
import type { RecordedAssessment } from './assessment.js';
import type { KeptContradiction } from './contradiction.js';
import type { Initiation } from './initiation.js';
import type { CancellationReason, Instant } from './vocabulary.js';

export type Authorisation = {
  readonly authorisationId: string;
  readonly status:
    | 'requested'
    | 'payer-action-required'
    | 'authorised'
    | 'declined'
    | 'voided'
    | 'expired'
    | 'cancelled';
  readonly amount: Money;
  /** The provider's id to capture or void; null until authorised. */
  readonly reference: string | null;
  /** Those before it was held again. */
  readonly pastReferences: readonly string[];
  /** The provider's object that waited for the payer, and where to send the payer. */
  readonly orderReference: string | null;
  readonly actionUrl: string | null;
  /** Until when the payer may act; null: for ever, or nothing to do. */
  readonly deadline: Instant | null;
  readonly expiresAt: Instant | null;
  /** What it was declined with; null: it was not, or has been asked for again since. */
  readonly refused: Refused | null;
  /** Declined because the provider takes no such payment at all. */
  readonly unsupported: boolean;
  /** Its outcome was unknown once, so what is said of it later may not be all. */
  readonly doubtful: boolean;
  readonly requestedAt: Instant | null;
};

/** A hold about to be raised or renewed; only the latest is of interest. */
export type HoldChange = {
  readonly kind: 'increment' | 'reauthorise';
  readonly operationId: string;
  readonly amount: Money;
  readonly status: 'requested' | 'done' | 'failed';
  /** What it failed with; null: it did not. */
  readonly refused: Refused | null;
  readonly requestedAt: Instant;
};

export type Cancellation = {
  readonly cancellationId: string;
  readonly reason: CancellationReason;
  readonly status: 'requested' | 'done' | 'failed';
  readonly requestedAt: Instant;
};

export type Capture = {
  readonly amount: Money;
  readonly final: boolean;
  readonly status: 'requested' | 'captured' | 'failed';
  readonly reference: string | null;
  /** Null until known. */
  readonly fee: Money | null;
  readonly requestedAt: Instant | null;
  /** Null until captured. */
  readonly capturedAt: Instant | null;
  /** What it failed with; null: it did not. */
  readonly refused: Refused | null;
};

export type Refund = {
  readonly captureId: string;
  readonly amount: Money;
  /** `failed` also when it came back after it had succeeded. */
  readonly status: 'requested' | 'refunded' | 'failed';
  readonly reference: string | null;
  readonly requestedAt: Instant | null;
  /** Null until it was given back. */
  readonly refundedAt: Instant | null;
  /** What it failed with, or came back with; null: it did not. */
  readonly refused: Refused | null;
  /** When it was given back without a fee being told, while the fee is not known. */
  readonly feePendingSince: Instant | null;
};

export type Void = {
  readonly voidId: string;
  readonly status: 'requested' | 'failed';
  readonly requestedAt: Instant | null;
};

export type DisputeMovement = {
  readonly reference: string;
  /** Negative for what came back. */
  readonly taken: Money;
};

export type Dispute = {
  readonly captureId: string;
  readonly amount: Money;
  readonly reason: string;
  readonly stage: DisputeStage;
  readonly dueBy: Instant | null;
  readonly openedAt: Instant;
  readonly status: 'open' | 'won' | 'lost' | 'closed';
  readonly closedAt: Instant | null;
  readonly movements: readonly DisputeMovement[];
};

/** Captured money that the provider took back by itself. */
export type Reversal = {
  readonly captureId: string;
  readonly amount: Money;
  readonly reversedAt: Instant;
};

/** What the deciders need to know about one payment, folded from its stream. */
export type Payment = {
  readonly initiated: Initiation | null;
  /** The assessment that decided whether the payment may go on. */
  readonly risk: RecordedAssessment | null;
  /** The score that came after a degraded one; it may hold the payment and decides nothing else. */
  readonly lateRisk: RecordedAssessment | null;
  readonly review: 'none' | 'held' | 'approved' | 'rejected';
  readonly authorisation: Authorisation | null;
  readonly holdChange: HoldChange | null;
  readonly cancellation: Cancellation | null;
  /** Why the payment is to end, against its intent; null: it is wanted. */
  readonly unwanted: CancellationReason | null;
  readonly captures: ReadonlyMap<string, Capture>;
  readonly refunds: ReadonlyMap<string, Refund>;
  readonly void: Void | null;
  /** By the provider's reference of the reversal. */
  readonly reversals: ReadonlyMap<string, Reversal>;
  readonly disputes: ReadonlyMap<string, Dispute>;
  readonly fraudReports: ReadonlySet<string>;
  /** The provider's own reviews. */
  readonly providerReviews: ReadonlyMap<string, 'open' | 'closed'>;
  /** Ids of operations whose outcome the provider did not tell. */
  readonly unknown: ReadonlySet<string>;
  /** Those among them that a person was asked to look at. */
  readonly escalated: ReadonlySet<string>;
  readonly contradictions: ReadonlyMap<string, KeptContradiction>;
};

export const NO_PAYMENT: Payment = {
  initiated: null,
  risk: null,
  lateRisk: null,
  review: 'none',
  authorisation: null,
  holdChange: null,
  cancellation: null,
  unwanted: null,
  captures: new Map(),
  refunds: new Map(),
  void: null,
  reversals: new Map(),
  disputes: new Map(),
  fraudReports: new Set(),
  providerReviews: new Map(),
  unknown: new Set(),
  escalated: new Set(),
  contradictions: new Map(),
};
