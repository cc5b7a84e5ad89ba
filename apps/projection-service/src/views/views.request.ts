import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { IsWholeNumber } from '#platform';

export class ViewsQuery {
  /** Also hash all rows; takes time. */
  @IsOptional()
  @IsIn(['true', 'false'])
  digest?: 'true' | 'false';
}

export class RebuildQuery {
  @ApiPropertyOptional({
    default: 30_000,
    description: 'Longest wait for the end, in milliseconds; it goes on after that.',
  })
  @IsWholeNumber(0, 600_000)
  waitMs = 30_000;
}
