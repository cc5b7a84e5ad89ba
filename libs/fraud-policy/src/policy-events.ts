import type { EventShape } from '#event-shapes';
import type { Activation, Proposal as GovernedProposal, Withdrawal } from '#governed-change';
import type { Instant } from '#payments';
import type { FraudPolicy } from './policy.js';

/** Where everything about the policy is recorded. */
export const POLICY_STREAM = 'policy-fraud';

/** A policy that one person wants; it decides nothing until a second person activates it. */
export type PolicyProposed = EventShape<
  'PolicyProposed',
  GovernedProposal & {
    policy: FraudPolicy;
    /** See `reviewPriceOf`; solved on payments before the proposal, so that it stays the same. */
    reviewPriceEur: number;
  }
>;

/** It cannot be activated any more, unless it is proposed again. */
export type PolicyWithdrawn = EventShape<'PolicyWithdrawn', Withdrawal>;

/** From here on it decides, in every process, without a restart. */
export type PolicyActivated = EventShape<'PolicyActivated', Activation>;

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

export type PolicyEvent =
  PolicyProposed | PolicyWithdrawn | PolicyActivated | PolicyTrialStarted | PolicyTrialEnded;

export type Proposal = PolicyProposed['data'];
