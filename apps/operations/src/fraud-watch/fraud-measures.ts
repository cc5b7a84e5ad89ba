import type { DriftBand } from '#fraud';

/** One day of the period watched. */
export type FraudDay = {
  readonly day: string;
  readonly payments: number;
  readonly alerts: number;
  readonly unscored: number;
};

/** Null where one of the times has no scored payment, so that nothing is compared. */
export type Drift = {
  readonly name: string;
  readonly psi: number | null;
  readonly band: DriftBand | null;
};

/** What the fraud watch found over one period; a rate is null when it has nothing to count. */
export type FraudMeasures = {
  readonly from: string;
  readonly to: string;
  readonly payments: number;
  /** No score came for them in time, and how many of all of them were scored later. */
  readonly unscored: number;
  readonly scoredLate: number;
  readonly unscoredRate: number | null;
  /** Held for review or declined. */
  readonly alerts: number;
  readonly declined: number;
  readonly decisions: { readonly approved: number; readonly rejected: number };
  /** Of the decisions of the period, how many found fraud. */
  readonly reviewPrecision: number | null;
  /** Held payments without a decision at the end. */
  readonly queueLength: number;
  /** That arrived in the period, by who said it. */
  readonly labels: {
    readonly review: number;
    readonly dispute: number;
    readonly report: number;
  };
  /** Payments old enough that most fraud among them is known by now. */
  readonly matured: {
    readonly from: string;
    readonly to: string;
    readonly frauds: number;
    readonly honest: number;
    readonly detectionRate: number | null;
    readonly falsePositiveRate: number | null;
  };
  readonly drift: {
    /** The time the period is compared with. */
    readonly from: string;
    readonly to: string;
    readonly payments: number;
    readonly score: Drift;
    /** The most moved one first. */
    readonly features: readonly Drift[];
  };
  readonly models: readonly { readonly version: string; readonly payments: number }[];
  readonly days: readonly FraudDay[];
};
