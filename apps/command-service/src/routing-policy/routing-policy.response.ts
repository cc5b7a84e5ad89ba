import { ApiProperty } from '@nestjs/swagger';
import { DEFAULT_ROUTING, DEFAULT_ROUTING_NAME, type RoutingState } from '#routing';

export class RoutingProposalResponse {
  /** SHA-256 of the policy: its version. */
  policyHash!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  policy!: object;

  note!: string;

  proposedBy!: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;

  /** Another operator may activate it; false once it was activated. */
  waiting!: boolean;
}

export class RoutingPolicyResponse {
  /** Version of the policy that decides. */
  @ApiProperty({ example: 'command-order-1' })
  active!: string;

  @ApiProperty({ type: 'object', additionalProperties: true })
  policy!: object;

  /** Null: the default decides. */
  activatedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  activatedAt!: string | null;

  /** All that were ever proposed. */
  proposals!: RoutingProposalResponse[];
}

export function routingPolicyResponse({
  proposals,
  waiting,
  active,
}: RoutingState): RoutingPolicyResponse {
  const policy = active && proposals.get(active.policyHash)?.policy;
  return {
    active: active?.policyHash ?? DEFAULT_ROUTING_NAME,
    policy: policy ?? DEFAULT_ROUTING,
    activatedBy: active?.activatedBy ?? null,
    activatedAt: active?.activatedAt ?? null,
    proposals: [...proposals.values()].map((each) => ({
      ...each,
      waiting: waiting.has(each.policyHash),
    })),
  };
}
