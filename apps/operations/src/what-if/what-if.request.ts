import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsTime } from '#platform';

export class WhatIfRequest {
  /** Of a registered model; left out: the champion. */
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{0,63}$/)
  version?: string;

  /** Left out: the model’s. */
  @ApiPropertyOptional({ minimum: 0, maximum: 1 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  reviewMin?: number;

  /** Left out: the model’s. */
  @ApiPropertyOptional({ minimum: 0, maximum: 1 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  declineMin?: number;

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  from?: string;

  /** Not included itself. */
  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsTime()
  to?: string;
}
