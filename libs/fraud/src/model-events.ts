import type { EventShape } from '#event-shapes';
import type { Instant } from '#payments';

/** Where everything about the models is recorded. */
export const MODEL_STREAM = 'model-fraud';

/** How well a model did on one slice of time. */
export type ModelQuality = {
  readonly averagePrecision: number;
  readonly auc: number;
  /** Share of frauds among the cards most suspected each day. */
  readonly cardPrecision: number;
};

/** A trained model that did better than the champion; it decides nothing until promoted. */
export type ChallengerProposed = {
  readonly type: 'ChallengerProposed';
  readonly data: {
    readonly version: string;
    /** SHA-256 over the artefacts of `models/<version>`. */
    readonly modelHash: string;
    readonly champion: string;
    readonly labels: number;
    readonly dataHash: string;
    readonly seed: number;
    /** Store position of the last event it learnt from, as `commit/prepare`. */
    readonly trainedTo: string;
    readonly championQuality: ModelQuality;
    readonly challengerQuality: ModelQuality;
    /** First payment it did not learn from; null in events from before it was recorded. */
    readonly comparedFrom: Instant | null;
    readonly proposedAt: Instant;
  };
};

/** A model by its name and by what it is: SHA-256 over the artefacts of `models/<version>`. */
export type ModelRef = { readonly version: string; readonly modelHash: string };

export type GateCriterionName =
  'average-precision' | 'card-precision' | 'segments' | 'calibration' | 'latency' | 'parity';

/** One condition of promotion and what the comparison found. */
export type GateCriterion = {
  readonly name: GateCriterionName;
  readonly holds: boolean;
  /** In a sentence with figures, for the two people who decide. */
  readonly because: string;
};

/** Challenger and champion on the latest payments whose outcome is known by now. */
export type ChallengerCompared = EventShape<
  'ChallengerCompared',
  {
    challenger: ModelRef;
    champion: ModelRef;
    from: Instant;
    to: Instant;
    payments: number;
    frauds: number;
    criteria: readonly GateCriterion[];
    comparedAt: Instant;
  }
>;

export type PromotionRequested = EventShape<
  'PromotionRequested',
  ModelRef & {
    requestId: string;
    champion: ModelRef;
    reason: string;
    /** Why it is asked for although criteria do not hold; null when all of them do. */
    override: string | null;
    requestedBy: string;
    requestedAt: Instant;
  }
>;
export type RollbackRequested = EventShape<
  'RollbackRequested',
  ModelRef & {
    requestId: string;
    champion: ModelRef;
    reason: string;
    requestedBy: string;
    requestedAt: Instant;
  }
>;

type Decision = { requestId: string; note: string; decidedAt: Instant };
export type PromotionApproved = EventShape<'PromotionApproved', Decision & { approvedBy: string }>;
export type PromotionRefused = EventShape<'PromotionRefused', Decision & { refusedBy: string }>;

type Change = ModelRef & { requestId: string; previous: ModelRef };
/** From this event on the model decides; every worker loads it without a restart. */
export type ModelPromoted = EventShape<'ModelPromoted', Change & { promotedAt: Instant }>;
export type ModelRolledBack = EventShape<'ModelRolledBack', Change & { rolledBackAt: Instant }>;

/** Every event of the stream `model-fraud`. */
export type ModelEvent =
  | ChallengerProposed
  | ChallengerCompared
  | PromotionRequested
  | RollbackRequested
  | PromotionApproved
  | PromotionRefused
  | ModelPromoted
  | ModelRolledBack;

/** One stream a day, so that old ones can be scavenged: `fraud-shadow-2026-11-21`. */
export const SHADOW_STREAM_PREFIX = 'fraud-shadow-';

/** What the challenger would have said; recorded only, never acted on. */
export type ShadowScored = EventShape<
  'ShadowScored',
  {
    challenger: ModelRef;
    champion: ModelRef;
    scores: readonly (readonly [paymentId: string, champion: number, challenger: number])[];
    /** Payments not shadowed, because champion's work goes first. */
    dropped: number;
    scoredAt: Instant;
  }
>;
