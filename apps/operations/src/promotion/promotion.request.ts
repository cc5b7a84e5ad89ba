import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import { IsText } from '#platform';

const VERSION = /^[a-z0-9][a-z0-9.-]{0,63}$/;

export class PromotionRequest {
  @ApiProperty({ format: 'uuid', description: 'Chosen by the caller; repeating it is safe.' })
  @IsUUID()
  requestId!: string;

  @ApiProperty({ example: '2026-12', description: 'The current challenger.' })
  @Matches(VERSION)
  version!: string;

  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  reason!: string;

  @ApiProperty({
    required: false,
    minLength: 3,
    maxLength: 500,
    description: 'Why to promote although a criterion of the comparison does not hold.',
  })
  @IsOptional()
  @IsText(3, 500)
  override?: string;
}

export class RollbackRequest {
  @ApiProperty({ format: 'uuid', description: 'Chosen by the caller; repeating it is safe.' })
  @IsUUID()
  requestId!: string;

  @ApiProperty({ required: false, description: 'An earlier champion; left out: the last one.' })
  @IsOptional()
  @Matches(VERSION)
  version?: string;

  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  reason!: string;
}

export class DecisionRequest {
  @ApiProperty({ required: false, maxLength: 500 })
  @IsOptional()
  @IsText(0, 500)
  note?: string;
}
