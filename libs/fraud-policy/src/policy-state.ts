import { upcastOf } from '#event-shapes';
import type {
  PolicyActivated,
  PolicyEvent,
  PolicyTrialStarted,
  Proposal,
} from './policy-events.js';

/** Where the policies stand, folded from `policy-fraud`. */
export type PolicyState = {
  /** Every policy proposed, as it was proposed last, by hash. */
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** Those that nobody activated or withdrew yet. */
  readonly waiting: ReadonlySet<string>;
  /** Null: the default policy decides. */
  readonly active: PolicyActivated['data'] | null;
  /** The active one on the terms it was activated on, whatever was proposed since. */
  readonly inForce: Proposal | null;
  /** What decided before, the last one first; a roll-back forgets what it goes back over. */
  readonly earlier: readonly Proposal[];
  readonly trial: PolicyTrialStarted['data'] | null;
};

export const NO_POLICY: PolicyState = {
  proposals: new Map(),
  waiting: new Set(),
  active: null,
  inForce: null,
  earlier: [],
  trial: null,
};

/** Folds one event of the stream, in stream order. */
export function evolvePolicy(state: PolicyState, event: PolicyEvent): PolicyState {
  const { type, data } = event;
  switch (type) {
    case 'PolicyProposed':
      return {
        ...state,
        proposals: new Map(state.proposals).set(data.policyHash, data),
        waiting: new Set(state.waiting).add(data.policyHash),
      };
    case 'PolicyActivated':
      return activated(state, data);
    case 'PolicyWithdrawn':
      return {
        ...state,
        waiting: without(state.waiting, data.policyHash),
        ...trialLess(state, data),
      };
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
    PolicyProposed: {},
    PolicyWithdrawn: {},
    PolicyActivated: {},
    PolicyTrialStarted: {},
    PolicyTrialEnded: {},
  }),
};

function activated(state: PolicyState, active: PolicyActivated['data']): PolicyState {
  const { policyHash } = active;
  const inForce = state.proposals.get(policyHash) ?? null;
  return {
    ...state,
    ...trialLess(state, active),
    waiting: without(state.waiting, policyHash),
    active,
    inForce,
    earlier: inForce?.rollsBack ? beyond(state, policyHash) : beside(state, policyHash),
  };
}

/** What decided before the policy that is gone back to. */
function beyond({ earlier }: PolicyState, policyHash: string): readonly Proposal[] {
  const index = earlier.findIndex((each) => each.policyHash === policyHash);
  return index < 0 ? [] : earlier.slice(index + 1);
}

function beside({ earlier, inForce }: PolicyState, policyHash: string): readonly Proposal[] {
  const all = inForce ? [inForce, ...earlier] : earlier;
  return all.filter((each) => each.policyHash !== policyHash);
}

function trialLess(
  { trial }: PolicyState,
  { policyHash }: { readonly policyHash: string },
): Pick<PolicyState, 'trial'> {
  return { trial: trial?.policyHash === policyHash ? null : trial };
}

function without(hashes: ReadonlySet<string>, hash: string): ReadonlySet<string> {
  return new Set([...hashes].filter((each) => each !== hash));
}
