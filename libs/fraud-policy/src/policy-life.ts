import { Refusal } from '#refusal';
import type {
  PolicyActivated,
  PolicyProposed,
  PolicyTrialEnded,
  PolicyTrialStarted,
  PolicyWithdrawn,
  Proposal,
} from './policy-events.js';
import type { PolicyState } from './policy-state.js';

/** Why a change of the fraud policy is refused; codes are API. */
export const POLICY_ERRORS = {
  'policy-not-proposed': 'No policy of this hash was proposed.',
  'policy-not-waiting': 'This policy was withdrawn, or has decided before; propose it again first.',
  'policy-needs-second-person': 'The person who proposed a policy cannot activate it.',
  'policy-already-active': 'This policy decides already.',
  'policy-nothing-before':
    'Nothing decided before, or nothing of this hash; there is nothing to go back to.',
  'policy-not-on-trial': 'No policy is on trial.',
} as const;

export type PolicyErrorCode = keyof typeof POLICY_ERRORS;

/** A command broke a rule of the policy's life. */
export class PolicyError extends Refusal<PolicyErrorCode> {
  override readonly name = 'PolicyError';

  constructor(code: PolicyErrorCode) {
    super(POLICY_ERRORS, code);
  }
}

/**
 * Proposes a policy; one that waits for its activation is not proposed again.
 *
 * @throws PolicyError when it decides already.
 */
export function proposePolicy(proposal: Proposal, state: PolicyState): PolicyProposed[] {
  const { policyHash } = proposal;
  if (state.inForce?.policyHash === policyHash) throw new PolicyError('policy-already-active');
  if (state.waiting.has(policyHash)) return [];
  return [{ type: 'PolicyProposed', data: proposal }];
}

export type RollBack = {
  /** Null: the one that decided before the active one. */
  readonly policyHash: string | null;
  readonly note: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
};

/**
 * Proposes an earlier policy on the terms it decided on; like any other it waits for the activation
 * by a second person.
 *
 * @param otherwise what decided before the first policy was activated.
 * @throws PolicyError when nothing decided before, or nothing of this hash.
 */
export function rollBackPolicy(
  { policyHash, ...asked }: RollBack,
  state: PolicyState,
  otherwise: Pick<Proposal, 'policyHash' | 'policy'>,
): PolicyProposed[] {
  const { inForce, earlier } = state;
  const target = [...earlier, { ...otherwise, reviewPriceEur: 0 }]
    .filter((each) => inForce && each.policyHash !== inForce.policyHash)
    .find((each) => policyHash === null || each.policyHash === policyHash);
  if (!target) throw new PolicyError('policy-nothing-before');
  const { policy, reviewPriceEur } = target;
  const terms = { policyHash: target.policyHash, policy, reviewPriceEur };
  return proposePolicy({ ...terms, ...asked, rollsBack: true }, state);
}

/** @throws PolicyError when it does not wait for it, or was proposed by the same person. */
export function activatePolicy(
  activation: PolicyActivated['data'],
  state: PolicyState,
): PolicyActivated[] {
  const { policyHash, activatedBy } = activation;
  const proposal = proposalOf(policyHash, state);
  if (proposal.proposedBy === activatedBy) throw new PolicyError('policy-needs-second-person');
  if (state.inForce?.policyHash === policyHash) return [];
  if (!state.waiting.has(policyHash)) throw new PolicyError('policy-not-waiting');
  return [{ type: 'PolicyActivated', data: activation }];
}

/**
 * Takes a proposal back, one's own or another's; what was withdrawn stays so.
 *
 * @throws PolicyError when it was not proposed, or decides.
 */
export function withdrawPolicy(
  withdrawal: PolicyWithdrawn['data'],
  state: PolicyState,
): PolicyWithdrawn[] {
  const { policyHash } = proposalOf(withdrawal.policyHash, state);
  if (state.inForce?.policyHash === policyHash) throw new PolicyError('policy-already-active');
  return state.waiting.has(policyHash) ? [{ type: 'PolicyWithdrawn', data: withdrawal }] : [];
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
  const { policyHash } = proposalOf(trial.policyHash, state);
  if (state.inForce?.policyHash === policyHash) throw new PolicyError('policy-already-active');
  if (state.trial?.policyHash === policyHash) return [];
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
