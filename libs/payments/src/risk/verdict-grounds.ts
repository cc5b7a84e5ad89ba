import type { RiskRule } from '../payment/assessment.js';
import type { RiskAssessed } from './events.js';

/** What a verdict rests on: rules come before scores, and chance only ever lets a payment go on. */
export type VerdictGrounds = {
  readonly decidedBy: 'rule' | 'score' | 'degraded' | 'chance';
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
  return { decidedBy: degraded === null ? 'score' : 'degraded', rules: [] };
}
