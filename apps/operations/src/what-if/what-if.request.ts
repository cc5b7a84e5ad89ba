import { ApiProperty } from '@nestjs/swagger';
import { IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsTime } from '#platform';

export class WhatIfRequest {
  @ApiProperty({ required: false, description: 'Of a registered model; left out: the champion.' })
  @IsOptional()
  @Matches(/^[a-z0-9][a-z0-9.-]{0,63}$/)
  version?: string;

  @ApiProperty({ required: false, minimum: 0, maximum: 1, description: 'Left out: the model’s.' })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  reviewMin?: number;

  @ApiProperty({ required: false, minimum: 0, maximum: 1, description: 'Left out: the model’s.' })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(1)
  declineMin?: number;

  @ApiProperty({ required: false, format: 'date-time' })
  @IsOptional()
  @IsTime()
  from?: string;

  @ApiProperty({ required: false, format: 'date-time', description: 'Not included itself.' })
  @IsOptional()
  @IsTime()
  to?: string;
}
