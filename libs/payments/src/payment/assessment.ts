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

/** What was known of a merchant before a payment there, as far back as features reach. */
export type MerchantPast = {
  /** Since its first payment. */
  readonly days: number;
  readonly payments: number;
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
  /** Absent in what was recorded before it was told, and without a score. */
  readonly merchantPast?: MerchantPast;
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

/**
 * How the bound on reviews of new merchants stood when a payment there was judged; with the verdict
 * it gives what the next payment of the client meets.
 */
export type CapacityUse = {
  /** Of the payments of so new a merchant, the share that may be held. */
  readonly share: number;
  /** Reviews there was room for, this payment's share included. */
  readonly room: number;
  /** What a review had to be worth. */
  readonly priceEur: number;
  /** What it was worth: the loss to be expected of the payment. */
  readonly lossEur: number;
  /** Whether the score wanted a review that was worth its price. */
  readonly worth: boolean;
  /** What came of a payment that the score wanted held; null where it did not. */
  readonly outcome: Verdict | null;
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
  /** Absent where reviews had no bound: the policy has none, a rule decided, or no score did. */
  readonly capacity?: CapacityUse;
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
