import { euroOf } from '#fraud';
import type { CapacityUse, EventOf, MerchantPast, Verdict } from '#payments';
import { expectedCosts, verdictByCost } from './costs.js';
import {
  ASSUMED_COSTS,
  type DegradedRule,
  type FraudPolicy,
  type RandomApprovals,
} from './policy.js';
import { boundedShareOf, reviewed, type ReviewRoom } from './review-capacity.js';
import { matchRules, strictest, type RuleMatch } from './rules.js';
import type { UnscoredBefore } from './unscored-load.js';

export type JudgedPayment = {
  readonly payment: EventOf<'PaymentInitiated'>['data'];
  /** What the model said; null when no score came in time. */
  readonly scored: {
    readonly score: number;
    readonly verdict: Verdict;
    readonly features: ArrayLike<number> | null;
    /** Absent: not told, so that the merchant's reviews have no bound. */
    readonly merchantPast?: MerchantPast;
  } | null;
  /** Absent of payments recorded before clients were. */
  readonly client?: string;
};

/** What a verdict depends on beside the payment and its score. */
export type VerdictContext = {
  /** Uniform over payments, 0 up to 1, and the same whenever the payment is judged again. */
  readonly draw: number;
  /** Approved at random today, in euros. */
  readonly spentEur: number;
  /** See `reviewPriceOf`. */
  readonly reviewPrice: number;
  /** Of the payment's card, customer and device. */
  readonly unscoredBefore: UnscoredBefore;
  /** Where the bound on reviews stands for the payment's client; null: there is none. */
  readonly room: ReviewRoom | null;
};

export type Judgement = {
  readonly verdict: Verdict;
  readonly rules: readonly RuleMatch[];
  /** Set when it would have been declined: with which probability such a payment is approved. */
  readonly randomApproval: { readonly probability: number } | null;
  /** Null where reviews are not bounded. */
  readonly capacity: CapacityUse | null;
};

/**
 * The one verdict on a payment. Rules come first, the strictest of them; then costs or the model's
 * own thresholds, and at a new merchant what there is room to review; without a score the degraded
 * rules. Only what the model would decline may be approved at random, never what a rule declines.
 */
export function judge(
  policy: FraudPolicy,
  judged: JudgedPayment,
  context: VerdictContext,
): Judgement {
  const { payment, scored } = judged;
  const rules = matchRules(policy.rules, payment, scored?.features ?? null);
  const ruled = strictest(rules);
  const unscored =
    scored === null
      ? degradedVerdict(policy, euroOf(payment.amount), context.unscoredBefore)
      : null;
  const plain = { rules, randomApproval: null, capacity: null };
  if (ruled !== null) return { ...plain, verdict: ruled };
  if (unscored !== null) return { ...plain, verdict: unscored };
  const wanted = verdictOfScore(policy, judged, context.reviewPrice);
  const capacity = capacityOf(policy, judged, wanted, context.room);
  const verdict = capacity?.outcome ?? wanted;
  const drawn = wanted === 'decline' && isDrawn(policy.randomApprovals, payment.amount, context);
  if (!drawn) return { ...plain, verdict, capacity };
  const { share: probability } = policy.randomApprovals;
  return { verdict: 'approve', rules, randomApproval: { probability }, capacity };
}

/** The policy while scoring is switched off: rules hold, and nothing waits for a score. */
export function withoutScores(policy: FraudPolicy): FraudPolicy {
  return { ...policy, degraded: [{ upToEur: null, verdict: 'approve' }] };
}

function verdictOfScore(
  { costs }: FraudPolicy,
  judged: JudgedPayment,
  reviewPrice: number,
): Verdict {
  const { scored, payment } = judged;
  if (!scored) throw new TypeError('a payment without a score is judged by the degraded rules');
  if (costs === null) return scored.verdict;
  return verdictByCost(expectedCosts(scored.score, euroOf(payment.amount), costs, reviewPrice));
}

/** Null where nothing bounds this payment's review. */
function capacityOf(
  { reviewCapacity, costs }: FraudPolicy,
  { payment, scored }: JudgedPayment,
  verdict: Verdict,
  room: ReviewRoom | null,
): CapacityUse | null {
  if (!reviewCapacity || !room || !scored?.merchantPast) return null;
  const share = boundedShareOf(reviewCapacity, scored.merchantPast);
  if (share === null) return null;
  const { score } = scored;
  const amountEur = euroOf(payment.amount);
  const { approve, decline } = expectedCosts(score, amountEur, costs ?? ASSUMED_COSTS);
  const otherwise = decline < approve ? 'decline' : 'approve';
  return reviewed(reviewCapacity, room, { share, score, amountEur, verdict, otherwise });
}

function degradedVerdict(
  { degraded }: FraudPolicy,
  amountEur: number,
  unscoredBefore: UnscoredBefore,
): Verdict {
  const fitting = degraded.find(
    ({ upToEur, within }) =>
      (upToEur === null || amountEur <= upToEur) && isWithin(within, amountEur, unscoredBefore),
  );
  return fitting?.verdict ?? 'review';
}

function isWithin(
  bound: DegradedRule['within'],
  amountEur: number,
  unscoredBefore: UnscoredBefore,
): boolean {
  if (!bound) return true;
  const before = unscoredBefore(bound.minutes);
  if (!before) return false;
  return before.payments < bound.paymentsMax && before.eur + amountEur <= bound.eurMax;
}

function isDrawn(
  { share, paymentEurMax, dayEurMax }: RandomApprovals,
  amount: JudgedPayment['payment']['amount'],
  { draw, spentEur }: VerdictContext,
): boolean {
  const amountEur = euroOf(amount);
  return draw < share && amountEur <= paymentEurMax && spentEur + amountEur <= dayEurMax;
}
