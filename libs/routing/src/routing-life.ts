import { upcastOf, type EventShape } from '#event-shapes';
import {
  activate,
  propose,
  rollBack,
  UNGOVERNED,
  withActivation,
  withdraw,
  withProposal,
  withWithdrawal,
  type Activation,
  type GovernanceRule,
  type GovernedState,
  type Proposal,
  type RollBack,
  type Withdrawal,
} from '#governed-change';
import { Refusal } from '#refusal';
import type { RoutingPolicy } from './policy.js';

/** Where everything about the routing policy is recorded. */
export const ROUTING_STREAM = 'policy-routing';

/** A policy that one person wants; it decides nothing until a second person activates it. */
export type RoutingProposed = EventShape<'RoutingProposed', Proposal & { policy: RoutingPolicy }>;

/** It cannot be activated any more, unless it is proposed again. */
export type RoutingWithdrawn = EventShape<'RoutingWithdrawn', Withdrawal>;

/** From here on it decides, in every process, without a restart. */
export type RoutingActivated = EventShape<'RoutingActivated', Activation>;

export type RoutingEvent = RoutingProposed | RoutingWithdrawn | RoutingActivated;

export type RoutingProposal = RoutingProposed['data'];

export type RoutingState = GovernedState<RoutingProposal>;

export const NO_ROUTING: RoutingState = UNGOVERNED;

/** Folds one event of the stream, in stream order. */
export function evolveRouting(state: RoutingState, { type, data }: RoutingEvent): RoutingState {
  switch (type) {
    case 'RoutingProposed':
      return withProposal(state, data);
    case 'RoutingWithdrawn':
      return withWithdrawal(state, data);
    case 'RoutingActivated':
      return withActivation(state, data);
  }
}

export const ROUTING_STREAM_TYPE = {
  initial: NO_ROUTING,
  evolve: evolveRouting,
  upcast: upcastOf<RoutingEvent>('routing', {
    RoutingProposed: { personal: { proposedBy: 'staff' } },
    RoutingWithdrawn: { personal: { withdrawnBy: 'staff' } },
    RoutingActivated: { personal: { activatedBy: 'staff' } },
  }),
};

/** Why a change of the routing policy is refused; codes are API. */
export const ROUTING_ERRORS = {
  'routing-not-proposed': 'No routing policy of this hash was proposed.',
  'routing-not-waiting':
    'This routing policy was withdrawn, or decided before; propose it again, and let another person activate it.',
  'routing-needs-second-person': 'The person who proposed a routing policy cannot activate it.',
  'routing-already-active': 'This routing policy decides already.',
  'routing-nothing-before':
    'Nothing decided before, or nothing of this hash; there is nothing to go back to.',
} as const;

export type RoutingErrorCode = keyof typeof ROUTING_ERRORS;

/** A command broke a rule of the policy's life. */
export class RoutingError extends Refusal<RoutingErrorCode> {
  override readonly name = 'RoutingError';

  constructor(code: RoutingErrorCode) {
    super(ROUTING_ERRORS, code);
  }
}

function refuse(rule: GovernanceRule): RoutingError {
  return new RoutingError(`routing-${rule}`);
}

/** Proposes a policy; one that waits for its activation, or decides, is not proposed again. */
export function proposeRouting(proposal: RoutingProposal, state: RoutingState): RoutingProposed[] {
  if (state.active?.policyHash === proposal.policyHash) return [];
  return propose(proposal, state, refuse).map((data) => ({ type: 'RoutingProposed', data }));
}

/**
 * @param first what decided before the first policy was activated.
 * @throws RoutingError as `rollBack` of #governed-change says.
 */
export function rollBackRouting(
  asked: RollBack,
  state: RoutingState,
  first: Pick<RoutingProposal, 'policyHash' | 'policy'>,
): RoutingProposed[] {
  const proposal = { ...first, ...asked, policyHash: first.policyHash };
  const proposed = rollBack(asked, state, proposal, refuse);
  return proposed.map((data) => ({ type: 'RoutingProposed', data }));
}

/** @throws RoutingError as `activate` of #governed-change says. */
export function activateRouting(
  activation: RoutingActivated['data'],
  state: RoutingState,
): RoutingActivated[] {
  return activate(activation, state, refuse).map((data) => ({ type: 'RoutingActivated', data }));
}

/** @throws RoutingError as `withdraw` of #governed-change says. */
export function withdrawRouting(
  withdrawal: RoutingWithdrawn['data'],
  state: RoutingState,
): RoutingWithdrawn[] {
  return withdraw(withdrawal, state, refuse).map((data) => ({ type: 'RoutingWithdrawn', data }));
}
