import type { Instant } from './vocabulary.js';

export type Verdict = 'approve' | 'review' | 'decline';

/** Why nothing scored the payment in time; null when the model did. */
export type Degraded = 'timeout' | 'unavailable' | 'error' | 'switched-off' | null;

export type RiskReason = {
  readonly feature: string;
  readonly value: number;
  /** Share of the score that this feature explains, in logits; positive means riskier. */
  readonly weight: number;
};

/** One scoring of a payment: everything needed to recompute it bit for bit. */
export type Assessment = {
  readonly assessmentId: string;
  /** 0 to 1; null when degraded. */
  readonly score: number | null;
  readonly verdict: Verdict;
  readonly reasons: readonly RiskReason[];
  readonly modelVersion: string | null;
  readonly modelHash: string | null;
  readonly features: readonly number[] | null;
  readonly featuresHash: string | null;
  /** Store position up to which earlier payments were folded into the features. */
  readonly featuresPosition: string | null;
  readonly latencyMs: number;
  readonly degraded: Degraded;
};

/** A rule of the fraud policy that a payment met. */
export type RiskRule = {
  readonly ruleId: string;
  readonly verdict: Verdict;
  /** The rule's own sentence, as it was then; absent in what was recorded before rules gave it. */
  readonly reason?: string;
};

/** How a policy came to the verdict; absent where the model's thresholds alone decided. */
export type RiskJudgement = {
  /** By the model's own thresholds; null when no score came in time. */
  readonly modelVerdict: Verdict | null;
  /** The rules it met, in their order. */
  readonly rules: readonly RiskRule[];
  /** Set when it would have been declined; training weighs such a payment by 1 / probability. */
  readonly randomApproval: { readonly probability: number } | null;
  /** Added to the cost of a review while people are scarce. */
  readonly reviewPriceEur: number;
  /** What a policy on trial says of it; no action follows. */
  readonly trial: {
    readonly policy: string;
    readonly verdict: Verdict;
    /** The rules of the tried policy that the payment met; absent where it met none. */
    readonly ruleIds?: readonly string[];
  } | null;
};

/** An assessment and the verdict that a policy came to by it, as both are recorded. */
export type RecordedAssessment = Assessment & {
  readonly paymentId: string;
  /** `inline` decided before authorisation; `late` re-scored a degraded one. */
  readonly stage: 'inline' | 'late';
  /** Version of the policy that turned score or degradation into the verdict. */
  readonly policy: string;
  readonly judgement?: RiskJudgement;
  readonly assessedAt: Instant;
};
