import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { MONTH } from '#journal';
import { IsText, IsTime } from '#platform';
import { PROVIDERS, type ProviderName } from '#provider-port';
import { PositionQuery } from '../views/position.request.js';

export const STATEMENT_FORMATS = ['json', 'csv', 'html'] as const;

export class StatementParams {
  /** A calendar month in UTC. */
  @ApiProperty({ example: '2026-11', pattern: MONTH.source })
  @Matches(MONTH, { message: 'must be a month, as in 2026-11' })
  period!: string;
}

/** One of `merchantId` and `provider` says whose month it is. */
export class MonthlyStatementQuery extends PositionQuery {
  @ApiPropertyOptional({ example: 'm-1' })
  @IsOptional()
  @IsText(1, 200)
  merchantId?: string;

  @ApiPropertyOptional({ enum: PROVIDERS })
  @IsOptional()
  @IsIn(PROVIDERS)
  provider?: ProviderName;

  /** The books as they were known then; payments and open items are as they are now. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  asOfRecorded?: string;

  @ApiPropertyOptional({ enum: STATEMENT_FORMATS, default: 'json' })
  @IsOptional()
  @IsIn(STATEMENT_FORMATS)
  format?: (typeof STATEMENT_FORMATS)[number];
}
