import { ApiProperty } from '@nestjs/swagger';

/** A rule of the fraud policy that gave a payment its verdict. */
export class RiskRuleResponse {
  @ApiProperty({ example: 'block-stolen-device' })
  ruleId!: string;

  @ApiProperty({ enum: ['approve', 'review', 'decline'] })
  verdict!: string;

  /** The rule's own sentence, as it was then. */
  reason?: string;
}
