import { DEFAULT_POLICY, type FraudPolicy } from '#fraud-policy';
import { policyHashOf } from './policy-hash.js';

describe('the version of a policy', () => {
  it('does not depend on the order in which its fields were written', () => {
    const { rules, costs, degraded, randomApprovals, reviewCapacity } = DEFAULT_POLICY;
    const turned = { reviewCapacity, randomApprovals, degraded, costs, rules } as FraudPolicy;
    expect(policyHashOf(turned)).toBe(policyHashOf(DEFAULT_POLICY));
  });

  it('changes with any of its values, and with the order of its rules', () => {
    const ruleOf = (id: string): FraudPolicy['rules'][number] => ({
      id,
      when: [{ field: 'ipCountry', in: ['OM'] }],
      verdict: 'review',
      reason: 'new',
    });
    const [one, other] = [ruleOf('one'), ruleOf('other')];
    const hashes = [[], [one], [one, other], [other, one]].map((rules) =>
      policyHashOf({ ...DEFAULT_POLICY, rules }),
    );
    expect(new Set(hashes).size).toBe(4);
  });
});
