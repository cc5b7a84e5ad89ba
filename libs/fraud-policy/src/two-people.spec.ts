import fc from 'fast-check';
import { DEFAULT_POLICY } from './policy.js';
import type { PolicyEvent } from './policy-events.js';
import {
  activatePolicy,
  PolicyError,
  proposePolicy,
  rollBackPolicy,
  withdrawPolicy,
} from './policy-life.js';
import { evolvePolicy, NO_POLICY, type PolicyState } from './policy-state.js';

const AT = '2026-11-21T05:00:00.000Z';
const DEFAULT = { policyHash: 'default', policy: DEFAULT_POLICY };

type Step = {
  readonly person: string;
  readonly policyHash: string;
  readonly does: 'proposes' | 'rolls back' | 'withdraws' | 'activates';
};

const step: fc.Arbitrary<Step> = fc.record({
  person: fc.constantFrom('amal', 'bilal', 'chen'),
  policyHash: fc.constantFrom('h1', 'h2', 'default'),
  does: fc.constantFrom('proposes', 'rolls back', 'withdraws', 'activates', 'activates'),
});

describe('the fraud policy', () => {
  it('never changes by the will of one person alone, whoever does what in turns', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 50 }), (steps) => {
        let state = NO_POLICY;
        const proposedBy = new Map<string, string>();
        for (const each of steps) {
          for (const event of decided(each, state)) {
            const { policyHash } = event.data;
            if (event.type === 'PolicyProposed') proposedBy.set(policyHash, each.person);
            if (event.type === 'PolicyActivated') {
              // Each activation spends a proposal of another person.
              expect(proposedBy.get(policyHash) ?? each.person).not.toBe(each.person);
              proposedBy.delete(policyHash);
            }
            state = evolvePolicy(state, event);
          }
        }
      }),
    );
  });
});

function decided({ person, policyHash, does }: Step, state: PolicyState): readonly PolicyEvent[] {
  const asked = { policyHash, note: 'why', proposedBy: person, proposedAt: AT };
  try {
    switch (does) {
      case 'proposes':
        return proposePolicy({ ...asked, policy: DEFAULT_POLICY, reviewPriceEur: 0 }, state);
      case 'rolls back':
        return rollBackPolicy(asked, state, DEFAULT);
      case 'withdraws':
        return withdrawPolicy(
          { policyHash, note: 'why', withdrawnBy: person, withdrawnAt: AT },
          state,
        );
      case 'activates':
        return activatePolicy({ policyHash, activatedBy: person, activatedAt: AT }, state);
    }
  } catch (error) {
    if (error instanceof PolicyError) return [];
    throw error;
  }
}
