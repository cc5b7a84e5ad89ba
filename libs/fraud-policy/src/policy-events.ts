import type { Instant } from '#payments';
import type { FraudPolicy } from './policy.js';

/** Where everything about the policy is recorded. */
export const POLICY_STREAM = 'policy-fraud';

/** Somebody wants this policy; it decides nothing until a second person activates it. */
export type PolicyProposed = {
  readonly type: 'PolicyProposed';
  readonly data: {
    /** SHA-256 of the policy's JSON: its version. */
    readonly policyHash: string;
    readonly policy: FraudPolicy;
    /** See `reviewPriceOf`; solved on payments before the proposal, so that it stays the same. */
    readonly reviewPriceEur: number;
    readonly note: string;
    readonly proposedBy: string;
    readonly proposedAt: Instant;
  };
};

/** From here on it decides, in every process, without a restart. */
export type PolicyActivated = {
  readonly type: 'PolicyActivated';
  readonly data: {
    readonly policyHash: string;
    readonly activatedBy: string;
    readonly activatedAt: Instant;
  };
};

/** From here on what it would say is recorded beside every verdict, and not acted on. */
export type PolicyTrialStarted = {
  readonly type: 'PolicyTrialStarted';
  readonly data: {
    readonly policyHash: string;
    readonly startedBy: string;
    readonly startedAt: Instant;
  };
};

export type PolicyTrialEnded = {
  readonly type: 'PolicyTrialEnded';
  readonly data: {
    readonly policyHash: string;
    readonly endedBy: string;
    readonly endedAt: Instant;
  };
};

export type PolicyEvent = PolicyProposed | PolicyActivated | PolicyTrialStarted | PolicyTrialEnded;

export type Proposal = PolicyProposed['data'];

/** Every policy proposed, by hash, the one that decides (null: the default does), the one tried. */
export type PolicyState = {
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly active: PolicyActivated['data'] | null;
  readonly trial: PolicyTrialStarted['data'] | null;
};

export const NO_POLICY: PolicyState = { proposals: new Map(), active: null, trial: null };

/** Folds one event of the stream, in stream order. */
export function evolvePolicy(state: PolicyState, { type, data }: PolicyEvent): PolicyState {
  switch (type) {
    case 'PolicyProposed':
      return { ...state, proposals: new Map(state.proposals).set(data.policyHash, data) };
    case 'PolicyActivated': {
      const isTried = state.trial?.policyHash === data.policyHash;
      return { ...state, active: data, trial: isTried ? null : state.trial };
    }
    case 'PolicyTrialStarted':
      return { ...state, trial: data };
    case 'PolicyTrialEnded':
      return { ...state, trial: null };
  }
}

export const POLICY_ERRORS = {
  'policy-not-proposed': 'No policy of this hash was proposed.',
  'policy-needs-second-person': 'Somebody else than who proposed it has to activate a policy.',
  'policy-already-active': 'This policy decides already; only another one can be tried beside it.',
} as const;

export type PolicyErrorCode = keyof typeof POLICY_ERRORS;

/** A command broke a rule of the policy's life; nothing was recorded. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';

  constructor(readonly code: PolicyErrorCode) {
    super(POLICY_ERRORS[code]);
  }
}

/** Proposes a policy; one that was proposed before is not proposed again. */
export function proposePolicy(proposal: Proposal, state: PolicyState): PolicyProposed[] {
  if (state.proposals.has(proposal.policyHash)) return [];
  return [{ type: 'PolicyProposed', data: proposal }];
}

/** @throws PolicyError when it was not proposed, or by the same person. */
export function activatePolicy(
  activation: PolicyActivated['data'],
  state: PolicyState,
): PolicyActivated[] {
  const proposal = proposalOf(activation.policyHash, state);
  if (proposal.proposedBy === activation.activatedBy) {
    throw new PolicyError('policy-needs-second-person');
  }
  if (state.active?.policyHash === activation.policyHash) return [];
  return [{ type: 'PolicyActivated', data: activation }];
}

/**
 * Tries a policy beside the active one, in place of another that is tried.
 *
 * @throws PolicyError when it was not proposed, or decides already.
 */
export function startPolicyTrial(
  trial: PolicyTrialStarted['data'],
  state: PolicyState,
): PolicyTrialStarted[] {
  proposalOf(trial.policyHash, state);
  if (state.active?.policyHash === trial.policyHash) throw new PolicyError('policy-already-active');
  if (state.trial?.policyHash === trial.policyHash) return [];
  return [{ type: 'PolicyTrialStarted', data: trial }];
}

/** Ends whatever is tried; nothing when nothing is. */
export function endPolicyTrial(
  end: Omit<PolicyTrialEnded['data'], 'policyHash'>,
  { trial }: PolicyState,
): PolicyTrialEnded[] {
  if (!trial) return [];
  return [{ type: 'PolicyTrialEnded', data: { policyHash: trial.policyHash, ...end } }];
}

function proposalOf(policyHash: string, { proposals }: PolicyState): Proposal {
  const proposal = proposals.get(policyHash);
  if (!proposal) throw new PolicyError('policy-not-proposed');
  return proposal;
}
