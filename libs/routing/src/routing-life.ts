import type { Instant } from '#payments';
import type { RoutingPolicy } from './policy.js';

/** Where everything about the routing policy is recorded. */
export const ROUTING_STREAM = 'policy-routing';

/** Somebody wants this policy; it decides nothing until a second person activates it. */
export type RoutingProposed = {
  readonly type: 'RoutingProposed';
  readonly data: {
    /** SHA-256 of the policy's JSON: its version. */
    readonly policyHash: string;
    readonly policy: RoutingPolicy;
    readonly note: string;
    readonly proposedBy: string;
    readonly proposedAt: Instant;
  };
};

/** From here on it decides, in every process, without a restart. */
export type RoutingActivated = {
  readonly type: 'RoutingActivated';
  readonly data: {
    readonly policyHash: string;
    readonly activatedBy: string;
    readonly activatedAt: Instant;
  };
};

export type RoutingEvent = RoutingProposed | RoutingActivated;

export type RoutingProposal = RoutingProposed['data'];

/** Every policy proposed, by hash, and the one that decides; null: the default does. */
export type RoutingState = {
  readonly proposals: ReadonlyMap<string, RoutingProposal>;
  readonly active: RoutingActivated['data'] | null;
};

export const NO_ROUTING: RoutingState = { proposals: new Map(), active: null };

/** Folds one event of the stream, in stream order. */
export function evolveRouting(state: RoutingState, { type, data }: RoutingEvent): RoutingState {
  switch (type) {
    case 'RoutingProposed':
      return { ...state, proposals: new Map(state.proposals).set(data.policyHash, data) };
    case 'RoutingActivated':
      return { ...state, active: data };
  }
}

export const ROUTING_ERRORS = {
  'routing-not-proposed': 'No routing policy of this hash was proposed.',
  'routing-needs-second-person': 'Somebody else than who proposed it has to activate a policy.',
} as const;

export type RoutingErrorCode = keyof typeof ROUTING_ERRORS;

/** A command broke a rule of the policy's life; nothing was recorded. */
export class RoutingError extends Error {
  override readonly name = 'RoutingError';

  constructor(readonly code: RoutingErrorCode) {
    super(ROUTING_ERRORS[code]);
  }
}

/** Proposes a policy; one that was proposed before is not proposed again. */
export function proposeRouting(
  proposal: RoutingProposal,
  { proposals }: RoutingState,
): RoutingProposed[] {
  if (proposals.has(proposal.policyHash)) return [];
  return [{ type: 'RoutingProposed', data: proposal }];
}

/**
 * Lets a policy decide; an earlier one is brought back the same way.
 *
 * @throws RoutingError when it was not proposed, or by the same person.
 */
export function activateRouting(
  activation: RoutingActivated['data'],
  { proposals, active }: RoutingState,
): RoutingActivated[] {
  const proposal = proposals.get(activation.policyHash);
  if (!proposal) throw new RoutingError('routing-not-proposed');
  if (proposal.proposedBy === activation.activatedBy) {
    throw new RoutingError('routing-needs-second-person');
  }
  if (active?.policyHash === activation.policyHash) return [];
  return [{ type: 'RoutingActivated', data: activation }];
}
