import type { Assessment, RiskJudgement } from '../payment/assessment.js';
import { initiatedOf } from '../payment/guards.js';
import type { Payment } from '../payment/payment.js';
import { isEnding } from '../payment/standing.js';
import { capturedOrPromised } from '../payment/sums.js';
import type { Instant } from '../payment/vocabulary.js';
import type { PaymentHeldForReview } from '../review/events.js';
import type { RiskAssessed } from './events.js';
import { verdictGroundsOf } from './verdict-grounds.js';

export type RecordAssessment = {
  readonly assessment: Assessment;
  readonly stage: 'inline' | 'late';
  readonly policy: string;
  readonly judgement?: RiskJudgement | undefined;
  /** How long a person may take to decide, if it comes to that; left out: it is not said. */
  readonly reviewMs?: number;
  readonly now: Instant;
};

/**
 * Records a score. One inline assessment per payment, and beside a degraded one a late one.
 * A review verdict holds the payment unless its money is already taken, or it goes no further.
 */
export function recordAssessment(
  { assessment, stage, policy, judgement, reviewMs, now }: RecordAssessment,
  payment: Payment,
): (RiskAssessed | PaymentHeldForReview)[] {
  const { paymentId, amount } = initiatedOf(payment);
  if (payment.risk && (stage === 'inline' || !isScoredLater(payment))) return [];

  const assessed: RiskAssessed = {
    type: 'RiskAssessed',
    data: {
      paymentId,
      ...assessment,
      stage,
      policy,
      ...(judgement && { judgement }),
      assessedAt: now,
    },
  };
  const isActive = capturedOrPromised(payment, amount).isZero && !isEnding(payment);
  const mayHold = payment.review === 'none' && isActive;
  const suspicious =
    stage === 'late' ? assessment.verdict !== 'approve' : assessment.verdict === 'review';
  if (!mayHold || !suspicious) return [assessed];

  const held = { ...heldBy(assessed.data, now), ...dueOf(payment, now, reviewMs) };
  return [assessed, { type: 'PaymentHeldForReview', data: held }];
}

/** A decision that comes when the hold has lapsed decides nothing. */
function dueOf(
  { authorisation }: Payment,
  now: Instant,
  reviewMs: number | undefined,
): Pick<PaymentHeldForReview['data'], 'dueAt'> {
  if (reviewMs === undefined) return {};
  const dueAt = new Date(Date.parse(now) + reviewMs).toISOString();
  const expiresAt = authorisation?.status === 'authorised' ? authorisation.expiresAt : null;
  return { dueAt: expiresAt !== null && expiresAt < dueAt ? expiresAt : dueAt };
}

function isScoredLater({ risk, lateRisk }: Payment): boolean {
  return risk?.degraded !== null && lateRisk === null;
}

function heldBy(assessed: RiskAssessed['data'], heldAt: Instant): PaymentHeldForReview['data'] {
  const { paymentId, degraded } = assessed;
  const { rules } = verdictGroundsOf(assessed);
  const ruleIds = rules.map(({ ruleId }) => ruleId);
  if (ruleIds.length > 0) return { paymentId, reason: 'rule', ruleIds, heldAt };
  return { paymentId, reason: degraded === null ? 'score' : 'degraded', heldAt };
}
