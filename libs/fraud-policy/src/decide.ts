import { euroOf } from '#fraud';
import type { EventOf, Verdict } from '#payments';
import { expectedCosts, verdictByCost } from './costs.js';
import type { DegradedRule, FraudPolicy, RandomApprovals } from './policy.js';
import { matchRules, strictest, type RuleMatch } from './rules.js';
import type { UnscoredBefore } from './unscored-load.js';

export type JudgedPayment = {
  readonly payment: EventOf<'PaymentInitiated'>['data'];
  /** What the model said; null when no score came in time. */
  readonly scored: {
    readonly score: number;
    readonly verdict: Verdict;
    readonly features: ArrayLike<number> | null;
  } | null;
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
};

export type Judgement = {
  readonly verdict: Verdict;
  readonly rules: readonly RuleMatch[];
  /** Set when it would have been declined: with which probability such a payment is approved. */
  readonly randomApproval: { readonly probability: number } | null;
};

/**
 * The one verdict on a payment. Rules come first, the strictest of them; then costs or the model's
 * own thresholds; without a score the degraded rules. Only what the model would decline may be
 * approved at random, never what a rule declines.
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
  if (ruled !== null) return { verdict: ruled, rules, randomApproval: null };
  if (unscored !== null) return { verdict: unscored, rules, randomApproval: null };
  const verdict = verdictOfScore(policy, judged, context.reviewPrice);
  const drawn = verdict === 'decline' && isDrawn(policy.randomApprovals, payment.amount, context);
  if (!drawn) return { verdict, rules, randomApproval: null };
  const { share: probability } = policy.randomApprovals;
  return { verdict: 'approve', rules, randomApproval: { probability } };
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
