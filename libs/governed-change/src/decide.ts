import type { Activation, GovernedState, Proposal, Withdrawal } from './governed-state.js';

/** The rules of a change by two people. */
export type GovernanceRule =
  'not-proposed' | 'not-waiting' | 'needs-second-person' | 'already-active' | 'nothing-before';

/** The refusal of a broken rule, under the code that it has for this content. */
export type Refuse = (rule: GovernanceRule) => Error;

/**
 * Proposes a version; one that waits for its activation is not proposed again.
 *
 * @throws the refusal `already-active`.
 */
export function propose<P extends Proposal>(
  proposal: P,
  { inForce, waiting }: GovernedState<P>,
  refuse: Refuse,
): P[] {
  const { policyHash } = proposal;
  if (inForce?.policyHash === policyHash) throw refuse('already-active');
  return waiting.has(policyHash) ? [] : [proposal];
}

export type RollBack = Pick<Proposal, 'note' | 'proposedBy' | 'proposedAt'> & {
  /** Null: the one that decided before the active one. */
  readonly policyHash: string | null;
};

/**
 * Proposes an earlier version on the terms it decided on; like any other it waits for a second
 * person.
 *
 * @param first what decided before the first version was activated, as it would be proposed.
 * @throws the refusal `nothing-before` when nothing decided before, or nothing of this hash.
 */
export function rollBack<P extends Proposal>(
  { policyHash, ...asked }: RollBack,
  state: GovernedState<P>,
  first: P,
  refuse: Refuse,
): P[] {
  const { inForce, earlier } = state;
  const target = [...earlier, first]
    .filter((each) => inForce && each.policyHash !== inForce.policyHash)
    .find((each) => policyHash === null || each.policyHash === policyHash);
  if (!target) throw refuse('nothing-before');
  return propose({ ...target, ...asked, rollsBack: true }, state, refuse);
}

/**
 * Lets a version decide that another person proposed. An activation spends its proposal.
 *
 * @throws the refusals `not-proposed`, `needs-second-person`, `not-waiting`.
 */
export function activate<P extends Proposal>(
  activation: Activation,
  state: GovernedState<P>,
  refuse: Refuse,
): Activation[] {
  const { policyHash, activatedBy } = activation;
  const { proposedBy } = proposalOf(policyHash, state, refuse);
  assertSecondPerson(proposedBy, activatedBy, refuse);
  if (state.active?.policyHash === policyHash) return [];
  if (!state.waiting.has(policyHash)) throw refuse('not-waiting');
  return [activation];
}

/**
 * Takes a proposal back, one's own or another's; what was withdrawn stays so.
 *
 * @throws the refusals `not-proposed`, `already-active`.
 */
export function withdraw<P extends Proposal>(
  withdrawal: Withdrawal,
  state: GovernedState<P>,
  refuse: Refuse,
): Withdrawal[] {
  const { policyHash } = proposalOf(withdrawal.policyHash, state, refuse);
  if (state.active?.policyHash === policyHash) throw refuse('already-active');
  return state.waiting.has(policyHash) ? [withdrawal] : [];
}

/** @throws the refusal `needs-second-person` when one person would be both. */
export function assertSecondPerson(first: string, second: string, refuse: Refuse): void {
  if (first === second) throw refuse('needs-second-person');
}

function proposalOf<P extends Proposal>(
  policyHash: string,
  { proposals }: GovernedState<P>,
  refuse: Refuse,
): P {
  const proposal = proposals.get(policyHash);
  if (!proposal) throw refuse('not-proposed');
  return proposal;
}
