import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

export class ViewsQuery {
  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'Also hash all rows; takes time.' })
  @IsOptional()
  @IsIn(['true', 'false'])
  digest?: 'true' | 'false';
}

export class RebuildQuery {
  @ApiPropertyOptional({
    default: 30_000,
    description: 'Longest wait for the end, in milliseconds; it goes on after that.',
  })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(600_000)
  waitMs = 30_000;
}
