import { upcastOf } from '#event-shapes';
import {
  UNGOVERNED,
  withActivation,
  withProposal,
  withWithdrawal,
  type GovernedState,
} from '#governed-change';
import type { PolicyEvent, PolicyTrialStarted, Proposal } from './policy-events.js';

/** Where the policies stand, folded from `policy-fraud`. */
export type PolicyState = GovernedState<Proposal> & {
  readonly trial: PolicyTrialStarted['data'] | null;
};

export const NO_POLICY: PolicyState = { ...UNGOVERNED, trial: null };

/** Folds one event of the stream, in stream order. */
export function evolvePolicy(state: PolicyState, event: PolicyEvent): PolicyState {
  const { type, data } = event;
  switch (type) {
    case 'PolicyProposed':
      return withProposal(state, data);
    case 'PolicyActivated':
      return withoutTrial(withActivation(state, data), data);
    case 'PolicyWithdrawn':
      return withoutTrial(withWithdrawal(state, data), data);
    case 'PolicyTrialStarted':
      return { ...state, trial: data };
    case 'PolicyTrialEnded':
      return { ...state, trial: null };
  }
}

export const POLICY_STREAM_TYPE = {
  initial: NO_POLICY,
  evolve: evolvePolicy,
  upcast: upcastOf<PolicyEvent>('fraud policy', {
    // Rules may name customers, cards and devices; a blocklist outlives an erasure.
    PolicyProposed: { personal: { proposedBy: 'staff', policy: 'pseudonym' } },
    PolicyWithdrawn: { personal: { withdrawnBy: 'staff' } },
    PolicyActivated: { personal: { activatedBy: 'staff' } },
    PolicyTrialStarted: { personal: { startedBy: 'staff' } },
    PolicyTrialEnded: { personal: { endedBy: 'staff' } },
  }),
};

/** The trial of a policy ends when it decides, or is withdrawn. */
function withoutTrial(
  state: PolicyState,
  { policyHash }: { readonly policyHash: string },
): PolicyState {
  return state.trial?.policyHash === policyHash ? { ...state, trial: null } : state;
}
