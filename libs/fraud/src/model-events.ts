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
    readonly proposedAt: Instant;
  };
};

export type ModelEvent = ChallengerProposed;
