import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsText } from '#platform';

export class ReviewRequest {
  @IsIn(['approve', 'reject'])
  decision!: 'approve' | 'reject';

  /** Why. No personal data. */
  @ApiPropertyOptional({ maxLength: 1000 })
  @IsOptional()
  @IsText(0, 1000)
  note?: string;
}
