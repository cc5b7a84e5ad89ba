import { ApiProperty } from '@nestjs/swagger';
import {
  DEFAULT_POLICY_NAME,
  type PolicyEvent,
  type PolicyState,
  type Proposal,
} from '#fraud-policy';
import { FIRST_POLICY } from './policy-hash.js';
import { PolicyDocument } from './policy.document.js';

const STANDINGS = ['waiting', 'in-force', 'earlier', 'retired'] as const;

/** One policy that was proposed, without its rules. */
export class PolicySummary {
  /** SHA-256 of the policy: its version. */
  policyHash!: string;

  /** `retired`: withdrawn, or gone back over; it has to be proposed again. */
  @ApiProperty({ enum: STANDINGS })
  standing!: (typeof STANDINGS)[number];

  /** Added to the cost of a review while people are scarce. */
  reviewPriceEur!: number;

  note!: string;

  /** Whether it decided before and is to decide again. */
  rollsBack!: boolean;

  proposedBy!: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;
}

/** One policy in full. */
export class PolicyVersionResponse extends PolicySummary {
  @ApiProperty({ type: PolicyDocument })
  policy!: object;
}

export class PolicyInForceResponse {
  /** SHA-256 of the policy: its version. */
  policyHash!: string;

  /** What assessments record as their policy. */
  name!: string;

  @ApiProperty({ type: PolicyDocument })
  policy!: object;

  /** Added to the cost of a review while people are scarce. */
  reviewPriceEur!: number;

  /** Null: none was activated yet. */
  activatedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  activatedAt!: string | null;
}

export class PolicyTrialResponse {
  policyHash!: string;

  startedBy!: string;

  @ApiProperty({ format: 'date-time' })
  startedAt!: string;
}

/** Which policy decides, which is tried beside it, and which wait for a second person. */
export class FraudPolicyResponse {
  inForce!: PolicyInForceResponse;

  trial!: PolicyTrialResponse | null;

  waiting!: PolicySummary[];

  /** What decided before, the last one first. */
  earlier!: PolicySummary[];
}

export class PolicyStepResponse {
  @ApiProperty({ example: 'PolicyActivated' })
  type!: string;

  policyHash!: string;

  person!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  note!: string | null;
}

/** Everything that was decided about policies, the last first. */
export class PolicyHistoryResponse {
  items!: PolicyStepResponse[];
}

export function fraudPolicyResponse(state: PolicyState): FraudPolicyResponse {
  const { proposals, waiting, earlier, trial } = state;
  const waits = [...proposals.values()].filter(({ policyHash }) => waiting.has(policyHash));
  return {
    inForce: inForceResponse(state),
    trial,
    waiting: waits.map((proposal) => summaryOf(proposal, state)),
    earlier: earlier.map((proposal) => summaryOf(proposal, state)),
  };
}

export function versionResponse(proposal: Proposal, state: PolicyState): PolicyVersionResponse {
  return Object.assign(summaryOf(proposal, state), { policy: proposal.policy });
}

export function stepResponse({ type, data }: PolicyEvent): PolicyStepResponse {
  const { policyHash } = data;
  const note = 'note' in data ? data.note : null;
  if ('proposedBy' in data) {
    return { type, policyHash, person: data.proposedBy, at: data.proposedAt, note };
  }
  if ('withdrawnBy' in data) {
    return { type, policyHash, person: data.withdrawnBy, at: data.withdrawnAt, note };
  }
  if ('activatedBy' in data) {
    return { type, policyHash, person: data.activatedBy, at: data.activatedAt, note };
  }
  if ('startedBy' in data) {
    return { type, policyHash, person: data.startedBy, at: data.startedAt, note };
  }
  return { type, policyHash, person: data.endedBy, at: data.endedAt, note };
}

function inForceResponse({ active, inForce }: PolicyState): PolicyInForceResponse {
  const { activatedBy = null, activatedAt = null } = active ?? {};
  if (!inForce) {
    const first = { ...FIRST_POLICY, name: DEFAULT_POLICY_NAME, reviewPriceEur: 0 };
    return { ...first, activatedBy, activatedAt };
  }
  const { policyHash, policy, reviewPriceEur } = inForce;
  return { policyHash, name: policyHash, policy, reviewPriceEur, activatedBy, activatedAt };
}

function summaryOf(proposal: Proposal, state: PolicyState): PolicySummary {
  const { policyHash, reviewPriceEur, note, rollsBack = false, proposedBy, proposedAt } = proposal;
  const standing = standingOf(policyHash, state);
  return { policyHash, standing, reviewPriceEur, note, rollsBack, proposedBy, proposedAt };
}

function standingOf(
  policyHash: string,
  { waiting, inForce, earlier }: PolicyState,
): PolicySummary['standing'] {
  if (waiting.has(policyHash)) return 'waiting';
  if (inForce?.policyHash === policyHash) return 'in-force';
  return earlier.some((each) => each.policyHash === policyHash) ? 'earlier' : 'retired';
}
