import { DEFAULT_POLICY } from './policy.js';
import {
  activatePolicy,
  endPolicyTrial,
  evolvePolicy,
  NO_POLICY,
  proposePolicy,
  startPolicyTrial,
  type PolicyEvent,
  type PolicyState,
} from './policy-events.js';

const NOW = '2026-11-21T05:00:00.000Z';
const proposal = {
  policyHash: 'h-1',
  policy: DEFAULT_POLICY,
  reviewPriceEur: 0,
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

  it('is tried beside the active one, until it is activated or somebody ends the trial', () => {
    const trial = { policyHash: 'h-1', startedBy: 'amal', startedAt: NOW };
    const started = startPolicyTrial(trial, after(...proposed));
    const tried = after(...proposed, ...started);
    expect(tried).toMatchObject({ active: null, trial });
    expect(startPolicyTrial(trial, tried)).toEqual([]);
    const ended = endPolicyTrial({ endedBy: 'bilal', endedAt: NOW }, tried);
    expect(after(...proposed, ...started, ...ended).trial).toBeNull();
    const activated = after(...proposed, ...started, ...activatePolicy(activation, tried));
    expect(activated.trial).toBeNull();
    expect(() => startPolicyTrial(trial, activated)).toThrow('decides already');
    expect(() => startPolicyTrial(trial, NO_POLICY)).toThrow('No policy of this hash');
  });

  it('cannot be activated unless it was proposed', () => {
    expect(() => activatePolicy(activation, NO_POLICY)).toThrow('No policy of this hash');
  });
});
