import { ApiProperty } from '@nestjs/swagger';

export const APPROVAL_KINDS = ['fraud-policy', 'routing-policy', 'model'] as const;

/** What one person proposed, and another one has to let happen. */
export class ApprovalResponse {
  @ApiProperty({ enum: APPROVAL_KINDS })
  kind!: (typeof APPROVAL_KINDS)[number];

  /** Of the policy or of the request, as the addresses below have it. */
  id!: string;

  /** In a few words: a version, or from which model to which. */
  what!: string;

  note!: string;

  proposedBy!: string;

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;

  /** It decided before and is to decide again. */
  rollsBack!: boolean;

  /** Whether the caller may let it happen: another person proposed it, and the role does. */
  mayApprove!: boolean;

  /** `POST` here lets it happen. */
  @ApiProperty({ example: '/v1/models/requests/…/approval' })
  approvePath!: string;

  /** `POST` here takes it back or refuses it. */
  @ApiProperty({ example: '/v1/models/requests/…/refusal' })
  refusePath!: string;
}

export class ApprovalsResponse {
  /** The longest waiting first. */
  @ApiProperty({ type: [ApprovalResponse] })
  items!: ApprovalResponse[];
}
