import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IsText } from '#platform';

/** A month: what is silenced for longer had better not be an alert. */
const MINUTES_MAX = 43_200;

export class SilenceRequest {
  @ApiProperty({ example: 'PaymentSuccessLow' })
  @IsText(1, 100)
  alert!: string;

  /** Labels that the alert must have, `name=value`. None: all of its name. */
  @ApiPropertyOptional({ example: ['provider=stripe'], type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(/^[a-z_]{1,50}=.{1,200}$/, { each: true, message: 'must be name=value' })
  labels?: string[];

  /** For how long, at most a month. */
  @ApiProperty({ type: 'integer', example: 60, minimum: 1, maximum: MINUTES_MAX })
  @IsInt()
  @Min(1)
  @Max(MINUTES_MAX)
  minutes!: number;

  @ApiProperty({ example: 'maintenance of the provider' })
  @IsText(1, 500)
  reason!: string;
}
