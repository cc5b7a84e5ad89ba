import { upcastOf } from '#event-shapes';
import type { Instant } from '#payments';
import { Refusal } from '#refusal';
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

export type RoutingState = {
  /** Every policy proposed, as it was proposed last, by hash. */
  readonly proposals: ReadonlyMap<string, RoutingProposal>;
  /** Those proposed and not activated since: an activation spends its proposal. */
  readonly waiting: ReadonlySet<string>;
  /** Null: the default decides. */
  readonly active: RoutingActivated['data'] | null;
};

export const NO_ROUTING: RoutingState = {
  proposals: new Map(),
  waiting: new Set(),
  active: null,
};

/** Folds one event of the stream, in stream order. */
export function evolveRouting(state: RoutingState, { type, data }: RoutingEvent): RoutingState {
  switch (type) {
    case 'RoutingProposed': {
      const { policyHash } = data;
      const others = [...state.proposals].filter(([hash]) => hash !== policyHash);
      const proposals = new Map([...others, [policyHash, data]]);
      return { ...state, proposals, waiting: new Set(state.waiting).add(policyHash) };
    }
    case 'RoutingActivated':
      return { ...state, active: data, waiting: without(state.waiting, data.policyHash) };
  }
}

export const ROUTING_STREAM_TYPE = {
  initial: NO_ROUTING,
  evolve: evolveRouting,
  upcast: upcastOf<RoutingEvent>('routing', { RoutingProposed: {}, RoutingActivated: {} }),
};

function without(hashes: ReadonlySet<string>, hash: string): ReadonlySet<string> {
  return new Set([...hashes].filter((each) => each !== hash));
}

/** Why a change of the routing policy is refused; codes are API. */
export const ROUTING_ERRORS = {
  'routing-not-proposed': 'No routing policy of this hash was proposed.',
  'routing-not-waiting':
    'This routing policy decided before; propose it again, and let another person activate it.',
  'routing-needs-second-person': 'The person who proposed a routing policy cannot activate it.',
} as const;

export type RoutingErrorCode = keyof typeof ROUTING_ERRORS;

/** A command broke a rule of the policy's life. */
export class RoutingError extends Refusal<RoutingErrorCode> {
  override readonly name = 'RoutingError';

  constructor(code: RoutingErrorCode) {
    super(ROUTING_ERRORS, code);
  }
}

/** Proposes a policy; one that waits for its activation, or decides, is not proposed again. */
export function proposeRouting(
  proposal: RoutingProposal,
  { waiting, active }: RoutingState,
): RoutingProposed[] {
  const { policyHash } = proposal;
  if (waiting.has(policyHash) || active?.policyHash === policyHash) return [];
  return [{ type: 'RoutingProposed', data: proposal }];
}

/**
 * Lets a policy decide. An earlier one is brought back the same way, by two people again: one
 * proposes it, another activates it.
 *
 * @throws RoutingError when it was not proposed since it decided last, or by the same person.
 */
export function activateRouting(
  activation: RoutingActivated['data'],
  { proposals, waiting, active }: RoutingState,
): RoutingActivated[] {
  const proposal = proposals.get(activation.policyHash);
  if (!proposal) throw new RoutingError('routing-not-proposed');
  if (proposal.proposedBy === activation.activatedBy) {
    throw new RoutingError('routing-needs-second-person');
  }
  if (active?.policyHash === activation.policyHash) return [];
  if (!waiting.has(activation.policyHash)) throw new RoutingError('routing-not-waiting');
  return [{ type: 'RoutingActivated', data: activation }];
}
