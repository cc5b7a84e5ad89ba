import {
  activate,
  propose,
  rollBack,
  withdraw,
  type GovernanceRule,
  type RollBack,
} from '#governed-change';
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

function refuse(rule: GovernanceRule): PolicyError {
  return new PolicyError(`policy-${rule}`);
}

/** @throws PolicyError as `propose` of #governed-change says. */
export function proposePolicy(proposal: Proposal, state: PolicyState): PolicyProposed[] {
  return propose(proposal, state, refuse).map((data) => ({ type: 'PolicyProposed', data }));
}

/**
 * @param first what decided before the first policy was activated.
 * @throws PolicyError as `rollBack` of #governed-change says.
 */
export function rollBackPolicy(
  asked: RollBack,
  state: PolicyState,
  first: Pick<Proposal, 'policyHash' | 'policy'>,
): PolicyProposed[] {
  const proposal = { ...first, reviewPriceEur: 0, ...asked, policyHash: first.policyHash };
  return rollBack(asked, state, proposal, refuse).map((data) => ({ type: 'PolicyProposed', data }));
}

/** @throws PolicyError as `activate` of #governed-change says. */
export function activatePolicy(
  activation: PolicyActivated['data'],
  state: PolicyState,
): PolicyActivated[] {
  return activate(activation, state, refuse).map((data) => ({ type: 'PolicyActivated', data }));
}

/** @throws PolicyError as `withdraw` of #governed-change says. */
export function withdrawPolicy(
  withdrawal: PolicyWithdrawn['data'],
  state: PolicyState,
): PolicyWithdrawn[] {
  return withdraw(withdrawal, state, refuse).map((data) => ({ type: 'PolicyWithdrawn', data }));
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
  const { policyHash } = trial;
  if (!state.proposals.has(policyHash)) throw new PolicyError('policy-not-proposed');
  if (state.inForce?.policyHash === policyHash) throw new PolicyError('policy-already-active');
  if (state.trial?.policyHash === policyHash) return [];
  return [{ type: 'PolicyTrialStarted', data: trial }];
}

/** Ends the trial that is under way; nothing when none is. */
export function endPolicyTrial(
  end: Omit<PolicyTrialEnded['data'], 'policyHash'>,
  { trial }: PolicyState,
): PolicyTrialEnded[] {
  if (!trial) return [];
  return [{ type: 'PolicyTrialEnded', data: { policyHash: trial.policyHash, ...end } }];
}
