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
    /** Set when it decided before and is to decide again. */
    readonly rollsBack?: true;
    readonly proposedBy: string;
    readonly proposedAt: Instant;
  };
};

/** Nobody may activate it any more, unless it is proposed again. */
export type PolicyWithdrawn = {
  readonly type: 'PolicyWithdrawn';
  readonly data: {
    readonly policyHash: string;
    readonly note: string;
    readonly withdrawnBy: string;
    readonly withdrawnAt: Instant;
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

export type PolicyEvent =
  PolicyProposed | PolicyWithdrawn | PolicyActivated | PolicyTrialStarted | PolicyTrialEnded;

export type Proposal = PolicyProposed['data'];
