import type { Assessment, PaymentHeldForReview, RiskAssessed, RiskJudgement } from './events.js';
import type { Instant } from './vocabulary.js';
import { initiatedOf } from './initiate.js';
import { capturedOrPromised, type Payment } from './payment.js';

export type RecordAssessment = {
  readonly assessment: Assessment;
  readonly stage: 'inline' | 'late';
  readonly policy: string;
  readonly judgement?: RiskJudgement | undefined;
  readonly now: Instant;
};

/**
 * Records a score. One inline assessment per payment; a late one only replaces a degraded one.
 * A review verdict holds the payment unless its money is already taken.
 */
export function recordAssessment(
  { assessment, stage, policy, judgement, now }: RecordAssessment,
  payment: Payment,
): (RiskAssessed | PaymentHeldForReview)[] {
  const { paymentId, amount } = initiatedOf(payment);
  if (payment.risk && (stage === 'inline' || payment.risk.degraded === null)) return [];

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
  const mayHold = payment.review === 'none' && capturedOrPromised(payment, amount).isZero;
  const suspicious =
    stage === 'late' ? assessment.verdict !== 'approve' : assessment.verdict === 'review';
  if (!mayHold || !suspicious) return [assessed];

  const reason = assessment.degraded === null ? 'score' : 'degraded';
  return [assessed, { type: 'PaymentHeldForReview', data: { paymentId, reason, heldAt: now } }];
}
