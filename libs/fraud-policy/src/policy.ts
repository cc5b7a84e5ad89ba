import type { Feature } from '#fraud';
import type { Verdict } from '#payments';

/** What a payment says of itself that a rule may look at. */
export const RULE_FIELDS = [
  'customerId',
  'merchantId',
  'cardFingerprint',
  'cardCountry',
  'ipCountry',
  'shippingCountry',
  'deviceId',
  'provider',
  'currency',
] as const;

export type RuleField = (typeof RULE_FIELDS)[number];

/** All conditions of a rule must hold. A feature is unknown without a score. */
export type Condition =
  | { readonly field: RuleField; readonly in: readonly string[] }
  | { readonly feature: Feature; readonly atLeast: number }
  | { readonly feature: Feature; readonly atMost: number }
  /** In minor units of the currency; payments in other currencies do not meet it. */
  | { readonly amountAtLeast: { readonly amount: string; readonly currency: string } };

export type Rule = {
  /** As in `block-stolen-device`; recorded with every verdict it had a part in. */
  readonly id: string;
  readonly when: readonly Condition[];
  /** `approve` overrides the model only; a stricter rule overrides it. */
  readonly verdict: Verdict;
  /** For the analyst, in a sentence. */
  readonly reason: string;
};

/** What mistakes cost, in euros at the reference rates. */
export type Costs = {
  /** Share of a defrauded amount that comes back. */
  readonly recoveryShare: number;
  /** What an honest payer who is declined costs, beside the margin. */
  readonly insultEur: number;
  /** Of an honest payment's amount. */
  readonly marginShare: number;
  readonly reviewMinutes: number;
  readonly reviewMinuteEur: number;
  /** Share of frauds that a review lets through. */
  readonly reviewMissShare: number;
  /** Most payments that people can look at in a day; null: no bound. */
  readonly reviewsPerDayMax: number | null;
};

/** What mistakes are taken to cost where no policy says it; only simulations use it. */
export const ASSUMED_COSTS: Costs = {
  recoveryShare: 0,
  insultEur: 5,
  marginShare: 0.1,
  reviewMinutes: 5,
  reviewMinuteEur: 0.5,
  reviewMissShare: 0.1,
  reviewsPerDayMax: null,
};

/** What is done with payments that no score came for in time, by amount; the first that fits. */
export type DegradedRule = {
  /** Null: every amount. */
  readonly upToEur: number | null;
  /** Left out: however much went through before. The rule does not fit where that is not known. */
  readonly within?: UnscoredBound;
  readonly verdict: Verdict;
};

/**
 * What one card, customer or device may come to without a score, the payment itself included; small
 * amounts would else pass without end while nothing scores.
 */
export type UnscoredBound = {
  readonly minutes: number;
  readonly paymentsMax: number;
  readonly eurMax: number;
};

/** Bounds of the bounds, which memory is kept for. */
export const UNSCORED_MINUTES_MAX = 1_440;
export const UNSCORED_PAYMENTS_MAX = 1_000;

/** A few payments that would be declined are approved, so that blocking does not blind training. */
export type RandomApprovals = {
  /** Of the payments that would be declined; 0 to 0.01. */
  readonly share: number;
  readonly paymentEurMax: number;
  readonly dayEurMax: number;
};

/**
 * A bound on what is held at merchants without a past, which any score takes for odd: few reviews,
 * for what they are worth most for. It gives way as the merchant becomes known.
 */
export type ReviewCapacity = {
  /** Of the payments of new merchants, how many may be held. */
  readonly share: number;
  /** What may be saved up while less is held, so that a burst of fraud finds room. */
  readonly savedMax: number;
  /** Of what is saved up, kept for payments of `sureScore` or `sureLossEur`. */
  readonly reserved: number;
  readonly sureScore: number;
  readonly sureLossEur: number;
  /** What a fraud costs beside its amount, as the fee of a dispute. */
  readonly fraudEur: number;
  /** What a review has to be worth at first: the loss to be expected. Then it follows demand. */
  readonly priceEur: number;
  /** A merchant is new until so many days after its first payment, when labels may arrive. */
  readonly newDays: number;
  /** Nothing is bounded from so many days and payments on; in between ever less is. */
  readonly knownDays: number;
  readonly knownPayments: number;
};

/** Everything that turns a score into a verdict. */
export type FraudPolicy = {
  readonly rules: readonly Rule[];
  /** Null: the model's own thresholds decide. */
  readonly costs: Costs | null;
  readonly degraded: readonly DegradedRule[];
  readonly randomApprovals: RandomApprovals;
  /** Left out: a new merchant's payments are held like any other's. */
  readonly reviewCapacity?: ReviewCapacity;
};

/** Name of the default policy; a change of it needs a new one. */
export const DEFAULT_POLICY_NAME = 'score-thresholds-1/degraded-hold-large-2/review-capacity-1';

/** Chosen on generated worlds that no figure is reported of; see docs/research/cold-start.md. */
export const DEFAULT_REVIEW_CAPACITY: ReviewCapacity = {
  share: 0.009,
  savedMax: 8,
  reserved: 5,
  sureScore: 0.3,
  sureLossEur: 250,
  fraudEur: 20,
  priceEur: 20,
  newDays: 7,
  knownDays: 28,
  knownPayments: 20,
};

/**
 * Until another is activated: the model's thresholds, and few reviews at new merchants; a few small
 * unscored amounts go on.
 */
export const DEFAULT_POLICY: FraudPolicy = {
  rules: [],
  costs: null,
  degraded: [
    {
      upToEur: 250,
      within: { minutes: 60, paymentsMax: 3, eurMax: 500 },
      verdict: 'approve',
    },
    { upToEur: null, verdict: 'review' },
  ],
  randomApprovals: { share: 0, paymentEurMax: 100, dayEurMax: 500 },
  reviewCapacity: DEFAULT_REVIEW_CAPACITY,
};
