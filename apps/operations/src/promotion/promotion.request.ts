import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { IsText } from '#platform';

const VERSION = /^[a-z0-9][a-z0-9.-]{0,63}$/;

export class PromotionRequest {
  /** Names the request, from callers that send no `Idempotency-Key`; repeating it is safe. */
  @ApiPropertyOptional({ format: 'uuid', deprecated: true })
  @IsOptional()
  @IsUUID()
  requestId?: string;

  /** The current challenger. */
  @ApiProperty({ example: '2026-12' })
  @Matches(VERSION)
  version!: string;

  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  reason!: string;

  /** Why to promote although a criterion of the comparison does not hold. */
  @ApiPropertyOptional({ minLength: 3, maxLength: 500 })
  @IsOptional()
  @IsText(3, 500)
  override?: string;
}

export class RollbackRequest {
  /** Names the request, from callers that send no `Idempotency-Key`; repeating it is safe. */
  @ApiPropertyOptional({ format: 'uuid', deprecated: true })
  @IsOptional()
  @IsUUID()
  requestId?: string;

  /** An earlier champion; left out: the last one. */
  @IsOptional()
  @Matches(VERSION)
  version?: string;

  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  reason!: string;
}

export class DecisionRequest {
  @ApiPropertyOptional({ maxLength: 500 })
  @IsOptional()
  @IsText(0, 500)
  note?: string;
}
