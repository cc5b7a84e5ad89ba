import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, Max, Min, ValidateIf } from 'class-validator';
import { REJECTION_REASONS, REVIEW_LABELS, type EventOf, type RejectionReason } from '#payments';
import { IsText } from '#platform';

type Sent = Pick<ReviewRequest, 'decision' | 'expectedRevision' | 'reason'>;

export class ReviewRequest {
  @IsIn(['approve', 'reject'])
  decision!: 'approve' | 'reject';

  /** Why. No personal data. */
  @ApiPropertyOptional({ maxLength: 1000 })
  @IsOptional()
  @IsText(0, 1000)
  note?: string;

  /** Of a rejection, which needs it where it names `expectedRevision`; of an approval, unread. */
  @ApiPropertyOptional({ enum: REJECTION_REASONS })
  @ValidateIf(({ decision, expectedRevision, reason }: Sent) =>
    decision === 'reject'
      ? expectedRevision !== undefined || reason !== undefined
      : reason !== undefined,
  )
  @IsIn(REJECTION_REASONS, { message: `must be one of ${REJECTION_REASONS.join(', ')}` })
  reason?: RejectionReason;

  /**
   * What the fraud model learns of it. Left out: of an approval that it was no fraud, of a
   * rejection that it was; `none`: nothing.
   */
  @ApiPropertyOptional({ enum: REVIEW_LABELS })
  @IsOptional()
  @IsIn(REVIEW_LABELS)
  label?: EventOf<'ReviewRejected'>['data']['label'];

  /** The `revision` of the case's desk that the decision is about; another one refuses it. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0 })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  expectedRevision?: number;
}
