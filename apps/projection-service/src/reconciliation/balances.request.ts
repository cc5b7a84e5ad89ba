import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { CURRENCIES } from '#money';
import { PROVIDERS } from '#provider-port';
import { PositionQuery } from '../views/position.request.js';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const AS_DAY = { message: 'must be a day, as in 2026-11-30' };

export class BalancesQuery extends PositionQuery {
  @ApiPropertyOptional({ enum: PROVIDERS })
  @IsOptional()
  @IsIn(PROVIDERS)
  provider?: string;

  /** ISO 4217. */
  @ApiPropertyOptional({ example: 'EUR' })
  @IsOptional()
  @IsIn(CURRENCIES, { message: 'must be a currency of ISO 4217, as in EUR' })
  currency?: string;

  /** The first day, in UTC. */
  @ApiPropertyOptional({ format: 'date', example: '2026-11-01' })
  @IsOptional()
  @Matches(DAY, AS_DAY)
  from?: string;

  /** The day after the last one. */
  @ApiPropertyOptional({ format: 'date', example: '2026-12-01' })
  @IsOptional()
  @Matches(DAY, AS_DAY)
  to?: string;

  @ApiPropertyOptional({ enum: ['json', 'csv'], default: 'json' })
  @IsOptional()
  @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}
