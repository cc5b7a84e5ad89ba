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

export type PolicyEvent = PolicyProposed | PolicyActivated;

export type Proposal = PolicyProposed['data'];

/** Every policy proposed, by hash, and the one that decides; null: the default does. */
export type PolicyState = {
  readonly proposals: ReadonlyMap<string, Proposal>;
  readonly active: PolicyActivated['data'] | null;
};

export const NO_POLICY: PolicyState = { proposals: new Map(), active: null };

/** Folds one event of the stream, in stream order. */
export function evolvePolicy(state: PolicyState, { type, data }: PolicyEvent): PolicyState {
  switch (type) {
    case 'PolicyProposed':
      return { ...state, proposals: new Map(state.proposals).set(data.policyHash, data) };
    case 'PolicyActivated':
      return { ...state, active: data };
  }
}

export const POLICY_ERRORS = {
  'policy-not-proposed': 'No policy of this hash was proposed.',
  'policy-needs-second-person': 'Somebody else than who proposed it has to activate a policy.',
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
  const proposal = state.proposals.get(activation.policyHash);
  if (!proposal) throw new PolicyError('policy-not-proposed');
  if (proposal.proposedBy === activation.activatedBy) {
    throw new PolicyError('policy-needs-second-person');
  }
  if (state.active?.policyHash === activation.policyHash) return [];
  return [{ type: 'PolicyActivated', data: activation }];
}
