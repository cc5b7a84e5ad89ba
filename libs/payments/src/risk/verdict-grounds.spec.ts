import type { RiskJudgement, RiskRule, Verdict } from '../payment/assessment.js';
import { verdictGroundsOf } from './verdict-grounds.js';

const NOTHING: RiskJudgement = {
  modelVerdict: 'approve',
  rules: [],
  randomApproval: null,
  reviewPriceEur: 0,
  trial: null,
};

function ruleOf(verdict: Verdict): RiskRule {
  return { ruleId: `${verdict}-it`, verdict, reason: 'because' };
}

describe('the grounds of a verdict', () => {
  it('are the rules that say so, where a rule was met', () => {
    const rules = [ruleOf('approve'), ruleOf('decline')];
    const judgement = { ...NOTHING, rules };
    expect(verdictGroundsOf({ verdict: 'decline', degraded: 'timeout', judgement })).toEqual({
      decidedBy: 'rule',
      rules: [ruleOf('decline')],
    });
  });

  it('are chance, where a payment that would be declined was let through', () => {
    const judgement = { ...NOTHING, randomApproval: { probability: 0.01 } };
    const grounds = verdictGroundsOf({ verdict: 'approve', degraded: null, judgement });
    expect(grounds.decidedBy).toBe('chance');
  });

  it('are the score, or that there was none', () => {
    expect(verdictGroundsOf({ verdict: 'review', degraded: null }).decidedBy).toBe('score');
    expect(verdictGroundsOf({ verdict: 'review', degraded: 'error' }).decidedBy).toBe('degraded');
  });
});
