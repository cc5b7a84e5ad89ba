import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { MATCH_STATUSES, type MatchStatus } from '#reconciliation';
import { PROVIDERS } from '#provider-port';
import { PageQuery } from '../lists/page.request.js';

export class LinesQuery extends PageQuery {
  @ApiPropertyOptional({ enum: MATCH_STATUSES })
  @IsOptional()
  @IsIn(MATCH_STATUSES)
  status?: MatchStatus;

  @ApiPropertyOptional({ enum: PROVIDERS })
  @IsOptional()
  @IsIn(PROVIDERS)
  provider?: string;
}
