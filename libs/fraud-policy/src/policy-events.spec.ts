import { DEFAULT_POLICY } from './policy.js';
import {
  activatePolicy,
  evolvePolicy,
  NO_POLICY,
  proposePolicy,
  type PolicyEvent,
  type PolicyState,
} from './policy-events.js';

const NOW = '2026-11-21T05:00:00.000Z';
const proposal = {
  policyHash: 'h-1',
  policy: DEFAULT_POLICY,
  note: 'calm',
  proposedBy: 'amal',
  proposedAt: NOW,
};

function after(...events: readonly PolicyEvent[]): PolicyState {
  return events.reduce(evolvePolicy, NO_POLICY);
}

describe('the life of a policy', () => {
  const proposed = proposePolicy(proposal, NO_POLICY);
  const activation = { policyHash: 'h-1', activatedBy: 'bilal', activatedAt: NOW };

  it('is proposed once, and decides nothing yet', () => {
    expect(proposed).toHaveLength(1);
    expect(proposePolicy(proposal, after(...proposed))).toEqual([]);
    expect(after(...proposed).active).toBeNull();
  });

  it('is activated by somebody else, once', () => {
    const state = after(...proposed);
    const activated = activatePolicy(activation, state);
    expect(activated).toHaveLength(1);
    expect(after(...proposed, ...activated).active).toEqual(activation);
    expect(activatePolicy(activation, after(...proposed, ...activated))).toEqual([]);
    expect(() => activatePolicy({ ...activation, activatedBy: 'amal' }, state)).toThrow(
      'Somebody else',
    );
  });

  it('cannot be activated unless it was proposed', () => {
    expect(() => activatePolicy(activation, NO_POLICY)).toThrow('No policy of this hash');
  });
});
