/** What one person wants to decide from now on; beside this it holds the content itself. */
export type Proposal = {
  /** SHA-256 of the content's JSON: its version. */
  readonly policyHash: string;
  readonly note: string;
  /** Set when it decided before and is to decide again. */
  readonly rollsBack?: true;
  readonly proposedBy: string;
  readonly proposedAt: string;
};

/** A second person agrees: from here on the proposal decides. */
export type Activation = {
  readonly policyHash: string;
  readonly activatedBy: string;
  readonly activatedAt: string;
};

/** The proposal cannot be activated any more, unless it is proposed again. */
export type Withdrawal = {
  readonly policyHash: string;
  readonly note: string;
  readonly withdrawnBy: string;
  readonly withdrawnAt: string;
};

/** Where the versions of one governed content stand. */
export type GovernedState<P extends Proposal> = {
  /** Every version proposed, as it was proposed last, by hash; the last proposed one last. */
  readonly proposals: ReadonlyMap<string, P>;
  /** Those neither activated nor withdrawn since they were proposed. */
  readonly waiting: ReadonlySet<string>;
  /** Null: the default decides. */
  readonly active: Activation | null;
  /** The active one on the terms it was activated on, whether or not it was proposed since. */
  readonly inForce: P | null;
  /** What decided before, the last one first; a roll-back forgets what it goes back over. */
  readonly earlier: readonly P[];
};

export const UNGOVERNED: GovernedState<never> = {
  proposals: new Map<string, never>(),
  waiting: new Set(),
  active: null,
  inForce: null,
  earlier: [],
};

export function withProposal<P extends Proposal, State extends GovernedState<P>>(
  state: State,
  proposal: P,
): State {
  const { policyHash } = proposal;
  const others = [...state.proposals].filter(([hash]) => hash !== policyHash);
  const proposals = new Map([...others, [policyHash, proposal]]);
  return { ...state, proposals, waiting: new Set(state.waiting).add(policyHash) };
}

export function withActivation<P extends Proposal, State extends GovernedState<P>>(
  state: State,
  active: Activation,
): State {
  const { policyHash } = active;
  const inForce = state.proposals.get(policyHash) ?? null;
  const earlier = inForce?.rollsBack ? beyond(state, policyHash) : beside(state, policyHash);
  return { ...state, waiting: without(state.waiting, policyHash), active, inForce, earlier };
}

export function withWithdrawal<P extends Proposal, State extends GovernedState<P>>(
  state: State,
  { policyHash }: Withdrawal,
): State {
  return { ...state, waiting: without(state.waiting, policyHash) };
}

/** What decided before the version that is gone back to. */
function beyond<P extends Proposal>(
  { earlier }: GovernedState<P>,
  policyHash: string,
): readonly P[] {
  const index = earlier.findIndex((each) => each.policyHash === policyHash);
  return index < 0 ? [] : earlier.slice(index + 1);
}

function beside<P extends Proposal>(
  { earlier, inForce }: GovernedState<P>,
  policyHash: string,
): readonly P[] {
  const all = inForce ? [inForce, ...earlier] : earlier;
  return all.filter((each) => each.policyHash !== policyHash);
}

function without(hashes: ReadonlySet<string>, hash: string): ReadonlySet<string> {
  return new Set([...hashes].filter((each) => each !== hash));
}
