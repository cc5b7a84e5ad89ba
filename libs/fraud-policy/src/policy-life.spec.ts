import { DEFAULT_POLICY } from './policy.js';
import type { PolicyEvent } from './policy-events.js';
import {
  activatePolicy,
  endPolicyTrial,
  proposePolicy,
  rollBackPolicy,
  startPolicyTrial,
  withdrawPolicy,
} from './policy-life.js';
import { evolvePolicy, NO_POLICY, type PolicyState } from './policy-state.js';

const NOW = '2026-11-21T05:00:00.000Z';
const DEFAULT = { policyHash: 'default', policy: DEFAULT_POLICY };
const proposal = {
  policyHash: 'h-1',
  policy: DEFAULT_POLICY,
  reviewPriceEur: 0.25,
  note: 'calm',
  proposedBy: 'amal',
  proposedAt: NOW,
};
const activation = { policyHash: 'h-1', activatedBy: 'bilal', activatedAt: NOW };

function after(...events: readonly PolicyEvent[]): PolicyState {
  return events.reduce(evolvePolicy, NO_POLICY);
}

/** Proposed by Amal and activated by Bilal, one after the other. */
function afterActivating(...hashes: readonly string[]): PolicyState {
  return hashes.reduce((state, policyHash) => {
    const proposed = proposePolicy({ ...proposal, policyHash }, state).reduce(evolvePolicy, state);
    return activatePolicy({ ...activation, policyHash }, proposed).reduce(evolvePolicy, proposed);
  }, NO_POLICY);
}

describe('the life of a policy', () => {
  const proposed = proposePolicy(proposal, NO_POLICY);

  it('is proposed once, and decides nothing yet', () => {
    expect(proposed).toHaveLength(1);
    expect(proposePolicy(proposal, after(...proposed))).toEqual([]);
    expect(after(...proposed)).toMatchObject({ active: null, inForce: null });
  });

  it('is activated by another person, once', () => {
    const state = after(...proposed);
    const activated = activatePolicy(activation, state);
    expect(activated).toHaveLength(1);
    expect(after(...proposed, ...activated).active).toEqual(activation);
    expect(activatePolicy(activation, after(...proposed, ...activated))).toEqual([]);
    expect(() => activatePolicy({ ...activation, activatedBy: 'amal' }, state)).toThrow(
      'cannot activate it',
    );
  });

  it('is tried beside the active one, until it is activated or its trial is ended', () => {
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

  it('can be withdrawn while it waits, which ends its trial, and proposed again', () => {
    const trial = { policyHash: 'h-1', startedBy: 'amal', startedAt: NOW };
    const withdrawal = { policyHash: 'h-1', note: '', withdrawnBy: 'amal', withdrawnAt: NOW };
    const tried = after(...proposed, ...startPolicyTrial(trial, after(...proposed)));
    const state = withdrawPolicy(withdrawal, tried).reduce(evolvePolicy, tried);
    expect(state.trial).toBeNull();
    expect(withdrawPolicy(withdrawal, state)).toEqual([]);
    expect(() => activatePolicy(activation, state)).toThrow('withdrawn');
    expect(proposePolicy(proposal, state)).toHaveLength(1);
    expect(() => withdrawPolicy(withdrawal, afterActivating('h-1'))).toThrow('decides already');
    expect(() => withdrawPolicy(withdrawal, NO_POLICY)).toThrow('No policy of this hash');
  });

  it('cannot be activated a second time without being proposed a second time', () => {
    const state = afterActivating('h-1', 'h-2');
    expect(() => activatePolicy(activation, state)).toThrow('propose it again');
  });
});

describe('going back to an earlier policy', () => {
  const asked = { note: 'alarms', proposedBy: 'bilal', proposedAt: NOW };

  it('takes a second person too, and keeps the terms it decided on', () => {
    const state = afterActivating('h-1', 'h-2', 'h-3');
    const proposed = rollBackPolicy({ policyHash: null, ...asked }, state, DEFAULT);
    expect(proposed[0]?.data).toMatchObject({ policyHash: 'h-2', reviewPriceEur: 0.25 });
    const waiting = proposed.reduce(evolvePolicy, state);
    const back = { ...activation, policyHash: 'h-2' };
    expect(() => activatePolicy(back, waiting)).toThrow('cannot activate it');
    const events = activatePolicy({ ...back, activatedBy: 'amal' }, waiting);
    const gone = events.reduce(evolvePolicy, waiting);
    expect(gone.inForce?.policyHash).toBe('h-2');
    expect(gone.earlier.map(({ policyHash }) => policyHash)).toEqual(['h-1']);
  });

  it('names any that decided before, and in the end what decided before all of them', () => {
    const state = afterActivating('h-1', 'h-2', 'h-3');
    const to = (policyHash: string | null, from = state): unknown =>
      rollBackPolicy({ policyHash, ...asked }, from, DEFAULT)[0]?.data.policyHash;
    expect(to('h-1')).toBe('h-1');
    expect(to('default')).toBe('default');
    expect(to(null, afterActivating('h-1'))).toBe('default');
    expect(() => to('h-4')).toThrow('nothing to go back to');
    expect(() => to(null, NO_POLICY)).toThrow('nothing to go back to');
    expect(() => to(null, afterActivating('default'))).toThrow('nothing to go back to');
  });

  it('does not change the terms of what decides until it is activated', () => {
    const dearer = { ...proposal, policyHash: 'h-1', reviewPriceEur: 9 };
    const state = afterActivating('h-1');
    const again = evolvePolicy(state, { type: 'PolicyProposed', data: dearer });
    expect(again.inForce?.reviewPriceEur).toBe(0.25);
  });
});
