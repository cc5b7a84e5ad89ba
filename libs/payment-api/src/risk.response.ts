import { ApiProperty } from '@nestjs/swagger';
import { DECIDED_BY } from '#payments';

/** A rule of the fraud policy that gave a payment its verdict. */
export class RiskRuleResponse {
  @ApiProperty({ example: 'block-stolen-device' })
  ruleId!: string;

  @ApiProperty({ enum: ['approve', 'review', 'decline'] })
  verdict!: string;

  /** The rule's own sentence, as it was then. */
  reason?: string;
}

export class RiskReasonResponse {
  feature!: string;

  value!: number;

  /** Share of the score, in logits; positive means riskier. */
  weight!: number;
}

/** How the bound on reviews at new merchants stood. */
export class CapacityResponse {
  /** Of the payments of so new a merchant, the share that may be held. */
  share!: number;

  /** Reviews there was room for. */
  room!: number;

  /** What a review had to be worth. */
  priceEur!: number;

  /** What it was worth: the loss to be expected. */
  lossEur!: number;
}

export class AssessmentResponse {
  @ApiProperty({ enum: ['approve', 'review', 'decline'] })
  verdict!: string;

  /** 0 to 1; null when not scored. */
  score!: number | null;

  /** The part of the fraud policy that gave the verdict. */
  @ApiProperty({ enum: DECIDED_BY })
  decidedBy!: string;

  /** The rules that gave it. */
  @ApiProperty({ type: [RiskRuleResponse] })
  rules!: readonly RiskRuleResponse[];

  @ApiProperty({ type: [RiskReasonResponse] })
  reasons!: readonly RiskReasonResponse[];

  /** Null where the score wanted no review, or nothing bounds them. */
  reviewCapacity!: CapacityResponse | null;

  modelVersion!: string | null;

  @ApiProperty({ format: 'date-time' })
  assessedAt!: string;
}

export class LateRiskResponse extends AssessmentResponse {}

/** The assessment that decided whether the payment may go on. */
export class RiskResponse extends AssessmentResponse {
  /** Why it was not scored in time. */
  degraded!: string | null;

  /** The score that came after the decision; it may hold the payment, no more. */
  late!: LateRiskResponse | null;
}
