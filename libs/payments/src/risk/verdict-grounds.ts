import type { RiskRule } from '../payment/assessment.js';
import type { RiskAssessed } from './events.js';

/** `review-capacity`: the score wanted a review, and there was no room for one. */
export const DECIDED_BY = ['rule', 'score', 'degraded', 'chance', 'review-capacity'] as const;

export type DecidedBy = (typeof DECIDED_BY)[number];

/** What a verdict rests on: rules come before scores, and chance only ever lets a payment go on. */
export type VerdictGrounds = {
  readonly decidedBy: DecidedBy;
  /** The rules met that say what the verdict is; none unless rules decided. */
  readonly rules: readonly RiskRule[];
};

/** Which part of the policy gave an assessment its verdict. */
export function verdictGroundsOf(
  assessed: Pick<RiskAssessed['data'], 'verdict' | 'degraded' | 'judgement'>,
): VerdictGrounds {
  const { verdict, degraded, judgement } = assessed;
  const met = judgement?.rules ?? [];
  const rules = met.filter((rule) => rule.verdict === verdict);
  if (met.length > 0) return { decidedBy: 'rule', rules };
  if (judgement?.randomApproval) return { decidedBy: 'chance', rules: [] };
  if (isWithoutRoom(judgement)) return { decidedBy: 'review-capacity', rules: [] };
  return { decidedBy: degraded === null ? 'score' : 'degraded', rules: [] };
}

function isWithoutRoom(judgement: RiskAssessed['data']['judgement']): boolean {
  const outcome = judgement?.capacity?.outcome ?? 'review';
  return outcome !== 'review';
}
