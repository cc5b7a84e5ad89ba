import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import { IsWholeNumber } from '#platform';

/** How fresh an answer must be. */
export class PositionQuery {
  /** A position that a command returned: wait until the view is that far. */
  @ApiPropertyOptional({ example: '1042/1042' })
  @IsOptional()
  @Matches(/^\d{1,18}\/\d{1,18}$/, { message: 'must be commit/prepare, as in 1042/1042' })
  minPosition?: string;

  @ApiPropertyOptional({ description: 'Longest wait for it, in milliseconds.', default: 2000 })
  @IsWholeNumber(0, 30_000)
  waitMs = 2_000;
}
